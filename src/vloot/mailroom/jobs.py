"""Readers of the logbook: who is to know that mail to somebody comes back."""

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.people import reads as people
from vloot.people.models import RoleName


def tell_of_dead_address(entries: Sequence[Entry]) -> None:
    """Administrators can help somebody to another address; they themselves can give another one."""
    for entry in entries:
        person = entry.object_id
        own = Note(person_id=person, kind="own_address_failed", object_id=person, actor_id=0, link="/me/")
        notices.tell_many([own])
        notices.tell_many(
            Note(
                person_id=administrator,
                kind="address_failed",
                object_id=person,
                actor_id=person,
                link=f"/people/{person}/",
            )
            for administrator in people.with_role(RoleName.ADMINISTRATOR)
        )
