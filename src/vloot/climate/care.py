"""My data, and erasure: what this room keeps about a person."""

from typing import Any

from django.db.models import F, Q

from vloot.climate.matters.models import Answer, Matter
from vloot.climate.mirror.models import Outlook, Stance
from vloot.climate.waves.models import Paper
from vloot.notices import acts as notices


def mine(person_id: int) -> dict[str, Any]:
    """Everything this room keeps about a person; what they wrote without their name it does not know to be theirs."""
    answers = Answer.objects.filter(Q(who_id=person_id) | Q(given_by_id=person_id))
    stances = Stance.objects.filter(person_id=person_id).order_by("id")
    return {
        "climate_on_paper": list(
            Paper.objects.filter(person_id=person_id).values_list("wave__opens_at", flat=True)
        ),
        "matters_written": list(
            Matter.objects.filter(writer_id=person_id).values("kind", "shown_on", said=F("words"))
        ),
        "matters_owned": list(Matter.objects.filter(owner_id=person_id).values_list("words", flat=True)),
        "matters_taken_away": list(
            Matter.objects.filter(taken_away_by_id=person_id).values_list("why_taken_away", flat=True)
        ),
        "matters_answered": list(
            answers.order_by("id").values("given_on", "due_on", "outcome", said=F("words"))
        ),
        "matters_judged": list(
            Answer.objects.filter(outcome_by_id=person_id).values(
                "outcome", "outcome_on", said=F("outcome_words")
            )
        ),
        "mirror_stances": list(stances.values("statement", "view", "said_on", said=F("words"))),
        "mirror_outlook": list(
            Outlook.objects.filter(person_id=person_id).values(
                "stands", "change", "change_on", reason=F("why")
            )
        ),
    }


def forget(person_id: int) -> None:
    """Drop what is only theirs. What others answered to stays, and so do answers the company counts on, without their name."""
    Paper.objects.filter(person_id=person_id).delete()
    Stance.objects.filter(person_id=person_id).delete()
    Outlook.objects.filter(person_id=person_id).delete()
    unanswered = Matter.objects.filter(writer_id=person_id, answers=None)
    notices.forget_about(list(unanswered.values_list("pk", flat=True)))
    unanswered.delete()
    Matter.objects.filter(writer_id=person_id).update(writer=None)
    Matter.objects.filter(owner_id=person_id).update(owner=None)
    Matter.objects.filter(taken_away_by_id=person_id).update(taken_away_by=None)
    Answer.objects.filter(who_id=person_id).update(who=None)
    Answer.objects.filter(given_by_id=person_id).update(given_by=None)
    Answer.objects.filter(outcome_by_id=person_id).update(outcome_by=None)
