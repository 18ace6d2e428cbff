"""A space is never without a host, also when its last one leaves the company."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Exists, OuterRef

from vloot.ground import clock, live
from vloot.people import reads as people
from vloot.talk.spaces.models import Membership, Space


def replace(leaving: Collection[int] = ()) -> list[Space]:
    """Let every living space without a host who stays be hosted by one of its own, or else by the company. Returns these spaces.

    Its own come first, whoever is in it longest: what is said in a closed space must not reach an outsider because
    somebody left.
    """
    staying = Membership.objects.filter(space=OuterRef("pk"), is_host=True, person__is_active=True)
    orphans = Space.objects.filter(~Exists(staying.exclude(person_id__in=leaving)), archived_at=None)
    found = []
    with transaction.atomic():
        for space in orphans:
            if (host := successor(space.id, leaving)) is not None:
                found.append(space)
                Membership.objects.update_or_create(
                    space=space,
                    person_id=host,
                    defaults={"is_host": True},
                    create_defaults={"is_host": True, "joined_at": clock.now()},
                )
                live.announce("spaces", person_id=host, object_id=space.id)
    return found


def successor(space_id: int, leaving: Collection[int] = ()) -> int | None:
    """Who hosts a space when its hosts have left: its longest member, else a host of the company, else an administrator."""
    members = Membership.objects.filter(space=space_id, person__is_active=True, person__kind="human")
    colleagues = members.exclude(person_id__in=leaving).exclude(person__role_rows__name="guest")
    own = colleagues.order_by("joined_at", "id").values_list("person_id", flat=True).first()
    company = [*people.with_role("host"), *people.with_role("administrator")]
    return own or next((person for person in company if person not in leaving), None)
