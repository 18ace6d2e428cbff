"""What an address means: taken apart once, strictly, so that nothing behind reads it differently."""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import idna
from django.conf import settings

from vloot.ground.fetch.errors import BadAddress

LONGEST = 2000  # characters
PORTS = {443, 8443}
LOOPBACK = ("localhost", "127.0.0.1", "::1")

_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]|[^\S ]")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMERIC = re.compile(r"[0-9]+|0x[0-9a-f]*")
# Names that by custom or standard lead inside, or nowhere.
_INSIDE = (
    "localhost", "local", "internal", "intranet", "lan", "home", "corp", "private", "home.arpa", "onion", "test", "invalid",
)  # fmt: skip
_KEPT = "/%:@!$&'()*+,;=~-._"


class Place(NamedTuple):
    """An address that may be asked, as far as its writing tells; where its name leads is judged on connecting."""

    scheme: str
    host: str  # lower case, IDNA, without a trailing dot; IPv6 without brackets
    port: int
    target: str  # path and question

    @property
    def origin(self) -> str:
        """Scheme, host and port, as a browser writes an origin."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        usual = 443 if self.scheme == "https" else 80
        return f"{self.scheme}://{shown}" + ("" if self.port == usual else f":{self.port}")

    @property
    def url(self) -> str:
        """The whole address, as it is asked."""
        return self.origin + self.target


def may_stay_here() -> bool:
    """Whether addresses of this very machine may be asked, over plain http too: only where tests say so."""
    return bool(getattr(settings, "VLOOT_FETCH_LOOPBACK", False))


def place_of(address: str) -> Place:
    """Take an address apart. Raises BadAddress for all that is not plainly https to a name or address outside."""
    if len(address) > LONGEST or _UNSAFE.search(address):
        raise BadAddress("malformed", "The address is too long or has characters that no address has.")
    try:
        parts = urlsplit(address)
        port, named = parts.port, parts.hostname or ""
    except ValueError as error:
        raise BadAddress("malformed", "The address cannot be read.") from error
    host = _host(named)
    is_here = may_stay_here() and host in LOOPBACK
    if parts.scheme != "https" and not (is_here and parts.scheme == "http"):
        raise BadAddress("scheme", "Only addresses that begin with https:// are asked.")
    if "@" in parts.netloc:
        raise BadAddress("userinfo", "An address with a name or password in it is not asked.")
    port = port if port is not None else (443 if parts.scheme == "https" else 80)
    if port not in PORTS and not is_here:
        raise BadAddress(
            "port", f"Port {port} is not asked; only {' and '.join(map(str, sorted(PORTS)))} are."
        )
    target = quote(parts.path or "/", safe=_KEPT) + (
        f"?{quote(parts.query, safe=_KEPT + '?/')}" if parts.query else ""
    )
    return Place(parts.scheme, host, port, target)


def _host(named: str) -> str:
    if not named or "%" in named:
        raise BadAddress("malformed", "The address names no machine.")
    if ":" in named:
        try:
            return str(ipaddress.IPv6Address(named))
        except ValueError as error:
            raise BadAddress("malformed", "The address names no machine.") from error
    host = _ascii(named.removesuffix("."))
    labels = host.split(".")
    if _NUMERIC.fullmatch(labels[-1]):
        return _dotted(host)
    if not all(_LABEL.fullmatch(label) for label in labels) or len(host) > 253:
        raise BadAddress("malformed", "The address names no machine.")
    is_inside = len(labels) == 1 or any(host == end or host.endswith(f".{end}") for end in _INSIDE)
    if is_inside and not (may_stay_here() and host in LOOPBACK):
        raise BadAddress("inside", "This address leads inside, and is not asked.")
    return host


def _ascii(named: str) -> str:
    try:
        return named.lower() if named.isascii() else idna.encode(named, uts46=True).decode("ascii").lower()
    except idna.IDNAError as error:
        raise BadAddress("malformed", "The address names no machine.") from error


def _dotted(host: str) -> str:
    """An IPv4 address in the one writing that everything reads alike: no octal, no hexadecimal, no short forms."""
    try:
        return str(ipaddress.IPv4Address(host))
    except ValueError as error:
        raise BadAddress("malformed", "Write a numeric address as four numbers with dots.") from error
