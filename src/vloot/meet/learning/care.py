"""My data, and erasure: one's own log."""

from typing import Any

from vloot.meet.learning.models import Learned, Turn


def mine(person_id: int) -> dict[str, Any]:
    """Everything this storey keeps about a person."""
    learned = Learned.objects.filter(person_id=person_id).order_by("id")
    return {
        "learned": list(
            learned.values("after", "expected", "found", "will_change", "changed_mind", "post_id")
        ),
        "turns": list(Turn.objects.filter(person_id=person_id).values_list("post_id", flat=True)),
    }


def forget(person_id: int) -> None:
    """Drop the log; posts are the living room's to empty."""
    Learned.objects.filter(person_id=person_id).delete()
    Turn.objects.filter(person_id=person_id).delete()
