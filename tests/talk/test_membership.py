"""Coming into a space and leaving it."""

from collections.abc import Callable

import pytest

from tests.talk.ways import logged, missing, refused, unlogged, unwritten
from tests.world import FOUNDED, IMPORTER, World
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people.models import Person
from vloot.talk.models import EntryRequest, Membership, Space
from vloot.talk.spaces import acts, reads
from vloot.talk.spaces.acts import JoinDraft, Terms


def is_in(space: Space, person: Person) -> bool:
    return Membership.objects.filter(space=space, person=person).exists()


@pytest.fixture
def pier(world: World) -> Space:
    return acts.open(by=world.actor(world.chris), terms=Terms(name="Pier"))


def test_an_open_space_is_joined_at_will(world: World, pier: Space) -> None:
    anna = world.actor(world.anna)
    with logged("SpaceJoined") as entries:
        acts.join(by=anna, space=pier)
    assert (entries[0].actor_id, entries[0].space_id) == (world.anna.id, pier.id)
    with unwritten():
        acts.join(by=anna, space=pier)


def test_other_spaces_are_not_joined_at_will(world: World, pier: Space) -> None:
    for person, space in ((world.anna, world.slip), (world.hanne, world.slip), (world.dana, pier)):
        with refused("not_open"):
            acts.join(by=world.actor(person), space=space)
    acts.archive(by=world.actor(world.chris), space=pier)
    with refused("archived"):
        acts.join(by=world.actor(world.anna), space=pier)


def test_nobody_joins_for_others_but_an_import(world: World, pier: Space) -> None:
    drafts = [JoinDraft(pier.id, person.id, FOUNDED) for person in (world.anna, world.finn)]
    with refused("not_you"):
        acts.join_many(by=world.actor(world.chris), drafts=drafts)
    with logged("SpaceJoined", "SpaceJoined"):
        assert acts.join_many(by=IMPORTER, drafts=[*drafts, drafts[0]]) == 2
    assert Membership.objects.get(space=pier, person=world.finn).joined_at == FOUNDED
    with unwritten():
        assert acts.join_many(by=IMPORTER, drafts=drafts) == 0


def test_an_import_runs_again_when_its_space_rests(world: World, pier: Space) -> None:
    drafts = [JoinDraft(pier.id, world.anna.id, FOUNDED)]
    acts.join_many(by=IMPORTER, drafts=drafts)
    acts.archive(by=IMPORTER, space=pier)
    with unwritten():
        assert acts.join_many(by=IMPORTER, drafts=drafts) == 0


def test_one_asks_to_be_let_in_and_a_host_decides(world: World, work: Callable[[], int]) -> None:
    anna, chris = world.actor(world.anna), world.actor(world.chris)
    with logged("EntryRequested"):
        acts.request_entry(by=anna, space=world.slip, why=" I repair cranes ")
    with unwritten():
        acts.request_entry(by=anna, space=world.slip, why="Again")
    assert not is_in(world.slip, world.anna)
    assert [(card.name, why) for card, why in reads.requests_for(chris, world.slip)] == [
        ("Anna Peeters", "I repair cranes")
    ]
    assert reads.requests_for(world.actor(world.bram), world.slip) == []
    assert reads.card(anna, world.slip).has_requested
    with logged("PersonAdmitted") as entries:
        acts.admit(by=chris, space=world.slip, person_id=world.anna.id)
    assert entries[0].details == {"person_id": world.anna.id}
    assert is_in(world.slip, world.anna)
    assert not EntryRequest.objects.exists()
    work()
    assert set(Notice.objects.values_list("kind", "person_id")) >= {
        ("entry_requested", world.chris.id),
        ("admitted", world.anna.id),
    }


def test_who_may_ask_to_be_let_in(world: World) -> None:
    with refused("not_on_request"):
        acts.request_entry(by=world.actor(world.anna), space=world.quay)
    with refused("member"):
        acts.request_entry(by=world.actor(world.bram), space=world.slip)
    with refused("not_on_request"):
        acts.request_entry(by=world.actor(world.dana), space=world.slip)
    acts.archive(by=world.actor(world.chris), space=world.slip)
    with refused("not_on_request"):
        acts.request_entry(by=world.actor(world.anna), space=world.slip)


def test_being_refused_leaves_no_trace(world: World, work: Callable[[], int]) -> None:
    acts.request_entry(by=world.actor(world.anna), space=world.slip)
    work()
    notices = Notice.objects.count()
    with unlogged():
        acts.refuse(by=world.actor(world.chris), space=world.slip, person_id=world.anna.id)
    work()
    assert not EntryRequest.objects.exists()
    assert not is_in(world.slip, world.anna)
    assert Notice.objects.count() == notices
    assert not Notice.objects.filter(person=world.anna).exists()


