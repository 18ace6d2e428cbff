"""The list of places where one can look around."""

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import ids
from vloot.ground.errors import Refused, require
from vloot.logbook import acts as logbook
from vloot.meet.walks import rules
from vloot.meet.walks.models import Place
from vloot.people.actor import Actor
from vloot.people.models import Team


def list_place(*, by: Actor, name: str) -> Place:
    """Put a place on the list; one that was taken off comes back. Raises Refused without a name."""
    require(rules.may_keep_places(by))
    said = " ".join(name.split())
    if not 2 <= len(said) <= 80:
        raise Refused(
            "no_name", _("Give the place a name of at most 80 characters, as people say it."), "name"
        )
    with transaction.atomic():
        place = _put(said)
        logbook.record(kind="PlaceListed", actor_id=by.person_id, object_id=place.id, origin=by.origin)
    return place


def list_teams(*, by: Actor) -> None:
    """Put every team of the chart on the list, as the place where it works."""
    require(rules.may_keep_places(by))
    with transaction.atomic():
        places = [_put(name) for name in Team.objects.order_by("sort_key").values_list("name", flat=True)]
        logbook.record_many(
            logbook.Happening(kind="PlaceListed", actor_id=by.person_id, object_id=place.id, origin=by.origin)
            for place in places
        )


def drop_place(*, by: Actor, place: Place) -> None:
    """Take a place off the list; the walks that were there keep it."""
    require(rules.may_keep_places(by))
    with transaction.atomic():
        Place.objects.filter(pk=place.pk).update(is_listed=False)
        logbook.record(kind="PlaceDropped", actor_id=by.person_id, object_id=place.id, origin=by.origin)


def _put(name: str) -> Place:
    known = Place.objects.filter(name__iexact=name).first()
    if known is None:
        return Place.objects.create(id=ids.new(), name=name[:80])
    if not known.is_listed:
        Place.objects.filter(pk=known.pk).update(is_listed=True)
    return known
