"""A newcomer gets a buddy: somebody close, and fairly drawn."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground.errors import NotFound, Refused, require
from vloot.logbook.acts import record
from vloot.people import buddies, rules
from vloot.people.actor import Actor
from vloot.people.models import Person


def give_buddy(*, by: Actor, person_id: int, buddy_id: int | None = None) -> int | None:
    """Give somebody a buddy: the one chosen, or else one drawn. Returns the buddy's id, None when nobody can be.

    Raises Refused when the rule says no or the buddy is the person themselves, NotFound for an unknown person.
    """
    require(rules.may_give_buddy(by))
    with transaction.atomic():
        person = Person.objects.select_for_update().filter(id=person_id, is_active=True).first()
        if person is None:
            raise NotFound
        if buddy_id == person_id:
            raise Refused("buddy.self", _("Choose somebody else than the person themselves."), "buddy")
        if buddy_id is not None and not buddies.possible(person).filter(id=buddy_id).exists():
            raise NotFound
        person.buddy_id = buddy_id or buddies.draw_for(person)
        person.save(update_fields=["buddy"])
        if person.buddy_id:
            details = {"buddy": person.buddy_id}
            record(
                kind="BuddyGiven",
                actor_id=by.person_id,
                object_id=person.id,
                origin=by.origin,
                details=details,
            )
    return person.buddy_id