def test_only_hosts_let_in(world: World) -> None:
    acts.request_entry(by=world.actor(world.anna), space=world.slip)
    for person in (world.bram, world.anna, world.dana, world.hanne):
        by = world.actor(person)
        with refused("not_host"):
            acts.admit(by=by, space=world.slip, person_id=world.anna.id)
        with refused("not_host"):
            acts.refuse(by=by, space=world.slip, person_id=world.anna.id)
        with refused("not_host"):
            acts.invite(by=by, space=world.slip, person_id=person.id)
    with missing():
        acts.admit(by=world.actor(world.chris), space=world.slip, person_id=world.hanne.id)


def test_a_host_brings_guests_and_others_in(world: World) -> None:
    chris = world.actor(world.chris)
    assert not reads.listed(world.actor(world.dana))[1:]
    with logged("PersonAdmitted"):
        acts.invite(by=chris, space=world.quay, person_id=world.dana.id)
    assert {card.name for card in reads.listed(world.actor(world.dana))} == {"Quay", "Slip"}
    with unwritten():
        acts.invite(by=chris, space=world.quay, person_id=world.dana.id)
    with logged("PersonAdmitted"):
        acts.invite(by=chris, space=world.bridge, person_id=world.anna.id)
    assert reads.get_readable(world.actor(world.anna), world.bridge.id)


def test_an_invitation_answers_a_request(world: World) -> None:
    acts.request_entry(by=world.actor(world.anna), space=world.slip)
    acts.invite(by=world.actor(world.chris), space=world.slip, person_id=world.anna.id)
    assert not EntryRequest.objects.exists()


def test_nobody_is_brought_in_who_is_not_here(world: World) -> None:
    for person_id in (world.eva.id, 1):
        with missing():
            acts.invite(by=world.actor(world.chris), space=world.slip, person_id=person_id)


def test_everybody_leaves_at_will_but_the_last_host(world: World) -> None:
    with logged("SpaceLeft"):
        acts.leave(by=world.actor(world.dana), space=world.slip)
    assert reads.listed(world.actor(world.dana)) == []
    with unwritten():
        acts.leave(by=world.actor(world.dana), space=world.slip)
    chris = world.actor(world.chris)
    with refused("last_host"):
        acts.leave(by=chris, space=world.slip)
    acts.appoint_host(by=chris, space=world.slip, person_id=world.bram.id)
    acts.leave(by=chris, space=world.slip)
    assert reads.hosts_of(world.slip.id) == [world.bram.id]


def test_the_last_host_leaves_what_rests(world: World) -> None:
    chris = world.actor(world.chris)
    acts.archive(by=chris, space=world.slip)
    with logged("SpaceLeft"):
        acts.leave(by=chris, space=world.slip)


def test_a_space_whose_hosts_all_left_is_hosted_by_one_of_its_own(
    world: World, work: Callable[[], int]
) -> None:
    """Who hosts a closed space reads it: no outsider gets in because somebody left."""
    acts.invite(by=world.actor(world.chris), space=world.bridge, person_id=world.bram.id)
    acts.dismiss_host(by=world.actor(world.chris), space=world.bridge, person_id=world.hanne.id)
    acts.leave(by=world.actor(world.hanne), space=world.bridge)
    acts.appoint_host(by=world.actor(world.chris), space=world.slip, person_id=world.anna.id)
    people.give_role(by=world.actor(world.hanne), person_id=world.anna.id, role="host")
    people.deactivate(by=world.actor(world.hanne), person_id=world.chris.id)
    work()
    assert reads.hosts_of(world.bridge.id) == [world.bram.id]
    assert reads.hosts_of(world.slip.id) == [world.anna.id]
    assert reads.hosts_of(world.quay.id)


def test_what_a_button_offers_is_allowed(world: World) -> None:
    def can(person: Person, space: Space) -> frozenset[str]:
        return reads.card(world.actor(person), space).can

    assert can(world.anna, world.quay) == {"leave", "write"}
    assert can(world.anna, world.slip) == {"request"}
    assert can(world.dana, world.slip) == {"leave", "write"}
    assert can(world.hanne, world.slip) == {"request", "change"}
    assert "leave" not in can(world.chris, world.quay), "the last host cannot leave"
    assert can(world.chris, world.quay) >= {"change", "write"}
