"""Words as search compares them: cut out of a text, folded and stemmed, the same way for what was written and for what is sought.

A word becomes lexemes, for each language it may be in: the stem of the word as written, with the accents then taken off, and the stem
of the word without its accents. So "élève" and "eleves" meet, whichever of them was typed, and no stemmer is fed half a word. A lexeme
bears its language ("n:fiets"): a Dutch stem never meets an English one by accident.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from vloot.ground.database import sql
from vloot.ground.text import sort_key
from vloot.talk.search import stems

LANGUAGES = {"nl": "n", "fr": "f", "en": "e"}
LETTERS = tuple(LANGUAGES.values())
LONGEST = 60  # letters of a word that count
MOST_KEPT = 60_000  # forms of which the stems are remembered
SHORT = 1000  # characters of a text of which the words are remembered

# Not in PostgreSQL's lists, and as small as what is.
_SMALL_TOO = {
    "f": frozenset("les cette cet ça où chez comme quel quelle".split()),
    "n": frozenset("we ze jullie".split()),
}

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_APOSTROPHE = re.compile("['’ʼ]")
_STEMS = """
select word, ts_lexize('dutch_stem', word), ts_lexize('french_stem', word), ts_lexize('english_stem', word)
from unnest(%(words)s::text[]) word
"""


class Word(NamedTuple):
    """A word where it stands in a text."""

    start: int
    end: int
    text: str  # in lower case


class Forms(NamedTuple):
    """The lexemes of a word in Dutch, French and English, and in which of them it is one of the small words."""

    lexemes: dict[str, frozenset[str]]
    small_in: frozenset[str]
    all: frozenset[str]


_stems: dict[str, tuple[list[str] | None, ...]] = {}
_forms: dict[str, Forms] = {}


def cut(text: str) -> Iterator[Word]:
    """The words of a text. What hangs on an apostrophe ("l'eau", "foto's") is left off unless it is a word itself."""
    for match in _WORD.finditer(text):
        found = match[0]
        if len(found) > 1 and not found.isalnum():
            yield from _without_hangers(match.start(), found)
        else:
            yield Word(match.start(), match.end(), found[:LONGEST].lower())


def all_in(texts: Iterable[str]) -> set[str]:
    """The words of some texts, in lower case, each once; quicker than to cut each text."""
    return set().union(*(_kept(text) if len(text) <= SHORT else _in(text) for text in texts))


def _in(text: str) -> frozenset[str]:
    plain = set(_WORD.findall(text.lower()))
    hanging = {word for word in plain if not word.isalnum()}
    return frozenset((plain - hanging) | {one.text for word in hanging for one in cut(word)})


_kept = lru_cache(2048)(_in)  # what was said lately is found again and again


def _without_hangers(start: int, found: str) -> Iterator[Word]:
    pieces = []
    at = 0
    for piece in _APOSTROPHE.split(found):
        pieces.append(Word(start + at, start + at + len(piece), piece[:LONGEST].lower()))
        at += len(piece) + 1
    kept = [piece for piece in pieces if len(piece.text) > 2]
    yield from kept or [max(pieces, key=lambda piece: (len(piece.text), piece.start))]


def learn(words: Iterable[str]) -> None:
    """Ask the database for the stems of words not met before, all at once."""
    wanted = {word for word in words if word not in _forms}
    if not wanted:
        return
    if len(_forms) > MOST_KEPT:
        _forms.clear()
        _stems.clear()
    spelled = {word: _spellings(word) for word in wanted}
    unknown = sorted(
        {one for by_letter in spelled.values() for ones in by_letter.values() for one in ones} - _stems.keys()
    )
    if unknown:
        for word, *found in sql.rows(_STEMS, {"words": unknown}):
            _stems[word] = tuple(found)
    for word in wanted:
        _forms[word] = _form(word, spelled[word])


def forms(word: str) -> Forms:
    """The lexemes of a word in lower case."""
    found = _forms.get(word)
    if found is None:
        learn([word])
        found = _forms[word]
    return found


def that_meet(found: Iterable[str], wanted: Collection[str]) -> list[str]:
    """Those of some words in lower case that have one of the wanted lexemes."""
    said = set(found)
    learn(said)
    return [word for word in said if not _forms[word].all.isdisjoint(wanted)]


def _spellings(word: str) -> dict[str, set[str]]:
    """For each language the words whose stems are this one's: as written, without accents, and its further forms."""
    plain = {word, sort_key(word)}
    return {
        letter: plain | {more for one in plain for more in stems.further(letter, one)} for letter in LETTERS
    }


def _form(word: str, spelled: dict[str, set[str]]) -> Forms:
    lexemes: dict[str, frozenset[str]] = {}
    small: set[str] = set()
    for number, letter in enumerate(LETTERS):
        found: set[str] = set()
        for written in spelled[letter]:
            known = _stems[written][number]
            if written == word and (known == [] or word in _SMALL_TOO.get(letter, ())):
                small.add(letter)
            found.update(stems.settled(letter, sort_key(one)) for one in known or [written])
        lexemes[letter] = frozenset(f"{letter}:{stem}" for stem in found)
    return Forms(lexemes, frozenset(small), frozenset().union(*lexemes.values()))
