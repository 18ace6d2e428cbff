"""My data, and erasure: what this room keeps about a person."""

from typing import Any

from django.db.models import Q

from vloot.network.ties.models import Abstention, Tie


def mine(person_id: int) -> dict[str, Any]:
    """Everything this room keeps about a person, except who named them in confidence: so not how much a colleague's tie is worth either."""
    helped = Tie.objects.filter(helper_id=person_id, is_open=True).order_by("asker__sort_key")
    got = Tie.objects.filter(asker_id=person_id).order_by("helper__sort_key")
    return {
        "helped_by_me": list(helped.values_list("asker__name", flat=True)),
        "who_helped_me": list(got.values("helper__name", "helped_on", "weight", "worth")),
        "stays_out_of_network": Abstention.objects.filter(person_id=person_id).exists(),
    }


def forget(person_id: int) -> None:
    """Drop it all, in both directions."""
    Tie.objects.filter(Q(asker_id=person_id) | Q(helper_id=person_id)).delete()
    Abstention.objects.filter(person_id=person_id).delete()
