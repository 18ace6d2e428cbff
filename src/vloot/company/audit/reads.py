"""Questions to the audit log."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

import msgspec
from django.db.models import Q
from django.utils.translation import gettext as _

from vloot.company.audit import rules
from vloot.ground.errors import require
from vloot.logbook import chain
from vloot.logbook.sealing import Broken, Outcome, Sealed
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard

PAGE = 50
# Details of audited kinds that are the id of a person whom their sentence names; the top team is a list of them.
WHO = ("person_id", "counsellor")


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Which lines one asks for; what is left out does not limit."""

    kind: str = ""
    person_id: int | None = None  # who did it, or to whom it was done
    since: datetime | None = None
    until: datetime | None = None


class AuditLine(msgspec.Struct, frozen=True, kw_only=True):
    """One link, with the people it names."""

    place: int
    kind: str
    at: datetime
    actor: PersonCard | None  # None: the program itself, or an import
    object_id: int
    space_id: int | None
    origin: str
    details: dict[str, Any]
    people: dict[int, PersonCard]
    previous: str
    hash: str


class Page(msgspec.Struct, frozen=True):
    """A page of the log, newest first; `older` is where the next begins."""

    lines: list[AuditLine]
    older: int | None


def page(actor: Actor, choice: Choice, *, before: int | None = None) -> Page:
    """The newest lines. Raises Refused to all but council and administrators."""
    require(rules.may_read(actor))
    found = chain.page(_where(choice), before=before, limit=PAGE + 1)
    older = found[PAGE - 1].place if len(found) > PAGE else None
    return Page(_lines(found[:PAGE]), older)


def everything(actor: Actor, choice: Choice) -> Iterator[AuditLine]:
    """Every line, newest first, read a page at a time. Raises Refused to all but council and administrators."""
    before: int | None = None
    while True:
        found = page(actor, choice, before=before)
        yield from found.lines
        if (before := found.older) is None:
            return


def head(actor: Actor) -> Sealed | None:
    """The newest link, whose hash is worth noting elsewhere. Raises Refused to all but council and administrators."""
    require(rules.may_read(actor))
    return chain.head()


def verified(actor: Actor, head: str = "") -> Outcome:
    """The whole chain computed anew. Raises Refused to all but council and administrators."""
    require(rules.may_read(actor))
    return chain.verify(head)


def first_at(actor: Actor) -> datetime | None:
    """When the oldest line was written. Raises Refused to all but council and administrators."""
    require(rules.may_read(actor))
    return chain.earliest()


def in_words(outcome: Outcome) -> str:
    """What checking has shown, in the reader's language."""
    if outcome.broken is None and not outcome.lines:
        return _("The audit log is empty: nothing has been chained yet.")
    if outcome.broken is None:
        return _(
            "All %(n)s lines are as they were written. None was changed, added, moved or taken away."
        ) % {"n": outcome.lines}
    return _why(outcome.broken)


def history(
    actor: Actor, kinds: Collection[str], settings: Collection[str] = (), limit: int = 10
) -> list[AuditLine]:
    """The newest lines of these kinds, and of the settings whose names begin so. Raises Refused as `page` does."""
    require(rules.may_read(actor))
    where = Q(kind__in=list(kinds))
    for name in settings:
        where |= Q(kind="SettingChanged", details__contains=f'"setting":"{name}')
    return _lines(chain.page(where, before=None, limit=limit))


def _why(broken: Broken) -> str:
    words = {
        "place": _("Line %(n)s is not where it belongs: a line was taken away, added or moved here."),
        "version": _("Line %(n)s is written in a way that this version of Vloot does not know."),
        "previous": _("Line %(n)s does not follow from the line before it: one of the two was exchanged."),
        "contents": _("Line %(n)s was changed after it was written."),
        "entry": _("Line %(n)s says something else than the logbook, from which it was written."),
        "missing": _("The logbook holds an act that is not in the audit log: its line was taken away."),
        "head": _(
            "The lines fit together, but the hash you noted is not among them: the end was cut off, or everything was written anew."
        ),
    }
    why = "missing" if broken.why == "entry" and broken.place < 1 else broken.why
    return words[why] % {"n": broken.place}


def _where(choice: Choice) -> Q:
    where = Q()
    if choice.kind:
        where &= Q(kind=choice.kind)
    if choice.person_id is not None:
        where &= Q(actor_id=choice.person_id) | Q(object_id=choice.person_id)
    if choice.since is not None:
        where &= Q(at__gte=choice.since)
    if choice.until is not None:
        where &= Q(at__lt=choice.until)
    return where


def _lines(found: Iterable[Sealed]) -> list[AuditLine]:
    read = [(link, json.loads(link.details)) for link in found]
    known = people.cards({person for link, details in read for person in _named(link, details)})
    return [
        AuditLine(
            place=link.place,
            kind=link.kind,
            at=link.at,
            actor=known.get(link.actor_id or 0),
            object_id=link.object_id,
            space_id=link.space_id,
            origin=link.origin,
            details=details,
            people={one: known[one] for one in _named(link, details) if one in known},
            previous=link.previous,
            hash=link.hash,
        )
        for link, details in read
    ]


def _named(link: Sealed, details: dict[str, Any]) -> set[int]:
    named = {link.actor_id or 0, link.object_id, *details.get("top_team", ())}
    return named | {value for key in WHO if isinstance(value := details.get(key), int)}
