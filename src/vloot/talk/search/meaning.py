"""What a query means to one reader: which lexemes must be there, between which ids, and what of it could not be understood."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, tzinfo
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from vloot.ground import ids
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard
from vloot.talk.search import dates, matching, vocabulary
from vloot.talk.search.query import Query, Term
from vloot.talk.spaces import find
from vloot.talk.spaces import reads as spaces
from vloot.talk.spaces.reads import SpaceRef


class Meaning(msgspec.Struct, kw_only=True):
    """`groups`: of each, one lexeme must be there. `exact`: what PostgreSQL checks beyond that, as its tsquery; "" when nothing."""

    query: Query
    groups: list[list[str]] = []
    nots: list[str] = []  # tsqueries that must not match
    phrases: list[str] = []  # tsqueries that must
    wanted: frozenset[str] = frozenset()  # lexemes to mark
    after: int = 0
    before: int = ids.LARGEST
    is_nothing: bool = False  # somebody or some place is asked for that is not here
    persons: list[PersonCard] = []
    spaces: list[SpaceRef] = []
    kinds: list[str] = []
    states: list[str] = []
    has: list[str] = []
    tags: list[str] = []
    since: date | None = None
    until: date | None = None
    notes: list[str] = []

    @property
    def exact(self) -> str:
        """What must match beside the groups, as a tsquery."""
        return " & ".join([*(f"({one})" for one in self.phrases), *(f"!({one})" for one in self.nots)])

    @property
    def closeness(self) -> str:
        """By what to rank: all that is looked for, as a tsquery; "" when there are no words."""
        return " | ".join(matching.any_of([lexeme]) for lexeme in sorted(self.wanted))


def of(actor: Actor, query: Query, *, today: date, zone: tzinfo | None) -> Meaning:
    """What a query means. Asks only for what is named; never fails."""
    found = Meaning(query=query)
    _read_words(found)
    _read_who(actor, found)
    _read_where(actor, found)
    _read_names(found)
    _read_when(found, today, zone)
    return found


def _read_words(found: Meaning) -> None:
    terms = found.query.of("")
    sought = [term for term in terms if not term.is_not]
    found.groups += matching.groups([term.text for term in sought if not term.is_phrase])
    for term in sought:
        if term.is_phrase:
            found.groups += matching.every_word(term.text)
        if phrase := matching.phrase(term.text, is_needed=term.is_phrase):
            found.phrases.append(phrase)
    for term in terms:
        if term.is_not and (what := matching.phrase(term.text, is_needed=True)):
            found.nots.append(what)
    found.wanted = matching.lexemes(term.text for term in sought)


def _read_who(actor: Actor, found: Meaning) -> None:
    terms = found.query.of("from")
    if not terms:
        return
    met = spaces.shared_with(actor)

    def called(typed: str) -> list[PersonCard]:
        if matching.folded(typed) in vocabulary.ME:
            return [people.card(actor.person_id)]
        return people.called(actor, typed, met)

    missing = _("Nobody here is called “{name}”. Try another spelling, or a part of the name.")
    found.persons = _named(found, terms, "by", called, missing)


def _read_where(actor: Actor, found: Meaning) -> None:
    if terms := found.query.of("in"):
        missing = _("No space that you can read is called “{name}”.")
        found.spaces = _named(found, terms, "in", lambda typed: find.called(actor, typed), missing)


def _named(
    found: Meaning, terms: Iterable[Term], fact: str, called: Callable[[str], list[Any]], missing: str
) -> list[Any]:
    """The persons or spaces that are named; any of them will do. A name that nobody has finds nothing, and says so."""
    meant: list[Any] = []
    for term in terms:
        named = called(term.text)
        if term.is_not:
            if named:
                _put(found, term, [f"{fact}:{one.id}" for one in named])
            continue
        meant += named
        if not named:
            found.notes.append(missing.format(name=term.text))
    if meant:
        found.groups.append([f"{fact}:{one.id}" for one in meant])
    elif any(not term.is_not for term in terms):
        found.is_nothing = True
    return meant


def _read_names(found: Meaning) -> None:
    for term in found.query.of("tag"):
        _put(found, term, [f"tag:{term.text}"])
        if not term.is_not:
            found.tags.append(term.text)
    either: list[str] = []
    for term in [*found.query.of("kind"), *found.query.of("is")]:
        typed = matching.folded(term.text)
        meant = vocabulary.KINDS.get(typed) or vocabulary.STATES.get(typed)
        if meant is None:
            found.notes.append(_("“{typed}” says nothing here; it is left out.").format(typed=term.text))
        elif term.is_not:
            _put(found, term, [f"is:{meant}"])
        elif meant in vocabulary.STATES.values():
            found.states.append(meant)
        else:
            found.kinds.append(meant)
            either.append(f"is:{meant}")
    found.groups += [either] if either else []
    found.groups += [[f"is:{state}" for state in found.states]] if found.states else []
    for term in found.query.of("has"):
        what = vocabulary.HAS.get(matching.folded(term.text))
        if what is None:
            found.notes.append(_("“{typed}” says nothing here; it is left out.").format(typed=term.text))
        else:
            _put(found, term, [f"has:{what}"])
            found.has += [] if term.is_not else [what]


def _read_when(found: Meaning, today: date, zone: tzinfo | None) -> None:
    for key in ("after", "before", "on"):
        for term in found.query.of(key):
            span = dates.read(term.text, today)
            if span is None or term.is_not:
                words = _("“{typed}” is no day; try 2026-03-01, March or yesterday. It is left out.")
                found.notes.append(words.format(typed=f"{key}:{term.text}"))
                continue
            if key in ("after", "on"):
                found.since = max(filter(None, (found.since, span.first)))
            if key == "on":
                found.until = min(filter(None, (found.until, span.end)))
            elif key == "before":
                found.until = min(filter(None, (found.until, span.first)))
    if found.since:
        found.after = dates.id_from(found.since, zone) - 1
    if found.until:
        found.before = dates.id_from(found.until, zone)


def _put(found: Meaning, term: Term, lexemes: Collection[str]) -> None:
    if term.is_not:
        found.nots.append(matching.any_of(lexemes))
    else:
        found.groups.append(list(lexemes))
