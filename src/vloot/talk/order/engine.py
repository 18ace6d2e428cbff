"""Finding watched words in a text: plain words in a row, the last of which may end in a star. No patterns, so no text takes long."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 8  # words in a phrase


class Found(NamedTuple):
    """A watched phrase in a text, from `start` up to `end` (places in the text)."""

    phrase: str
    start: int
    end: int


class _Word(NamedTuple):
    folded: str
    start: int
    end: int


def fold(phrase: str) -> str:
    """A phrase as it is kept: small letters without accents, single blanks; "" when there is no word in it."""
    is_start = phrase.rstrip().endswith("*")
    words = [word.folded for word in _words(phrase)]
    return " ".join(words) + ("*" if is_start and words else "")


def find(text: str, phrases: Iterable[str]) -> list[Found]:
    """Where folded phrases stand in a text, in its order. Takes a time in proportion to the text, whatever the phrases."""
    whole: set[tuple[str, ...]] = set()
    starts: set[tuple[str, ...]] = set()
    for phrase in phrases:
        words = tuple(phrase.removesuffix("*").split(" "))
        (starts if phrase.endswith("*") else whole).add(words)
    lengths = sorted({len(words) for words in whole | starts})
    stems = {n: sorted({len(words[-1]) for words in starts if len(words) == n}) for n in lengths}
    said = _words(text)
    found = []
    for at in range(len(said)):
        for length in lengths:
            row = tuple(word.folded for word in said[at : at + length])
            if len(row) < length:
                break
            end = said[at + length - 1].end
            if row in whole:
                found.append(Found(" ".join(row), said[at].start, end))
            for size in stems[length]:
                cut = (*row[:-1], row[-1][:size])
                if cut in starts:
                    found.append(Found(" ".join(cut) + "*", said[at].start, end))
    return found


def marked(text: str, found: Iterable[Found]) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is marked; together they are the text."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if one.start >= at:
            pieces += [(text[at : one.start], False), (text[one.start : one.end], True)]
            at = one.end
    return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    letters: list[str] = []
    start = 0
    for place, sign in enumerate(text):
        if sign.isalnum() or (letters and unicodedata.combining(sign)):
            start = place if not letters else start
            letters.append(sign)
        elif letters:
            words.append(_word(letters, start, place))
            letters = []
    return [*words, _word(letters, start, len(text))] if letters else words


def _word(letters: list[str], start: int, end: int) -> _Word:
    split = unicodedata.normalize("NFKD", "".join(letters).casefold())
    return _Word("".join(sign for sign in split if sign.isalnum()), start, end)
