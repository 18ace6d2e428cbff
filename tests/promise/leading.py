"""Lists of people in the network room, for the test that none of them tells an order."""

from datetime import timedelta

from tests.network.scene import open_room
from tests.world import World
from vloot.ground import clock as clocks
from vloot.network.rounds import acts, reads, rules
from vloot.people.reads import PersonCard


def named_in_a_round(world: World, crowd: list[int]) -> list[PersonCard]:
    """Whom one named oneself."""
    open_room()
    until = clocks.now().date() + timedelta(days=14)
    round = acts.open_round(by=world.actor(world.chris), until=until)
    acts.answer(by=world.actor(world.anna), round=round, names={"advice": crowd[: rules.MOST_NAMES]})
    found = reads.open_round(world.actor(world.anna))
    assert found
    return found.named["advice"]
