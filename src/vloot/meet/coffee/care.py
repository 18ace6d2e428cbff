"""My data, and erasure: what this room keeps about a person."""

from typing import Any

from vloot.meet.coffee.models import Apart, Coming, Seat


def mine(person_id: int) -> dict[str, Any]:
    """Everything this room keeps about a person."""
    seats = Seat.objects.filter(person_id=person_id).order_by("table_id")
    return {
        "coffee_comings": list(
            Coming.objects.filter(person_id=person_id).values("round__week", "slots", "languages")
        ),
        "coffees": list(seats.values("table__round__week", "has_met", "has_said")),
        "rather_not_with": list(
            Apart.objects.filter(person_id=person_id).values_list("other__name", flat=True)
        ),
    }


def forget(person_id: int) -> None:
    """Drop it all; what others wished about them goes too, for it is of no use without them."""
    Coming.objects.filter(person_id=person_id).delete()
    Seat.objects.filter(person_id=person_id).delete()
    Apart.objects.filter(person_id=person_id).delete()
    Apart.objects.filter(other_id=person_id).delete()
