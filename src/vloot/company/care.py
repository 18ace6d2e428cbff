"""My data, and erasure: what this room keeps about a person."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from vloot.company.models import Agreement, Company, StartLink, Switch, TopSeat


def mine(person_id: int) -> dict[str, Any]:
    """Whether a person has a seat in the top team, is awaited as founder, or is the confidential counsellor."""
    switched = Switch.objects.filter(Q(host_id=person_id) | Q(trained_by_id=person_id))
    return {
        "rooms_looked_after": list(switched.values("room", "why", "trained_on")),
        "agreements_recorded": list(
            Agreement.objects.filter(recorded_by_id=person_id).values("subject", "agreed_on")
        ),
        "has_top_seat": TopSeat.objects.filter(person_id=person_id).exists(),
        "has_start_link": StartLink.objects.filter(founder_id=person_id).exists(),
        "is_counsellor": Company.objects.filter(counsellor_id=person_id).exists(),
    }


def forget(person_id: int) -> None:
    """Free the seats a person has."""
    TopSeat.objects.filter(person_id=person_id).delete()
    StartLink.objects.filter(founder_id=person_id).delete()
    Company.objects.filter(counsellor_id=person_id).update(counsellor=None)
    Switch.objects.filter(host_id=person_id).update(host=None)
    Switch.objects.filter(trained_by_id=person_id).update(trained_by=None)
    Agreement.objects.filter(recorded_by_id=person_id).update(recorded_by=None)
