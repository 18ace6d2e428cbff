"""My data, and erasure: what the mailroom knows about somebody's address."""

from typing import Any

from vloot.mailroom.models import Trouble


def mine(person_id: int) -> dict[str, Any]:
    """Everything this room keeps about a person."""
    found = Trouble.objects.filter(person_id=person_id)
    return {"mail_trouble": list(found.values("address", "returns", "words", "last_at", "failing_at"))}


def forget(person_id: int) -> None:
    """Drop what is known of somebody's address."""
    Trouble.objects.filter(person_id=person_id).delete()
