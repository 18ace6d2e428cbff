"""Proposing a talk: a yes both see, a no that leaves nothing."""

from collections.abc import Callable

import pytest

from tests.stage import Clock
from tests.talk.ways import logged, missing, picture, refused, unlogged, unwritten
from tests.world import IMPORTER, World
from vloot.ground.errors import NotFound
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.talk.models import Proposal
from vloot.talk.posts import acts as posts
from vloot.talk.proposals import acts, reads


@pytest.fixture
def proposal(world: World) -> Proposal:
    return acts.propose(by=world.actor(world.anna), to=world.bram.id, way="coffee", suggestion=" At ten? ")


def test_a_talk_is_proposed_to_one_person(world: World, work: Callable[[], int]) -> None:
    anna = world.actor(world.anna)
    post = posts.write(by=world.actor(world.bram), space=world.quay, body="The crane stands still")
    with logged("TalkProposed") as entries:
        acts.propose(by=anna, to=world.bram.id, way="call", suggestion=" At ten? ", about=post)
    assert entries[0].details == {"invited_id": world.bram.id}
    assert entries[0].space_id is None
    work()
    assert list(Notice.objects.values_list("kind", "person_id")) == [("talk_proposed", world.bram.id)]
    mine, theirs = reads.listed(anna)[0], reads.listed(world.actor(world.bram))[0]
    assert (mine.other.name, mine.is_mine, mine.suggestion) == ("Bram Desmet", True, "At ten?")
    assert (theirs.other.name, theirs.is_mine, theirs.about_title) == (
        "Anna Peeters",
        False,
        "The crane stands still",
    )
    assert reads.listed(world.actor(world.hanne)) == []


def test_what_a_talk_is_about_shows_only_to_who_may_read_it(world: World) -> None:
    shut = posts.write(by=world.actor(world.bram), space=world.slip, body="Hull open")
    acts.propose(by=world.actor(world.bram), to=world.anna.id, way="call", about=shut)
    seen = reads.listed(world.actor(world.anna))[0]
    assert (seen.about_id, seen.about_title) == (None, "")


def test_with_whom_no_talk_can_be_proposed(world: World, proposal: Proposal) -> None:
    anna = world.actor(world.anna)
    robot = people.place_many(
        by=IMPORTER, drafts=[people.PersonDraft(external_key="bot", name="Tide", kind="bot")]
    )["bot"]
    with refused("yourself"):
        acts.propose(by=anna, to=world.anna.id, way="call")
    for person_id in (world.eva.id, world.finn.id, robot):
        with refused("not_here"):
            acts.propose(by=anna, to=person_id, way="call")
    with refused("asked"):
        acts.propose(by=anna, to=world.bram.id, way="call")
    with refused("too_long"):
        acts.propose(by=anna, to=world.chris.id, way="call", suggestion="x" * 141)
    with refused("way", "way"):
        acts.propose(by=anna, to=world.chris.id, way="letter")
    with missing():
        acts.propose(by=anna, to=1, way="call")
    with missing():
        acts.propose(by=world.actor(world.dana), to=world.anna.id, way="call")


def test_nobody_is_kept_waiting_by_more_than_twenty(world: World) -> None:
    chris = world.actor(world.chris)
    drafts = [people.PersonDraft(external_key=f"p{n}", name=f"Person {n}") for n in range(21)]
    *twenty, last = people.place_many(by=IMPORTER, drafts=drafts).values()
    for person_id in twenty:
        acts.propose(by=chris, to=person_id, way="coffee")
    with refused("too_many"):
        acts.propose(by=chris, to=last, way="coffee")


def test_a_yes_is_seen_by_both(
    world: World, proposal: Proposal, clock: Clock, work: Callable[[], int]
) -> None:
    for person in (world.anna, world.hanne):
        with refused("not_invited"):
            acts.accept(by=world.actor(person), proposal=proposal)
    bram = world.actor(world.bram)
    with logged("TalkAccepted"):
        acts.accept(by=bram, proposal=reads.get(bram, proposal.id))
    with unwritten():
        acts.accept(by=bram, proposal=reads.get(bram, proposal.id))
    work()
    assert reads.listed(world.actor(world.anna))[0].accepted_at == clock.at
    assert Notice.objects.filter(kind="talk_accepted", person=world.anna).exists()
    acts.propose(by=world.actor(world.anna), to=world.bram.id, way="call")


@pytest.mark.parametrize("is_settled", [True, False])
def test_a_no_leaves_nothing(
    world: World, proposal: Proposal, work: Callable[[], int], *, is_settled: bool
) -> None:
    bram = world.actor(world.bram)
    if is_settled:
        work()
    with refused("not_invited"):
        acts.decline(by=world.actor(world.anna), proposal=proposal)
    with unlogged():
        acts.decline(by=bram, proposal=proposal)
    work()
    assert not Proposal.objects.exists()
    assert not Notice.objects.exists()
    assert reads.listed(world.actor(world.anna)) == []
    rest = str({name: rows for name, rows in picture().items() if name.startswith(("talk_", "notices_"))})
    assert str(proposal.id) not in rest
    with pytest.raises(NotFound):
        reads.get(bram, proposal.id)


@pytest.mark.parametrize("is_settled", [True, False])
def test_one_takes_a_proposal_back(
    world: World, proposal: Proposal, work: Callable[[], int], *, is_settled: bool
) -> None:
    if is_settled:
        work()
    with refused("not_yours"):
        acts.withdraw(by=world.actor(world.bram), proposal=proposal)
    with unlogged():
        acts.withdraw(by=world.actor(world.anna), proposal=proposal)
    work()
    assert not Proposal.objects.exists()
    assert not Notice.objects.exists()


def test_nobody_else_sees_a_proposal(world: World, proposal: Proposal) -> None:
    for person in (world.chris, world.hanne, world.dana):
        with pytest.raises(NotFound):
            reads.get(world.actor(person), proposal.id)
