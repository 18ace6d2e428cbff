"""Who has a place and who waits: worked out from the order of saying yes, never written down."""

import msgspec

from vloot.talk.events.models import Event, EventReply


class Seats(msgspec.Struct, frozen=True):
    """The ids of those who said yes, in order: with a place, and waiting for one."""

    seated: list[int]
    waiting: list[int]


def of(event: Event) -> Seats:
    """How the places of an event are taken."""
    coming = EventReply.objects.filter(event=event, answer=EventReply.YES).order_by("id")
    return split(list(coming.values_list("person_id", flat=True)), event.capacity)


def split(coming: list[int], capacity: int | None) -> Seats:
    """The first have a place, as far as there is room; the others wait in the same order."""
    room = len(coming) if capacity is None else capacity
    return Seats(coming[:room], coming[room:])


def moved_up(before: Seats, after: Seats) -> list[int]:
    """Who waited before and has a place now."""
    return sorted(set(before.waiting) & set(after.seated))
