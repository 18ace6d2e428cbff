"""What was typed, taken apart: words, phrases, what must not be there, and questions of who, where, what and when.

Nothing is wrong here: what cannot be read as anything else is read as words.
"""

from __future__ import annotations

import re

import msgspec

from vloot.ground.text import line, sort_key
from vloot.talk.search import vocabulary

LONGEST = 300  # characters that are read
MOST = 24  # terms that count

_TERM = re.compile(r"""(-?)(?:([^\W\d_]{1,12}):(?!//))?(?:"([^"]*)(?:"|$)|([^\s"]+))?""")


class Term(msgspec.Struct, frozen=True):
    """One thing typed. `key` is "" for words, else what is asked for ("from", "in", "kind" …)."""

    text: str
    key: str = ""
    is_not: bool = False
    is_phrase: bool = False


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """Everything typed, in its order."""

    typed: str
    terms: tuple[Term, ...] = ()

    def of(self, key: str) -> list[Term]:
        """The terms that ask for this."""
        return [term for term in self.terms if term.key == key]

    @property
    def words(self) -> str:
        """The words that are looked for, as one would say them: for other rooms, and for asking them as a question."""
        return " ".join(term.text for term in self.terms if not term.key and not term.is_not)

    @property
    def is_plain(self) -> bool:
        """Whether there are only words: then people and spaces may be meant too."""
        return bool(self.words) and not any(term.key or term.is_not for term in self.terms)


def parse(typed: str) -> Query:
    """Take apart what was typed. Never fails."""
    shown = line(typed)[:LONGEST]
    terms: list[Term] = []
    for match in _TERM.finditer(shown):
        if len(terms) < MOST and (term := _term(*match.groups())):
            terms.append(term)
    return Query(typed=shown, terms=tuple(terms))


def without(query: Query, *keys: str) -> str:
    """What was typed without these questions, to be typed again."""
    return " ".join(written(term) for term in query.terms if term.key not in keys)


def written(term: Term) -> str:
    """A term as one types it."""
    sign = "-" if term.is_not else ""
    if term.key == "tag":
        return f"{sign}#{term.text}"
    text = f'"{term.text}"' if term.is_phrase or " " in term.text else term.text
    return f"{sign}{term.key}:{text}" if term.key else f"{sign}{text}"


def _term(minus: str, name: str | None, phrase: str | None, word: str | None) -> Term | None:
    text = (phrase if phrase is not None else word or "").strip()
    key = vocabulary.KEYS.get(sort_key(name), "") if name else ""
    if name and not key:
        text = f"{name}:{text}"
    if key and not text:
        return None  # "from:" while one still types
    if not key and text.startswith("#") and len(text) > 1:
        key, text = "tag", text[1:].lower()
    elif key == "tag":
        text = text.removeprefix("#").lower()
    elif key == "from":
        text = text.removeprefix("@")
    if not any(letter.isalnum() for letter in text):
        return None
    return Term(text, key, bool(minus), phrase is not None and not key)
