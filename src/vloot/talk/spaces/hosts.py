"""A space is never without a host, also when its last one leaves the company."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Exists, OuterRef

from vloot.ground import clock, live
from vloot.people import reads as people
from vloot.talk.spaces.models import Membership, Space


def replace(person_ids: Collection[int]) -> list[Space]:
    """Let a living space whose hosts have all left be hosted by one of its own, or else by the company. Returns these spaces.

    Its own come first, whoever is in it longest: what is said in a closed space must not reach an outsider because
    somebody left.
    """
    active = Membership.objects.filter(space=OuterRef("pk"), is_host=True, person__is_active=True)
    orphans = Space.objects.filter(
        ~Exists(active), archived_at=None, memberships__person_id__in=person_ids, memberships__is_host=True
    )
    found = []
    with transaction.atomic():
        for space in orphans.distinct():
            if (host := successor(space.id)) is not None:
                found.append(space)
                Membership.objects.update_or_create(
                    space=space,
                    person_id=host,
                    defaults={"is_host": True},
                    create_defaults={"is_host": True, "joined_at": clock.now()},
                )
                live.announce("spaces", person_id=host, object_id=space.id)
    return found


def successor(space_id: int) -> int | None:
    """Who hosts a space when its hosts have left: its longest member, else a host of the company, else an administrator."""
    members = Membership.objects.filter(space=space_id, person__is_active=True, person__kind="human")
    colleagues = members.exclude(person__role_rows__name="guest").order_by("joined_at", "id")
    found = colleagues.values_list("person_id", flat=True).first()
    return found or next(iter(people.with_role("host") or people.with_role("administrator")), None)
