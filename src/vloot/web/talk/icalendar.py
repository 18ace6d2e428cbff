"""Events as iCalendar (RFC 5545): what calendar programs read. All times in UTC, so no rules of time zones need to travel along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from vloot.ground import clock
from vloot.talk.events.reads import Entry

LONGEST = 75  # octets of a line, RFC 5545 3.1
_ESCAPED = re.compile(r"[\\;,]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def calendar(entries: Iterable[Entry], *, origin: str) -> str:
    """A calendar with these events. `origin` is Vloot's own address: it makes each event's UID and link."""
    return _whole(line for entry in entries for line in _event(entry, origin))


def appointment(*, key: str, title: str, begins: datetime, ends: datetime, path: str, origin: str) -> str:
    """A calendar with one moment in it that is no event; `key` tells it from others, `path` leads to its page."""
    lines = [
        "BEGIN:VEVENT",
        f"UID:{key}@{_host(origin)}",
        f"DTSTAMP:{_moment(clock.now())}",
        f"DTSTART:{_moment(begins)}",
        f"DTEND:{_moment(ends)}",
        f"SUMMARY:{escaped(title)}",
        f"URL:{origin}{path}",
        "END:VEVENT",
    ]
    return _whole(lines)


def escaped(text: str) -> str:
    """A TEXT value (RFC 5545 3.3.11): nothing in it can end its line or begin another property."""
    lines = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _ESCAPED.sub(lambda found: "\\" + found[0], lines).replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, each after the first begun with a space, none cut inside a letter."""
    piece, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + width
    yield piece


def _event(entry: Entry, origin: str) -> list[str]:
    page = f"{origin}/t/{entry.id}/"
    described = "\n\n".join(part for part in (entry.source, entry.link, page) if part)
    state = "CANCELLED" if entry.is_cancelled else "CONFIRMED" if entry.is_sure else "TENTATIVE"
    lines = [
        "BEGIN:VEVENT",
        f"UID:event-{entry.id}@{_host(origin)}",
        f"DTSTAMP:{_moment(entry.changed_at)}",
        f"LAST-MODIFIED:{_moment(entry.changed_at)}",
        f"SEQUENCE:{entry.revision}",
        f"DTSTART:{_moment(entry.starts_at)}",
        f"DTEND:{_moment(entry.ends_at)}",
        f"SUMMARY:{escaped(entry.title)}",
        f"DESCRIPTION:{escaped(described)}",
        f"STATUS:{state}",
        f"URL:{page}",
    ]
    if entry.place or entry.link:
        lines.append(f"LOCATION:{escaped(entry.place or entry.link)}")
    return [*lines, "END:VEVENT"]


def _whole(events: Iterable[str]) -> str:
    begin = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vloot//Events//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    return "".join(part + "\r\n" for line in [*begin, *events, "END:VCALENDAR"] for part in folded(line))


def _host(origin: str) -> str:
    return urlsplit(origin).hostname or "vloot"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
