"""Secret polls: nobody ever sees who chose what, and too few are never shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest

from tests.stage import Clock
from tests.talk.test_polls import choices, choose, draft
from tests.talk.ways import logged, missing, refused, unlogged, unwritten
from tests.urn import voting
from tests.world import IMPORTER, World
from vloot.ground.errors import Refused
from vloot.logbook.models import Entry
from vloot.people import acts as people
from vloot.people.actor import Actor
from vloot.people.acts import PersonDraft
from vloot.talk import care
from vloot.talk.models import Choice, Poll, Post, Vote
from vloot.talk.polls import acts, counting, reads
from vloot.talk.posts import acts as posts
from vloot.talk.spaces import acts as spaces
from vloot.urn import reads as urn
from vloot.urn.models import Ballot, Box, Key, Spent

Cast = Callable[..., None]


@pytest.fixture
def crew(world: World) -> list[Actor]:
    """Twenty who read the Quay, besides those of the world."""
    drafts = [PersonDraft(external_key=f"v{n}", name=f"Voter {n}", username=f"voter{n}") for n in range(20)]
    made = people.place_many(by=IMPORTER, drafts=drafts)
    return [Actor(person_id=person) for person in made.values()]


def open_secret(world: World, clock: Clock, **more: Any) -> Post:
    secret = {"is_secret": True, "closes_at": clock.at + timedelta(days=2)}
    return acts.open(by=world.actor(world.anna), draft=draft(world, **{**secret, **more}))


def cast(poll: Post, voter: Actor, *names: str) -> None:
    box, known = box_of(poll), choices(poll)
    token = voting.take(voter, box)
    acts.cast(
        box_id=box.id,
        group=token.group,
        prepared=token.prepared,
        signature=token.signature,
        content={"choice": [str(known[name]) for name in names]},
    )


def box_of(poll: Post) -> Box:
    found = Poll.objects.select_related("box").get(pk=poll.pk).box
    assert found is not None
    return found


def shown(world: World, poll: Post) -> dict[str, tuple[int | None, bool]]:
    part = reads.parts(world.actor(world.hanne), [poll.id])[poll.id]
    assert not any(choice.voters or choice.is_mine for choice in part.choices)
    return {choice.text: (choice.at_least, choice.is_most) for choice in part.choices}


def vote_all(poll: Post, crew: Sequence[Actor], soup: int, bread: int) -> None:
    for number, voter in enumerate(crew[: soup + bread]):
        cast(poll, voter, "Soup" if number < soup else "Bread")


def test_a_secret_poll_from_its_opening_to_its_ashes(world: World, clock: Clock, crew: list[Actor]) -> None:
    with logged("PollOpened"):
        poll = open_secret(world, clock)
    with unlogged():
        vote_all(poll, crew, 12, 8)
    assert set(shown(world, poll).values()) == {(None, False)}, "nothing is shown before the end"
    clock.move(days=2)
    with logged("PollClosed") as entries:
        assert counting.count_due() == 1
    assert entries[0].actor_id is None
    assert counting.count_due() == 0
    assert shown(world, poll) == {"Soup": (7, True), "Bread": (7, False)}
    part = reads.parts(world.actor(world.bram), [poll.id])[poll.id]
    assert (part.is_closed, part.is_counted, part.ballots) == (True, True, 20)
    assert not Ballot.objects.exists()
    assert not Key.objects.exclude(private=None).exists()
    assert len(urn.spent(box_of(poll))) == 20


@pytest.mark.parametrize(
    ("soup", "bread", "expected", "ballots"),
    [
        (4, 2, {"Soup": (None, False), "Bread": (None, False)}, None),
        (5, 2, {"Soup": (None, True), "Bread": (None, False)}, 7),
        (5, 5, {"Soup": (None, False), "Bread": (None, False)}, 10),
        (14, 0, {"Soup": (7, True), "Bread": (None, False)}, 14),
        (13, 1, {"Soup": (7, True), "Bread": (None, False)}, 14),
    ],
)
def test_what_is_shown_tells_of_nobody(
    world: World,
    clock: Clock,
    crew: list[Actor],
    *,
    soup: int,
    bread: int,
    expected: Any,
    ballots: int | None,
) -> None:
    poll = open_secret(world, clock)
    vote_all(poll, crew, soup, bread)
    acts.close(by=world.actor(world.anna), poll=poll)
    assert shown(world, poll) == expected
    assert Poll.objects.get(pk=poll.pk).ballots == ballots


def test_one_that_came_back_out_of_a_backup_ends_uncounted_and_says_so(
    world: World, clock: Clock, crew: list[Actor]
) -> None:
    poll, counted = open_secret(world, clock), open_secret(world, clock)
    for one in (poll, counted):
        vote_all(one, crew, 12, 8)
    acts.close(by=world.actor(world.anna), poll=counted)
    assert counting.give_up_lost() == 0
    voting.brought_back()
    with logged("PollClosed") as entries:
        assert counting.give_up_lost() == 1
    assert entries[0].actor_id is None
    assert (counting.give_up_lost(), counting.count_due()) == (0, 0)
    part = reads.parts(world.actor(world.bram), [poll.id])[poll.id]
    assert (part.is_closed, part.is_lost, part.ballots) == (True, True, None)
    other = reads.parts(world.actor(world.bram), [counted.id])[counted.id]
    assert (other.is_lost, other.ballots) == (False, 20)


def test_one_that_lost_its_ballots_can_be_closed_by_hand(
    world: World, clock: Clock, crew: list[Actor]
) -> None:
    poll = open_secret(world, clock)
    voting.brought_back()
    acts.close(by=world.actor(world.anna), poll=poll)
    assert reads.parts(world.actor(world.bram), [poll.id])[poll.id].is_lost


def test_a_secret_poll_that_cannot_be(world: World, clock: Clock) -> None:
    with refused("too_small"):
        open_secret(world, clock)
    with refused("secret_import"):
        acts.open_many(by=IMPORTER, drafts=[draft(world, is_secret=True, external_key="x")])


def test_a_secret_poll_has_an_end(world: World, clock: Clock, crew: list[Actor]) -> None:
    with refused("no_end"):
        open_secret(world, clock, closes_at=None)


def test_nobody_votes_in_it_under_their_name(world: World, clock: Clock, crew: list[Actor]) -> None:
    poll = open_secret(world, clock)
    with refused("secret"):
        choose(world, world.bram, poll, "Soup")
    assert not Vote.objects.exists()


def test_its_roster_is_who_reads_the_space_when_it_opens(
    world: World, clock: Clock, crew: list[Actor]
) -> None:
    poll = open_secret(world, clock)
    box = box_of(poll)
    inside = {world.anna.id, world.bram.id, world.chris.id, world.hanne.id, *(one.person_id for one in crew)}
    assert set(box.voters.values_list("person_id", flat=True)) == inside, (
        "no guest, nobody who left, no mere name"
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({}, "no_choice"),
        ({"choice": []}, "no_choice"),
        ({"choice": "1"}, "no_choice"),
        ({"choice": ["1"]}, "no_choice"),
        ({"choice": [1]}, "no_choice"),
        ({"choice": [None, {}, [], "9" * 4000]}, "no_choice"),
        ({"choice": {"a": 1}}, "no_choice"),
        ({"choice": ["0"], "name": "Anna"}, "no_choice"),
    ],
)
def test_what_is_no_vote_in_it_is_refused(
    world: World, clock: Clock, crew: list[Actor], content: dict[str, Any], code: str
) -> None:
    box = box_of(open_secret(world, clock))
    with refused(code):
        acts.cast(box_id=box.id, group="all", prepared=b"x" * 64, signature=b"x" * 128, content=content)
    with missing():
        acts.cast(box_id=1, group="all", prepared=b"", signature=b"", content=content)


def test_one_choice_or_several(world: World, clock: Clock, crew: list[Actor]) -> None:
    poll = open_secret(world, clock)
    with pytest.raises(Refused, match="Choose one"):
        cast(poll, crew[0], "Soup", "Bread")
    several = open_secret(world, clock, is_multiple=True)
    cast(several, crew[0], "Soup", "Bread")
    cast(several, crew[1], "Bread", "Bread")
    contents = sorted(len(text) for text in Ballot.objects.values_list("content", flat=True))
    assert len(set(contents)) == 2


def test_late_or_gone_is_refused(world: World, clock: Clock, crew: list[Actor]) -> None:
    poll, other, away = (open_secret(world, clock) for _one in range(3))
    spaces.archive(by=world.actor(world.chris), space=world.quay)
    with refused("closed"):
        _try(poll)
    spaces.reopen(by=world.actor(world.chris), space=world.quay)
    posts.remove(by=world.actor(world.anna), post=away)
    with refused("closed"):
        _try(away)
    acts.close(by=world.actor(world.chris), poll=other)
    with refused("closed"):
        _try(other)
    clock.move(days=2)
    with refused("closed"):
        _try(poll)


def test_the_ballots_of_a_removed_poll_burn_uncounted(
    world: World, clock: Clock, crew: list[Actor], work: Callable[[], int]
) -> None:
    poll, mine = open_secret(world, clock), open_secret(world, clock, author_id=world.anna.id)
    for one in (poll, mine):
        vote_all(one, crew, 5, 5)
    posts.remove(by=world.actor(world.anna), post=poll)
    work()
    assert Ballot.objects.count() == 10
    care.forget(world.anna.id)
    assert not Ballot.objects.exists()
    assert not Choice.objects.exists()
    assert Poll.objects.filter(ballots=None).count() == 2


def test_a_vote_leaves_nothing_beside_its_ballot(world: World, clock: Clock, crew: list[Actor]) -> None:
    poll = open_secret(world, clock)
    box = box_of(poll)
    token = voting.take(crew[0], box)
    known = choices(poll)
    with unwritten():
        acts.cast(
            box_id=box.id,
            group=token.group,
            prepared=token.prepared,
            signature=token.signature,
            content={"choice": [str(known["Soup"])]},
        )
    assert Ballot.objects.count() == 1
    assert not Spent.objects.exists()
    assert not Entry.objects.filter(kind="PollVoted").exists()


def _try(poll: Post) -> None:
    acts.cast(
        box_id=box_of(poll).id,
        group="all",
        prepared=b"x" * 64,
        signature=b"x" * 128,
        content={"choice": [str(choices(poll).get("Soup", 1))]},
    )
