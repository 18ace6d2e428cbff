"""My data, and erasure: what somebody said yes to, and that they never want to be asked."""

from typing import Any

from vloot.network.pilots.models import Pilot, Quiet


def mine(person_id: int) -> dict[str, Any]:
    """Everything this storey keeps about a person; whether they were ever asked it does not know."""
    return {
        "pilot": list(Pilot.objects.filter(person_id=person_id).values("topics", "words")),
        "never_ask_me_to_be_a_pilot": Quiet.objects.filter(person_id=person_id).exists(),
    }


def forget(person_id: int) -> None:
    """Drop it all."""
    Pilot.objects.filter(person_id=person_id).delete()
    Quiet.objects.filter(person_id=person_id).delete()
