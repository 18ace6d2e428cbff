"""My data, and erasure: what the walks keep about a person."""

from typing import Any

from django.db import transaction
from django.db.models import Q

from vloot.meet.walks.models import Notes, Promise, Walk
from vloot.notices import acts as notices


def mine(person_id: int) -> dict[str, Any]:
    """Everything the walks keep about a person."""
    walks = Walk.objects.filter(Q(leader_id=person_id) | Q(host_id=person_id))
    led = {"walk__leader_id": person_id}
    return {
        "walks": list(
            walks.order_by("id").values(
                "leader__name", "host__name", "place__name", "spot", "wish", "moments", "starts_at", "answer",
                "lapsed_at", "off_because", "has_said",
            )
        ),
        "walk_notes": list(Notes.objects.filter(**led).values("saw", "surprised", "hinders", "approved_at")),
        "walk_promises": list(
            Promise.objects.filter(**led).values("text", "due_on", "done_at", "kept_at", "given_up_at", "because")
        ),
    }  # fmt: skip


def forget(person_id: int) -> None:
    """Drop what a person said and what was never agreed; of a walk that took place the other one keeps that it did, and what they said."""
    theirs = Q(leader_id=person_id) | Q(host_id=person_id)
    with transaction.atomic():
        notices.forget_about(list(Walk.objects.filter(theirs).values_list("id", flat=True)))
        Notes.objects.filter(walk__leader_id=person_id).delete()
        Promise.objects.filter(walk__leader_id=person_id).delete()
        Walk.objects.filter(theirs, starts_at=None).delete()
        Walk.objects.filter(host_id=person_id).update(spot="", wish="", off_because="")
        Walk.objects.filter(leader_id=person_id).update(off_because="", answer="")
        Walk.objects.filter(leader_id=person_id, is_offer=True).update(wish="")
