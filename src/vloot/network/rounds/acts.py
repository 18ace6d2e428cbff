"""The verbs: opening a round, reminding everybody, and answering for oneself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from vloot.ground import clock, ids
from vloot.ground.errors import Refused, require
from vloot.logbook.acts import record
from vloot.network.rounds import rules
from vloot.network.rounds.models import Nomination, QuestionRound, Sheet
from vloot.people.actor import Actor


def open_round(*, by: Actor, until: date) -> QuestionRound:
    """Ask everybody, to be answered until a day. Raises Refused."""
    with transaction.atomic():
        require(rules.may_open(by))
        require(rules.may_last(until))
        made = QuestionRound.objects.create(id=ids.new(), until=until)
        _record("QuestionRoundOpened", by, made)
    return made


def remind(*, by: Actor, round: QuestionRound) -> None:
    """Tell everybody once more, whoever answered and whoever did not. Raises Refused."""
    with transaction.atomic():
        locked = QuestionRound.objects.select_for_update().get(pk=round.pk)
        require(rules.may_remind(by, locked))
        QuestionRound.objects.filter(pk=round.pk).update(reminded_at=clock.now())
        _record("QuestionRoundReminded", by, round)


def answer(*, by: Actor, round: QuestionRound, names: Mapping[str, Sequence[int]]) -> None:
    """Say whom one goes to and who gives energy, in place of what one said before. Raises Refused about a question."""
    with transaction.atomic():
        # Shared with others who answer, not with the clock that closes it.
        held = QuestionRound.objects.select_for_update(no_key=True).get(pk=round.pk)
        require(rules.may_answer(by, held))
        chosen = {question: set(names.get(question, ())) for question in rules.QUESTIONS}
        for question, named in chosen.items():
            if not (verdict := rules.may_name(by, named)):
                raise Refused(verdict.code, verdict.text, question)
        Sheet.objects.filter(round=round, person_id=by.person_id).delete()
        sheet = Sheet.objects.create(id=ids.drawn(), round=round, person_id=by.person_id)
        Nomination.objects.bulk_create(
            Nomination(sheet=sheet, question=question, named_id=person)
            for question, named in chosen.items()
            for person in named
        )


def take_back(*, by: Actor, round: QuestionRound) -> None:
    """As if one had never answered. Raises Refused when the round is over."""
    require(rules.may_answer(by, round))
    Sheet.objects.filter(round=round, person_id=by.person_id).delete()


def _record(kind: str, by: Actor, round: QuestionRound) -> None:
    record(kind=kind, actor_id=by.person_id or None, object_id=round.id, origin=by.origin)
