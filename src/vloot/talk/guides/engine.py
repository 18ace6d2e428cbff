"""Days of review, and the difference between two versions: pure computation."""

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

import msgspec

SAME, GONE, NEW, SKIPPED = "same", "gone", "new", "skipped"
AROUND = 2  # unchanged lines kept before and after a change
_LONGEST = 600  # words of a block that are compared word by word; beyond that lines say enough
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


class Piece(msgspec.Struct, frozen=True):
    """Some words of a line, and whether they stayed, went or came."""

    kind: str
    text: str


class DiffLine(msgspec.Struct, frozen=True):
    """A line of one version or of both; a skipped one stands for lines that stayed the same."""

    kind: str
    pieces: tuple[Piece, ...]


def months_later(day: date, months: int) -> date:
    """The same day that many months later; the last of the month where it has no such day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def difference(before: str, after: str) -> list[DiffLine]:
    """What changed from one text to the next, line by line, with the words that changed inside a line; [] for the same text."""
    old, new = before.splitlines(), after.splitlines()
    if old == new:
        return []
    found: list[DiffLine] = []
    for tag, i, k, j, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += _kept(old[i:k], is_first=i == 0, is_last=k == len(old))
        else:
            found += _changed(old[i:k], new[j:m])
    return found


def _kept(lines: Sequence[str], *, is_first: bool, is_last: bool) -> Iterator[DiffLine]:
    head = 0 if is_first else AROUND
    tail = 0 if is_last else AROUND
    if len(lines) <= head + tail + 1:
        yield from (_line(SAME, line) for line in lines)
        return
    yield from (_line(SAME, line) for line in lines[:head])
    yield DiffLine(SKIPPED, ())
    yield from (_line(SAME, line) for line in lines[len(lines) - tail :])


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[DiffLine]:
    before, after = _WORD.findall("\n".join(old)), _WORD.findall("\n".join(new))
    if not before or not after or max(len(before), len(after)) > _LONGEST:
        yield from (_line(GONE, line) for line in old)
        yield from (_line(NEW, line) for line in new)
        return
    matched = SequenceMatcher(None, before, after, autojunk=False)
    codes = matched.get_opcodes()
    gone = [Piece(SAME if tag == "equal" else GONE, "".join(before[i:k])) for tag, i, k, _j, _m in codes]
    came = [Piece(SAME if tag == "equal" else NEW, "".join(after[j:m])) for tag, _i, _k, j, m in codes]
    yield from _lines(GONE, gone)
    yield from _lines(NEW, came)


def _lines(kind: str, pieces: Sequence[Piece]) -> Iterator[DiffLine]:
    """Pieces that may run over several lines, line by line."""
    row: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        row.append(Piece(piece.kind, first))
        for text in others:
            yield DiffLine(kind, tuple(one for one in row if one.text))
            row = [Piece(piece.kind, text)]
    yield DiffLine(kind, tuple(one for one in row if one.text))


def _line(kind: str, text: str) -> DiffLine:
    return DiffLine(kind, (Piece(kind, text),) if text else ())
