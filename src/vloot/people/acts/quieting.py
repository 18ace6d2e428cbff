"""Letting somebody read only for a while, and write again."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.ground.errors import NotFound, Refused, require
from vloot.logbook.acts import record
from vloot.people import reads, rules
from vloot.people.actor import Actor
from vloot.people.models import Person

SHORTEST, LONGEST = timedelta(hours=1), timedelta(days=30)


def make_read_only(*, by: Actor, person_id: int, until: datetime) -> None:
    """Let somebody read along and write nothing until a moment from an hour to thirty days ahead; it ends by itself.

    Raises Refused when the rule says no or the moment is not within these, NotFound for nobody.
    """
    with transaction.atomic():
        person = Person.objects.select_for_update().filter(id=person_id).first()
        if person is None:
            raise NotFound
        require(rules.may_make_read_only(by, person, reads.roles_of(person_id)))
        if not SHORTEST <= until - clock.now() <= LONGEST:
            raise Refused("read_only.while", _("Choose from an hour to thirty days."), "hours")
        Person.objects.filter(id=person_id).update(read_only_until=until)
        _record(by, "MadeReadOnly", person_id, until=until.isoformat())


def end_read_only(*, by: Actor, person_id: int) -> None:
    """Let somebody write again before the time is over; nothing happens when they may already. Raises Refused."""
    require(rules.may_end_read_only(by, person_id))
    with transaction.atomic():
        held = Person.objects.filter(id=person_id, read_only_until__gt=clock.now())
        if held.update(read_only_until=None):
            _record(by, "ReadOnlyEnded", person_id)


def _record(by: Actor, kind: str, person_id: int, **details: str) -> None:
    record(kind=kind, actor_id=by.person_id, object_id=person_id, origin=by.origin, details=details)
