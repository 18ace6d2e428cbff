"""My data, and erasure: the notices somebody got."""

from typing import Any

from vloot.notices.models import Notice


def mine(person_id: int) -> dict[str, Any]:
    """Everything this room keeps about a person."""
    return {
        "notices": list(Notice.objects.filter(person_id=person_id).values("kind", "title", "link", "read_at"))
    }


def forget(person_id: int) -> None:
    """Drop the notices somebody got; those of others keep the stone's name."""
    Notice.objects.filter(person_id=person_id).delete()
