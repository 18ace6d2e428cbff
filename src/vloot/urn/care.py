"""My data, and erasure: on which rosters somebody is. What they voted nobody knows, so nobody can show or forget it."""

from typing import Any

from vloot.urn.models import Voter


def mine(person_id: int) -> dict[str, Any]:
    """The secret votes that are open for a person, and whether they took their ballot."""
    found = Voter.objects.filter(person_id=person_id).order_by("box_id")
    return {"secret_votes": list(found.values("box_id", "key__group", "on_paper", "has_taken"))}


def forget(person_id: int) -> None:
    """Strike them off the rosters; a ballot that they cast cannot be found, and counts."""
    Voter.objects.filter(person_id=person_id).delete()
