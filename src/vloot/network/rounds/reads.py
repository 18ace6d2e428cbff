"""Questions to the rounds: the one that is open, what I answered, what others said of me, and how many answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
from django.db.models import QuerySet

from vloot.company.settings.reads import minimum_group
from vloot.ground import clock, privacy
from vloot.ground.errors import NotFound
from vloot.ground.privacy import Figure
from vloot.network.rounds import rules
from vloot.network.rounds.models import Nomination, QuestionRound, Sheet
from vloot.people.actor import Actor
from vloot.people.cards import alphabetical, cards
from vloot.people.reads import PersonCard


class OpenRound(msgspec.Struct, frozen=True, kw_only=True):
    """The round that is open, and what I answered so far."""

    id: int
    until: date
    has_answered: bool
    named: dict[str, list[PersonCard]]  # by question, alphabetically
    is_reminded: bool


class PastRound(msgspec.Struct, frozen=True, kw_only=True):
    """A round that is over: how many answered, and whether that is enough for figures beyond one's own page."""

    until: date
    answered: Figure | None
    is_enough: bool


class Said(msgspec.Struct, frozen=True):
    """How many colleagues named me in the last round that is over, each None under three. For nobody's eyes but mine."""

    advice: int | None
    energy: int | None


class Named(msgspec.Struct, frozen=True):
    """A nomination as a tie: who named whom, and when the round closed."""

    asker_id: int
    helper_id: int
    on: date


def open_round(actor: Actor) -> OpenRound | None:
    """The round that the actor may answer; None without one."""
    found = QuestionRound.objects.filter(closed_at=None).first()
    if found is None or not rules.may_answer(actor, found):
        return None
    sheet = Sheet.objects.filter(round=found, person_id=actor.person_id).first()
    rows = list(sheet.nominations.values_list("question", "named_id")) if sheet else []
    known = cards(named for _question, named in rows)
    return OpenRound(
        id=found.id,
        until=found.until,
        has_answered=sheet is not None,
        named={
            question: alphabetical(
                known[named] for asked, named in rows if asked == question and named in known
            )
            for question in rules.QUESTIONS
        },
        is_reminded=found.reminded_at is not None,
    )


def get(round_id: int) -> QuestionRound:
    """A round. Raises NotFound."""
    found = QuestionRound.objects.filter(pk=round_id).first()
    if found is None:
        raise NotFound
    return found


def past() -> list[PastRound]:
    """The rounds that are over, the newest first."""
    smallest = minimum_group()
    return [
        PastRound(
            until=round.until,
            answered=privacy.shown(round.answered, round.asked, smallest=smallest),
            is_enough=rules.counts(round),
        )
        for round in QuestionRound.objects.exclude(closed_at=None).order_by("-until")[:8]
    ]


def said_of(actor: Actor) -> Said:
    """How many named the actor in the last round that is over: whether it counts for others or not."""
    last = _kept().first()
    found = Nomination.objects.filter(
        sheet__round=last, named_id=actor.person_id, sheet__person__is_active=True
    ).values_list("question", flat=True)
    counted = {question: sum(one == question for one in found) for question in rules.QUESTIONS}
    enough = {
        question: count if count >= rules.LEAST_NOMINATORS else None for question, count in counted.items()
    }
    return Said(advice=enough[Nomination.ADVICE], energy=enough[Nomination.ENERGY])


def counting(helper_id: int | None = None) -> Iterator[Named]:
    """The nominations of half a year that count as ties; of rounds that too few answered none. Both questions, each pair once."""
    counting_rounds = [round.id for round in _kept() if rules.counts(round)]
    found = Nomination.objects.filter(sheet__round_id__in=counting_rounds)
    if helper_id is not None:
        found = found.filter(named_id=helper_id)
    rows = found.values_list("sheet__person_id", "named_id", "sheet__round__until").distinct()
    return (Named(*row) for row in rows.iterator())


def _kept() -> QuerySet[QuestionRound]:
    oldest = clock.now().date() - rules.KEPT
    return QuestionRound.objects.exclude(closed_at=None).filter(until__gte=oldest).order_by("-until")
