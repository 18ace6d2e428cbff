"""What the tests of the climate stand on: the room agreed on and switched on, a top team, and a wave that was published."""

from datetime import timedelta

from tests.world import World
from vloot.climate.models import Published, Wave
from vloot.climate.waves.items import SCALES, series
from vloot.climate.waves.rules import CLIMATE
from vloot.company import acts as company
from vloot.company.agreements import acts as agreements
from vloot.company.agreements.topics import TOPICS
from vloot.company.switches import acts as switches
from vloot.company.switches.acts import Decision
from vloot.ground import clock


def open_room(world: World) -> None:
    """An agreement, the room on, and Hanne in the top team."""
    by = world.actor(world.hanne)
    agreements.conclude(
        by=by,
        subject="The climate",
        agreed_on=clock.now().date(),
        document="In the canteen",
        parties="All of us",
        topics=list(TOPICS),
    )
    decision = Decision(
        is_on=True, why="To hear each other", host_id=world.chris.id, trained_on=None, trained_by_id=None
    )
    switches.switch(by=by, room=CLIMATE, decision=decision)
    company.set_top_team(by=by, person_ids=[world.hanne.id])


def published(days_ago: int = 0) -> Wave:
    """A wave that closed so many days ago, each scale shown for the whole company."""
    closed = clock.now() - timedelta(days=days_ago)
    begun = closed - timedelta(days=14)
    wave = Wave.objects.create(
        kind=Wave.FULL,
        announced_at=begun,
        opens_at=begun,
        opened_at=begun,
        closes_at=closed,
        closed_at=closed,
    )
    for number, scale in enumerate(SCALES):
        mean = 60 + 5 * number
        Published.objects.create(
            wave=wave,
            measure=scale,
            series=series(scale),
            n=40,
            total=0,
            squares=0,
            mean=mean,
            low=mean - 4,
            high=mean + 4,
        )
    return wave
