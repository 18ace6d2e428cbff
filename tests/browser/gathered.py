"""Who has met whom when the browser arrives: a coffee that stands, a round that is open, a walk that is over and asks for promises."""

from datetime import timedelta

from tests.world import World
from vloot.ground import clock, ids
from vloot.meet.models import Place, Round, Seat, Table, Walk


def bring_together(world: World) -> None:
    """Put down as rows: nobody is to be told of it, so that other journeys meet the notices they expect."""
    now = clock.now()
    monday = now.date() - timedelta(days=now.weekday())
    laid = Round.objects.create(until=monday - timedelta(days=4), week=monday, seated_at=now)
    table = Table.objects.create(id=ids.new(), round=laid, slots=["tue-am-here", "thu-pm-line"])
    Seat.objects.bulk_create(Seat(table=table, person=person) for person in (world.anna, world.bram))
    Round.objects.create(until=now.date() + timedelta(days=3), week=monday + timedelta(days=14))
    hall = Place.objects.create(name="Paint hall")
    Place.objects.create(name="Sluice")
    then = now - timedelta(days=2)
    Walk.objects.create(
        leader=world.hanne, host=world.anna, moments=[then], starts_at=then, answered_at=then, place=hall
    )
