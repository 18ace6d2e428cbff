"""Rounds end when their last day is over, and names are forgotten half a year later: what a clock does, nobody's deed."""

from __future__ import annotations

from django.db import transaction

from vloot.ground import clock
from vloot.network.rounds import rules
from vloot.network.rounds.models import QuestionRound, Sheet
from vloot.people import reads as people


def close_due() -> int:
    """Count and close the rounds whose last day is over. Returns how many."""
    today = clock.now().date()
    due = QuestionRound.objects.filter(closed_at=None, until__lt=today).values_list("id", flat=True)
    return sum(_close(round_id) for round_id in list(due))


def forget_long_ago() -> int:
    """Drop what people answered in rounds of more than half a year ago; how many answered stays. Returns how many sheets."""
    limit = clock.now().date() - rules.KEPT
    return Sheet.objects.filter(round__until__lt=limit).delete()[1].get(Sheet._meta.label, 0)


def _close(round_id: int) -> int:
    with transaction.atomic():
        round = QuestionRound.objects.select_for_update().get(pk=round_id)
        if round.closed_at is not None:
            return 0
        asked = set(people.ids_of_colleagues())
        who = set(Sheet.objects.filter(round=round).values_list("person_id", flat=True))
        round.closed_at, round.asked, round.answered = clock.now(), len(asked), len(asked & who)
        round.save(update_fields=["closed_at", "asked", "answered"])
    return 1
