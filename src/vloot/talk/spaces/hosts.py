"""A space is never without a host, also when its last one leaves the company."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Exists, OuterRef

from vloot.ground import clock
from vloot.people import reads as people
from vloot.talk.spaces.models import Membership, Space


def replace(person_ids: Collection[int]) -> list[Space]:
    """Give the living spaces whose hosts have all left to the company's first host, else administrator. Returns these spaces."""
    successors = people.with_role("host") or people.with_role("administrator")
    active = Membership.objects.filter(space=OuterRef("pk"), is_host=True, person__is_active=True)
    orphans = Space.objects.filter(
        ~Exists(active), archived_at=None, memberships__person_id__in=person_ids, memberships__is_host=True
    ).distinct()
    if not successors:
        return []
    found = list(orphans)
    with transaction.atomic():
        for space in found:
            Membership.objects.update_or_create(
                space=space,
                person_id=successors[0],
                defaults={"is_host": True},
                create_defaults={"is_host": True, "joined_at": clock.now()},
            )
    return found
