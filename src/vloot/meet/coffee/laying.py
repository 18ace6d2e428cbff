"""Those who come to a round are brought to their tables when its last day is over: what a clock does, nobody's deed."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from vloot.ground import clock, ids
from vloot.logbook import acts as logbook
from vloot.meet.coffee import between, slots
from vloot.meet.coffee.models import Coming, Round, Seat, Table
from vloot.people import reads as people
from vloot.people.models import Person

if TYPE_CHECKING:
    from vloot.meet.coffee.engine.seating import Comer

LARGEST_SEED = 2**31


def seat_due() -> int:
    """Bring those to tables who come to a round whose last day is over. Returns how many tables stand."""
    due = Round.objects.filter(seated_at=None, until__lt=clock.now().date()).order_by("week")
    return sum(_seat(round_id) for round_id in due.values_list("id", flat=True))


def remind_due() -> int:
    """The day before the last day of a round everybody is reminded of it, once. Returns of how many rounds."""
    tomorrow = clock.now().date() + timedelta(days=1)
    due = Round.objects.filter(seated_at=None, reminded_at=None, until=tomorrow)
    return sum(_remind(round_id) for round_id in due.values_list("id", flat=True))


def _remind(round_id: int) -> bool:
    with transaction.atomic():
        is_first = Round.objects.filter(pk=round_id, reminded_at=None).update(reminded_at=clock.now())
        if is_first:
            logbook.record(kind="CoffeeRoundNear", actor_id=None, object_id=round_id, origin="clock")
    return bool(is_first)


def _seat(round_id: int) -> int:
    from vloot.meet.coffee.engine.seating import seat

    with transaction.atomic():
        round = Round.objects.select_for_update().get(pk=round_id)
        if round.seated_at is not None:
            return 0
        comings = {one.person_id: one for one in round.comings.filter(person__is_active=True)}
        seating = seat(_comers(comings), between.of(list(comings)), seed=secrets.randbelow(LARGEST_SEED))
        for some in seating.tables:
            own = [comings[int(str(person))] for person in some]
            common = set.intersection(*(set(one.slots) for one in own))
            table = Table.objects.create(id=ids.new(), round=round, slots=slots.chosen(common))
            Seat.objects.bulk_create(Seat(table=table, person_id=one.person_id) for one in own)
            logbook.record(kind="CoffeeTableSet", actor_id=None, object_id=table.id, origin="clock")
        round.comings.all().delete()
        round.seated_at = clock.now()
        round.save(update_fields=["seated_at"])
        between.forget_long_ago()
    return len(seating.tables)


def _comers(comings: Mapping[int, Coming]) -> "list[Comer]":
    from vloot.meet.coffee.engine.seating import Comer

    hosts = set(people.with_role("host"))
    teams = dict(Person.objects.filter(id__in=comings).values_list("id", "team_id"))
    return [
        Comer(
            person_id,
            teams[person_id] or f"alone {person_id}",
            frozenset(coming.languages),
            frozenset(coming.slots),
            person_id in hosts,
        )
        for person_id, coming in comings.items()
    ]
