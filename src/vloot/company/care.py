"""My data, and erasure: what this room keeps about a person."""

from __future__ import annotations

from typing import Any

from vloot.company.models import Company, StartLink, TopSeat


def mine(person_id: int) -> dict[str, Any]:
    """Whether a person has a seat in the top team, is awaited as founder, or is the confidential counsellor."""
    return {
        "has_top_seat": TopSeat.objects.filter(person_id=person_id).exists(),
        "has_start_link": StartLink.objects.filter(founder_id=person_id).exists(),
        "is_counsellor": Company.objects.filter(counsellor_id=person_id).exists(),
    }


def forget(person_id: int) -> None:
    """Free the seats a person has."""
    TopSeat.objects.filter(person_id=person_id).delete()
    StartLink.objects.filter(founder_id=person_id).delete()
    Company.objects.filter(counsellor_id=person_id).update(counsellor=None)
