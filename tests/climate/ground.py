"""What the tests of the climate stand on: the room agreed on and switched on, a top team, and a wave that was published."""

from datetime import timedelta

from tests.world import World
from vloot.climate.board import acts as board
from vloot.climate.matters.acts import AnswerDraft
from vloot.climate.models import Published, Wave
from vloot.climate.registers import acts as registers
from vloot.climate.registers.acts import Said
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
    switch_on(world)
    company.set_top_team(by=world.actor(world.hanne), person_ids=[world.hanne.id])


def switch_on(world: World) -> None:
    """An agreement, and the room on."""
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


def answered(world: World) -> None:
    """The room on, a wave of long ago with an honest no to each of its results, and a fear somebody signed."""
    switch_on(world)
    wave = published(days_ago=120)
    no = AnswerDraft(does=False, words="Not before the new dock is there")
    for scale in SCALES:
        board.answer_result(by=world.actor(world.hanne), wave=wave, scale=scale, draft=no)
    fear = Said(kind="fear", words="That the new dock never comes")
    registers.say_by_name(by=world.actor(world.bram), said=fear)


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
