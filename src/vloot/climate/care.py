"""My data, and erasure: what this room keeps about a person."""

from typing import Any

from vloot.climate.waves.models import Paper


def mine(person_id: int) -> dict[str, Any]:
    """Everything this room keeps about a person: whether they chose paper for a wave that is announced."""
    return {
        "climate_on_paper": list(
            Paper.objects.filter(person_id=person_id).values_list("wave__opens_at", flat=True)
        )
    }


def forget(person_id: int) -> None:
    """Drop it."""
    Paper.objects.filter(person_id=person_id).delete()
