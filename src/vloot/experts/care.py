"""My data, and erasure: what this room keeps about a person."""

from typing import Any

from vloot.experts.models import Confirmation, Craft, Holding, Invitation, Load, Review, Taking, Wish


def mine(person_id: int) -> dict[str, Any]:
    """Everything this room keeps about a person."""
    confirmed = Confirmation.objects.filter(by_id=person_id)
    return {
        "crafts": list(Holding.objects.filter(person_id=person_id).values_list("craft__name", flat=True)),
        "crafts_confirmed": list(confirmed.values("holding__craft__name", "holding__person__name")),
        "rather_not_asked_about": list(
            Wish.objects.filter(person_id=person_id).values_list("topic", flat=True)
        ),
        "invited_to_answer": list(
            Invitation.objects.filter(person_id=person_id, is_told=True).values_list("question_id", flat=True)
        ),
        "invited_on": list(Load.objects.filter(person_id=person_id).values_list("day", flat=True)),
        "answers_to_review": list(
            Review.objects.filter(person_id=person_id).values_list("answer_id", flat=True)
        ),
        "takes_on": list(
            Taking.objects.filter(person_id=person_id).values("a_week", "paused_until", "is_curious")
        ),
    }


def forget(person_id: int) -> None:
    """Drop it all, and the crafts that nobody else has and no specialist outside is listed for."""
    held = list(Holding.objects.filter(person_id=person_id).values_list("craft_id", flat=True))
    for table in (Invitation, Load, Review, Taking):
        table.objects.filter(person_id=person_id).delete()
    Confirmation.objects.filter(by_id=person_id).delete()
    Holding.objects.filter(person_id=person_id).delete()
    Wish.objects.filter(person_id=person_id).delete()
    Craft.objects.filter(id__in=held, holdings=None, outsiders=None).delete()
