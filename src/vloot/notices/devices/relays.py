"""Push services: the ones that browsers use, and what an administrator may write down."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


class Known(NamedTuple):
    """The push service of a maker of browsers."""

    maker: str
    browsers: str
    host: str


KNOWN = (
    Known("Apple", "Safari", "*.push.apple.com"),
    Known("Google", "Chrome, Chromium, Brave, Opera", "fcm.googleapis.com"),
    Known("Microsoft", "Edge", "*.notify.windows.com"),
    Known("Mozilla", "Firefox", "*.push.services.mozilla.com"),
)

_PATTERN = re.compile(r"(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?")
_HERE = ("localhost", "127.0.0.1")  # only tests can reach it: `ground.fetch` refuses otherwise


def is_pattern(host: str) -> bool:
    """Whether this can be written down: a host name, or "*." and at least two parts of one."""
    return len(host) <= 253 and (bool(_PATTERN.fullmatch(host)) or host in _HERE)


def is_among(host: str, allowed: Iterable[str]) -> bool:
    """Whether a host is one of those allowed. "*.example.org" allows what stands below it, not itself."""
    return any(host == one or (one.startswith("*.") and host.endswith(one[1:])) for one in allowed)
