"""What the people of the demo wrote: the files in `texts/`, as plain values.

A file has a `space` and threads `[[t]]`: `by`, `at` ("days-before-now HH:MM"), `title`, `text`; `need` makes a question (with `know`
and `tried`), `choices` a poll, `to` thanks. A reply is one line, "who +2h! words": m, h or d after the head; "!" an answer, "*" the
accepted one, "^" a comment under the answer before it, "x" taken back later, nothing a comment.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "texts"
KEYS = frozenset(
    "space by at title text know tried need replies files talk edited pinned closed choices closes hidden multiple weights to kept"
    " removed done cold".split()
)
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_REPLY = re.compile(r"(?P<by>\w+) \+(?P<n>\d+)(?P<unit>[mhd])(?P<flags>[!*^x]*) (?P<text>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """A reply: `kind` is "answer" or "comment"; `is_under` hangs it under the answer before it."""

    by: str
    after: timedelta
    kind: str
    text: str
    is_accepted: bool
    is_under: bool
    is_removed: bool


@dataclass(frozen=True, slots=True)
class Thread:
    """The head of a thread with its replies. `more` holds what only some have, by the names of the file."""

    key: str
    space: str
    kind: str
    by: str
    days: int
    hour: int
    minute: int
    title: str
    text: str
    lines: tuple[Line, ...]
    more: Mapping[str, Any]

    def words(self, name: str) -> list[str]:
        """One of the lists of keys or names: `files`, `to`, `kept`."""
        found = self.more.get(name, [])
        return found.split() if isinstance(found, str) else list(found)


@cache
def threads() -> tuple[Thread, ...]:
    """All that is written by hand, in the order of the files. Raises ValueError for a line that makes no sense."""
    found: list[Thread] = []
    for path in sorted(FOLDER.glob("*.toml")):
        with path.open("rb") as file:
            page = tomllib.load(file)
        found += [_thread(f"{path.stem}-{n}", page.get("space", ""), raw) for n, raw in enumerate(page["t"])]
    return tuple(found)


def speakers() -> list[str]:
    """Who speaks, those who say most first."""
    count: Counter[str] = Counter()
    for thread in threads():
        count[thread.by] += 2
        count.update(line.by for line in thread.lines)
    return [key for key, _n in count.most_common()]


def delay(text: str) -> timedelta:
    """The time in "+2h". Raises ValueError."""
    found = re.fullmatch(r"\+(\d+)([mhd])", text)
    if found is None:
        raise ValueError(f"{text!r} is no time like +2h")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _thread(key: str, space: str, raw: dict[str, Any]) -> Thread:
    if unknown := raw.keys() - KEYS:
        raise ValueError(f"{key}: nobody reads {sorted(unknown)}")
    days, _, clock = raw["at"].partition(" ")
    hour, _, minute = clock.partition(":")
    kind = (
        "question" if "need" in raw else "poll" if "choices" in raw else "thanks" if "to" in raw else "update"
    )
    return Thread(
        key=key,
        space=raw.get("space", space),
        kind=kind,
        by=raw["by"],
        days=int(days),
        hour=int(hour),
        minute=int(minute),
        title=raw.get("title", ""),
        text=raw.get("need") or raw.get("text", ""),
        lines=tuple(_line(key, line) for line in raw.get("replies", ())),
        more=raw,
    )


def _line(key: str, text: str) -> Line:
    found = _REPLY.fullmatch(text)
    if found is None:
        raise ValueError(f"{key}: {text[:40]!r} is no reply")
    flags = found["flags"]
    return Line(
        by=found["by"],
        after=delay(f"+{found['n']}{found['unit']}"),
        kind="answer" if set(flags) & set("!*") else "comment",
        text=found["text"],
        is_accepted="*" in flags,
        is_under="^" in flags,
        is_removed="x" in flags,
    )
