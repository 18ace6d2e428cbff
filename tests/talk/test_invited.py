"""Whoever comes by an invitation is let into the spaces it names."""

from collections.abc import Callable

from tests.world import World
from vloot.people import acts as people
from vloot.people.models import Person
from vloot.people.reads import actor_for
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces import reads


def join(token: str) -> Person:
    return people.accept_invitation(
        token=token, name="Gus Gast", username="gus", password="a quiet harbour wall"
    )


def test_a_guest_comes_into_the_spaces_of_the_invitation(world: World, work: Callable[[], int]) -> None:
    token = people.invite(by=world.actor(world.chris), is_guest=True, space_ids=[world.slip.id])
    guest = join(token)
    work()
    assert reads.visible_space_ids(actor_for(guest.id)) == {world.slip.id}


def test_nobody_is_let_into_a_space_the_inviter_does_not_host(world: World, work: Callable[[], int]) -> None:
    spaces.appoint_host(by=world.actor(world.chris), space=world.slip, person_id=world.bram.id)
    token = people.invite(
        by=world.actor(world.chris), is_guest=True, space_ids=[world.slip.id, world.bridge.id]
    )
    spaces.dismiss_host(by=world.actor(world.bram), space=world.slip, person_id=world.chris.id)
    guest = join(token)
    work()
    assert reads.visible_space_ids(actor_for(guest.id)) == {world.bridge.id}
