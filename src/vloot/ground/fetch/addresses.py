"""Where a name leads, and whether one may go there."""

from __future__ import annotations

import ipaddress
import socket
from ipaddress import IPv4Address, IPv6Address

from vloot.ground.fetch import places
from vloot.ground.fetch.errors import BadAddress, NoAnswer

_NAT64 = [ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48")]
_COMPATIBLE = ipaddress.IPv6Network("::/96")
_SITE_LOCAL = ipaddress.IPv6Network("fec0::/10")


def is_outside(address: IPv4Address | IPv6Address) -> bool:
    """Whether the whole internet can reach this address; one that carries another inside is what it carries."""
    if isinstance(address, IPv6Address):
        carried = _carried(address)
        if carried:
            return all(is_outside(inner) for inner in carried)
        if address in _SITE_LOCAL:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def find(host: str, port: int) -> list[str]:
    """The addresses of a host, to be tried in this order.

    Raises NoAnswer when the name is unknown, BadAddress when any of its addresses lies inside: a name that leads to both
    is a trick, or broken.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError) as error:
        raise NoAnswer("unknown", f"There is no machine called {host}.") from error
    named = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in named:
        _require_outside(address)
    if not named:
        raise NoAnswer("unknown", f"There is no machine called {host}.")
    return named


def _require_outside(named: str) -> None:
    address = ipaddress.ip_address(named.partition("%")[0])
    if address.is_loopback and places.may_stay_here():
        return
    if not is_outside(address):
        raise BadAddress("inside", "This address leads inside, and is not asked.")


def _carried(address: IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address.sixtofour:
        return [address.sixtofour]
    if address.teredo:
        return list(address.teredo)
    if any(address in network for network in _NAT64) or (address in _COMPATIBLE and int(address) > 1):
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    return []
