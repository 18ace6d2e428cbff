"""The world of the tests is as its docstring says, through the same rules as everything else."""

from collections.abc import Callable

from tests.world import World
from vloot.people.models import Person
from vloot.talk.models import Space
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import reads


def spaces_of(world: World, person: Person) -> set[str]:
    return {card.name for card in reads.listed(world.actor(person))}


def test_everybody_knows_the_spaces_they_may_know_of(world: World) -> None:
    assert spaces_of(world, world.anna) == {"Quay", "Slip"}
    assert spaces_of(world, world.chris) == {"Quay", "Slip", "Bridge"}
    assert spaces_of(world, world.dana) == {"Slip"}


def test_the_cast_is_what_it_is(world: World) -> None:
    assert world.actor(world.chris).is_host
    assert world.actor(world.hanne).is_administrator
    assert world.actor(world.dana).is_guest
    assert not world.eva.is_active
    assert world.finn.kind == "placeholder"
    assert (world.quay.access, world.slip.access, world.bridge.access) == (
        Space.OPEN,
        Space.ON_REQUEST,
        Space.CLOSED,
    )


def test_what_the_acts_left_is_worked_off_once(world: World, work: Callable[[], int]) -> None:
    work()
    question = questions.ask(
        by=world.actor(world.anna), space=world.quay, wording=Wording(title="Which crane is free?")
    )
    questions.answer(by=world.actor(world.bram), question=question, body="Crane 4.")
    assert work() == 2
    assert work() == 0
