"""Reading a JSON array value by value: each with its line, and what is broken without losing its neighbours."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_BLANK = re.compile(r"[\s,]*")
_BETWEEN = re.compile(r"\}[\s,]*(?=\{)")
_DECODE = json.JSONDecoder().raw_decode
_TRIES = 100  # to find the next whole record after broken ones, in one file


class Item(NamedTuple):
    """One value of the array, or why there is none."""

    line: int
    value: Any
    fault: str = ""


def items(raw: bytes, marks: frozenset[str]) -> Iterator[Item]:
    """The values of an array. After a broken one it goes on at the next object that has all the keys `marks`."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Item(
            raw.count(b"\n", 0, error.start) + 1, None, "letters that are not UTF-8; they are replaced"
        )
        text = raw.decode("utf-8-sig", "replace")
    start = _after_blank(text, 0)
    if text[start : start + 1] != "[":
        yield Item(1, None, "not a list of records")
        return
    yield from _Reading(text, marks).items(start + 1)


class _Reading:
    def __init__(self, text: str, marks: frozenset[str]) -> None:
        self._text = text
        self._marks = marks
        self._seen = 0
        self._line = 1
        self._tries = 0

    def items(self, at: int) -> Iterator[Item]:
        while True:
            at = _after_blank(self._text, at)
            line = self._line_of(at)
            if at >= len(self._text):
                yield Item(line, None, "the file ends in the middle of its list")
                return
            if self._text[at] == "]":
                return
            found = _decode(self._text, at)
            if found is None:
                yield Item(line, None, "broken JSON")
                resumed = self._next_whole(at)
                if resumed is None:
                    return
                at = resumed
            else:
                yield Item(line, found[0])
                at = found[1]

    def _next_whole(self, at: int) -> int | None:
        for gap in _BETWEEN.finditer(self._text, at):
            if self._tries >= _TRIES:
                return None
            self._tries += 1
            found = _decode(self._text, gap.end())
            if found and isinstance(found[0], dict) and self._marks <= found[0].keys():
                return gap.end()
        return None

    def _line_of(self, at: int) -> int:
        self._line += self._text.count("\n", self._seen, at)
        self._seen = at
        return self._line


def _after_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _decode(text: str, at: int) -> tuple[Any, int] | None:
    try:
        return _DECODE(text, at)
    except (ValueError, RecursionError):  # no JSON, a number of ten thousand digits, brackets without end
        return None
