"""My data, and erasure: what somebody answered; that others named them is known only to those others."""

from typing import Any

from vloot.network.rounds.models import Nomination, Sheet


def mine(person_id: int) -> dict[str, Any]:
    """What somebody answered in the rounds that are kept."""
    sheets = Sheet.objects.filter(person_id=person_id).order_by("round__until")
    named = Nomination.objects.filter(sheet__person_id=person_id).order_by("sheet__round__until", "question")
    return {
        "question_rounds": list(sheets.values_list("round__until", flat=True)),
        "named_in_question_rounds": list(named.values("sheet__round__until", "question", "named__name")),
    }


def forget(person_id: int) -> None:
    """Drop what they answered, and their name on the sheets of others."""
    Sheet.objects.filter(person_id=person_id).delete()
    Nomination.objects.filter(named_id=person_id).delete()
