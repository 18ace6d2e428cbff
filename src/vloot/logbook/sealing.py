"""The seal of the audit log: how an entry becomes a link of the chain, and how a chain is checked. Computation only, no database.

Version 1. A link's hash is SHA-256, in lower-case hexadecimal, over the UTF-8 octets of this JSON array, written without any space
between its parts and with every character outside ASCII as \\uXXXX:

    ["vloot-audit",1,place,entry,kind,actor,object,space,origin,moment,details,previous]

`place` counts from 1; `entry`, `actor`, `object` and `space` are ids, null where there is none; `moment` is UTC to the microsecond
("2026-03-02T09:00:00.000000Z"); `details` is a text that is itself JSON with sorted keys; `previous` is the hash
of the link before, sixty-four zeros for the first. So anybody can check an export of the log with a dozen lines of their own.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple

VERSION = 1
FIRST = "0" * 64


class Sealed(NamedTuple):
    """A link of the chain."""

    place: int
    entry_id: int
    kind: str
    actor_id: int | None
    object_id: int
    space_id: int | None
    origin: str
    at: datetime
    details: str
    version: int
    previous: str
    hash: str


class Broken(NamedTuple):
    """Where a chain is broken first. `why` is "place", "previous", "contents", "version" or "head"."""

    why: str
    place: int


class Outcome(NamedTuple):
    """What checking a chain has shown: how many links hold, the newest of them, and where it is broken."""

    lines: int
    head: str
    head_at: datetime | None
    broken: Broken | None


def told(details: dict[str, Any]) -> str:
    """Details as the one text that is sealed."""
    return json.dumps(details, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def hash_of(link: Sealed) -> str:
    """The hash that this link's contents give. Raises KeyError for a version nobody knows."""
    if link.version != VERSION:
        raise KeyError(link.version)
    moment = link.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    who = [link.entry_id, link.kind, link.actor_id, link.object_id, link.space_id, link.origin]
    parts = ["vloot-audit", link.version, link.place, *who, moment, link.details, link.previous]
    return hashlib.sha256(
        json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    ).hexdigest()


def seal(link: Sealed) -> Sealed:
    """The link with the hash that belongs to its contents."""
    return link._replace(hash=hash_of(link))


def check(links: Iterable[Sealed], head: str = "") -> Outcome:
    """Compute every link anew, in order. `head` is a hash that somebody noted earlier: it must still be one of the chain.

    Whoever can write to the tables can also compute a whole chain anew; only a head that was noted elsewhere shows that.
    """
    last, count, last_at, is_head_there = FIRST, 0, None, not head
    for link in links:
        if why := _amiss(link, count + 1, last):
            return Outcome(count, last if count else "", last_at, Broken(why, count + 1))
        count, last, last_at = count + 1, link.hash, link.at
        is_head_there = is_head_there or last == head
    return Outcome(count, last if count else "", last_at, None if is_head_there else Broken("head", count))


def _amiss(link: Sealed, place: int, previous: str) -> str:
    if link.place != place:
        return "place"
    if link.version != VERSION:
        return "version"
    if link.previous != previous:
        return "previous"
    return "" if link.hash == hash_of(link) else "contents"
