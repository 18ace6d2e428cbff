"""Lists of people in the room where people meet, for the test that none of them tells an order."""

from datetime import timedelta

from tests.world import World
from vloot.ground import clock as clocks
from vloot.meet.coffee import acts as meet
from vloot.meet.coffee import reads as meeting
from vloot.meet.coffee import rules as meeting_rules
from vloot.meet.coffee.models import Round, Seat, Table
from vloot.meet.walks import reads as walking
from vloot.people.models import Person
from vloot.people.reads import PersonCard


def at_one_table(world: World, crowd: list[int]) -> list[PersonCard]:
    """With whom one has coffee, however they were seated."""
    seated_at = clocks.now()
    round = Round.objects.create(
        until=seated_at.date(), week=seated_at.date() + timedelta(days=7), seated_at=seated_at
    )
    table = Table.objects.create(round=round, slots=[])
    for person_id in [*reversed(crowd), world.anna.id]:
        Seat.objects.create(table=table, person_id=person_id)
    return meeting.tables(world.actor(world.anna))[0].company


def kept_apart(world: World, crowd: list[int]) -> list[PersonCard]:
    """One's own list of those with whom one would rather not."""
    for person_id in crowd[: meeting_rules.MOST_APART]:
        meet.keep_apart(by=world.actor(world.anna), other=person_id)
    return meeting.apart(world.actor(world.anna))


def who_lead(world: World, crowd: list[int]) -> list[PersonCard]:
    """Whom one can invite to look around: everybody in the crowd leads somebody."""
    for place, person_id in enumerate(crowd):
        Person.objects.filter(id=crowd[place - 1]).update(manager_id=person_id)
    return walking.leaders(world.actor(world.anna))
