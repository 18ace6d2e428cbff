"""Which human looks after a how-to page when its owner no longer can."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from vloot.ground.errors import Refused
from vloot.people import reads as people
from vloot.talk.guides import rules
from vloot.talk.guides.models import Guide
from vloot.talk.spaces import hosts
from vloot.talk.spaces import reads as spaces


def choose(space_id: int, leaving: Collection[int] = ()) -> int:
    """The host of the space who looks after the fewest pages; whoever would host it next where all its hosts have left."""
    hosting = [host for host in spaces.hosts_of(space_id) if host not in leaving]
    if not hosting:
        successor = hosts.successor(space_id, leaving)
        if successor is None:
            raise Refused(
                "no_host", _("Nobody hosts this space. Ask an administrator to appoint a host first.")
            )
        return successor
    counted = Guide.objects.filter(owner_id__in=hosting).values("owner_id").annotate(load=Count("pk"))
    loads = {row["owner_id"]: row["load"] for row in counted}
    return min(hosting, key=lambda person: (loads.get(person, 0), hosting.index(person)))


def replace(person_ids: Collection[int]) -> list[Guide]:
    """Give the pages of people who leave the company to others. Returns these pages."""
    return _replace(Q(owner_id__in=person_ids), leaving=person_ids)


def replace_unfit(where: Q) -> list[Guide]:
    """Give those pages whose owner may look after them no longer to others. Returns these pages."""
    return _replace(where, only_unfit=True)


def _replace(where: Q, *, leaving: Collection[int] = (), only_unfit: bool = False) -> list[Guide]:
    with transaction.atomic():
        held = Guide.objects.select_for_update(of=("self",)).filter(where)
        found = list(held.select_related("space").order_by("pk"))
        if only_unfit:
            cards = people.cards({guide.owner_id for guide in found})
            found = [guide for guide in found if not rules.may_own(guide.space, cards[guide.owner_id])]
        for guide in found:
            guide.owner_id = choose(guide.space_id, leaving)
            guide.save(update_fields=["owner"])
    return found
