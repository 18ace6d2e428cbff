"""Excerpts: the place in a text where the words are, in pieces of which some are marked. Text only; whoever shows it escapes it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from vloot.talk.search import words

Piece = tuple[str, bool]  # text, and whether it is marked
Marks = re.Pattern[str] | None

LENGTH = 240  # characters
LEAD = 60  # before the first word that is marked
MOST_READ = 12_000  # characters of a text in which words are looked for


def marks(texts: Iterable[str], wanted: Collection[str]) -> Marks:
    """What finds the words of these texts that have one of the wanted lexemes, however they are written; None when there are none."""
    if not wanted:
        return None
    found = words.that_meet([text[:MOST_READ] for text in texts], wanted)
    if not found:
        return None
    longest_first = sorted(found, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first))})(?![^\W_])", re.IGNORECASE)


def marked(text: str, pattern: Marks) -> list[Piece]:
    """The whole text in pieces, the words that were looked for marked."""
    return _pieces(text, 0, len(text), pattern)


def excerpt(text: str, pattern: Marks) -> list[Piece]:
    """A part of the text about the first of the words; its beginning when there is none."""
    first = pattern.search(text) if pattern else None
    is_near = first is None or first.start() < LENGTH - LEAD
    start = 0 if first is None or is_near else text.rfind(" ", 0, first.start() - LEAD) + 1
    if first is not None and first.start() - start > LENGTH // 2:
        start = max(first.start() - LEAD, 0) if not is_near else start  # no space far and wide
    end = start + LENGTH
    if end < len(text):
        end = max(text.rfind(" ", start + LENGTH // 2, end), start + LENGTH // 2)
    pieces = _pieces(text, start, min(end, len(text)), pattern)
    return [*([("… ", False)] if start else []), *pieces, *([(" …", False)] if end < len(text) else [])]


def has_any(text: str, pattern: Marks) -> bool:
    """Whether one of the words is in the text."""
    return pattern is not None and pattern.search(text) is not None


def _pieces(text: str, start: int, end: int, pattern: Marks) -> list[Piece]:
    found: list[Piece] = []
    at = start
    for match in pattern.finditer(text, start, end) if pattern else ():
        if match.start() > at:
            found.append((text[at : match.start()], False))
        found.append((match[0], True))
        at = match.end()
    return [*found, (text[at:end], False)] if at < end else found
