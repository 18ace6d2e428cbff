"""Words as search compares them: cut out of a text, folded and stemmed, the same way for what was written and for what is sought.

A word becomes lexemes, for each language it may be in: the stem of the word as written, with the accents then taken off, and the stem
of the word without its accents. So "élève" and "eleves" meet, whichever of them was typed, and no stemmer is fed half a word. A lexeme
bears its language ("n:fiets"): a Dutch stem never meets an English one by accident.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from vloot.ground.database import sql
from vloot.ground.text import sort_key
from vloot.talk.search import stems

LANGUAGES = {"nl": "n", "fr": "f", "en": "e"}
LETTERS = tuple(LANGUAGES.values())
LONGEST = 60  # letters of a word that count
MOST_KEPT = 60_000  # forms of which the stems are remembered
SHORT = 1000  # characters of a text of which the words are remembered
MOST_SAID = 2048  # texts: what was said lately is found again and again

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


class Memory:
    """What was learnt of words. It is not emptied but begun anew, so that who holds one knows all its words, whatever other threads do."""

    def __init__(self) -> None:
        self.stems: dict[str, tuple[list[str] | None, ...]] = {}
        self.forms: dict[str, Forms] = {}
        self.spelled: dict[str, set[str]] = {}  # the words that have a lexeme
        self.said: dict[str, frozenset[str]] = {}  # the words of a text, all of them learnt


_memory = Memory()


def cut(text: str) -> Iterator[Word]:
    """The words of a text. What hangs on an apostrophe ("l'eau", "foto's") is left off unless it is a word itself."""
    for match in _WORD.finditer(text):
        found = match[0]
        if len(found) > 1 and not found.isalnum():
            yield from _without_hangers(match.start(), found)
        else:
            yield Word(match.start(), match.end(), found[:LONGEST].lower())


def all_in(text: str) -> frozenset[str]:
    """The words of a text, in lower case, each once; quicker than to cut it."""
    plain = set(_WORD.findall(text.lower()))
    hanging = {word for word in plain if not word.isalnum()}
    return frozenset((plain - hanging) | {one.text for word in hanging for one in cut(word)})


def _read(texts: Collection[str]) -> tuple[list[frozenset[str]], Memory]:
    """The words of each text, and the memory in which all of them are."""
    memory = _memory
    known = {text: words for text in texts if (words := memory.said.get(text)) is not None}
    fresh = {text: all_in(text) for text in texts if text not in known}
    if fresh and learn(frozenset().union(*fresh.values())) is not memory:
        # Begun anew for these words: it does not hold those of the others.
        known, fresh = {}, {text: all_in(text) for text in texts}
        memory = learn(frozenset().union(*fresh.values()))
    if len(memory.said) > MOST_SAID:
        memory.said = {}
    memory.said.update((text, words) for text, words in fresh.items() if len(text) <= SHORT)
    return [*known.values(), *fresh.values()], memory


def _without_hangers(start: int, found: str) -> Iterator[Word]:
    pieces = []
    at = 0
    for piece in _APOSTROPHE.split(found):
        pieces.append(Word(start + at, start + at + len(piece), piece[:LONGEST].lower()))
        at += len(piece) + 1
    kept = [piece for piece in pieces if len(piece.text) > 2]
    yield from kept or [max(pieces, key=lambda piece: (len(piece.text), piece.start))]


def learn(words: Iterable[str]) -> Memory:
    """Ask the database for the stems of words not met before, all at once. Gives the memory in which all of these words are."""
    global _memory
    memory, asked = _memory, frozenset(words)
    wanted: Collection[str] = [word for word in asked if word not in memory.forms]
    if not wanted:
        return memory
    if len(memory.forms) > MOST_KEPT:
        memory, wanted = Memory(), asked
        _memory = memory
    spelled = {word: _spellings(word) for word in wanted}
    written = {one for by_letter in spelled.values() for ones in by_letter.values() for one in ones}
    unknown = sorted(one for one in written if one not in memory.stems)
    if unknown:
        for word, *found in sql.rows(_STEMS, {"words": unknown}):
            memory.stems[word] = tuple(found)
    for word in wanted:
        known = _form(word, spelled[word], memory)
        for lexeme in known.all:
            memory.spelled.setdefault(lexeme, set()).add(word)
        memory.forms[word] = known
    return memory


def forms(word: str) -> Forms:
    """The lexemes of a word in lower case."""
    return _memory.forms.get(word) or learn([word]).forms[word]


def that_meet(texts: Collection[str], wanted: Collection[str]) -> set[str]:
    """The words of some texts, in lower case, that have one of the wanted lexemes."""
    said, memory = _read(texts)
    meant = set().union(*(memory.spelled.get(lexeme, ()) for lexeme in wanted))
    return {word for word in meant if any(word in words for words in said)}


def _spellings(word: str) -> dict[str, set[str]]:
    """For each language the words whose stems are this one's: as written, without accents, and its further forms."""
    plain = {word, sort_key(word)}
    return {
        letter: plain | {more for one in plain for more in stems.further(letter, one)} for letter in LETTERS
    }


def _form(word: str, spelled: dict[str, set[str]], memory: Memory) -> Forms:
    lexemes: dict[str, frozenset[str]] = {}
    small: set[str] = set()
    for number, letter in enumerate(LETTERS):
        found: set[str] = set()
        for written in spelled[letter]:
            known = memory.stems[written][number]
            if written == word and (known == [] or word in _SMALL_TOO.get(letter, ())):
                small.add(letter)
            found.update(stems.settled(letter, sort_key(one)) for one in known or [written])
        lexemes[letter] = frozenset(f"{letter}:{stem}" for stem in found)
    return Forms(lexemes, frozenset(small), frozenset().union(*lexemes.values()))
