"""Polls with names."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.stage import Clock
from tests.talk.ways import logged, missing, refused, unwritten
from tests.world import FOUNDED, IMPORTER, World
from vloot.people.models import Person
from vloot.talk.models import Choice, Poll, Post, Vote
from vloot.talk.polls import acts, reads
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.spaces import acts as spaces


def draft(world: World, **more: object) -> PollDraft:
    settled = {
        "space_id": world.quay.id,
        "author_id": world.anna.id,
        "title": "Soup or bread?",
        "choices": ["Soup", " Bread ", ""],
    }
    return PollDraft(**{**settled, **more})  # type: ignore[arg-type]


def open(world: World, **more: object) -> Post:
    return acts.open(by=world.actor(world.anna), draft=draft(world, **more))


def choices(poll: Post) -> dict[str, int]:
    return dict(Choice.objects.filter(poll=poll.pk).values_list("text", "id"))


def choose(world: World, person: Person, poll: Post, *names: str) -> None:
    wanted = choices(poll)
    acts.vote(by=world.actor(person), poll=poll, choice_ids=[wanted[name] for name in names])


def shown(world: World, person: Person, poll: Post) -> dict[str, list[str]]:
    part = reads.parts(world.actor(person), [poll.id])[poll.id]
    return {choice.text: [voter.name for voter in choice.voters] for choice in part.choices}


def test_a_poll_opens_with_its_choices_in_order(world: World) -> None:
    with logged("PollOpened"):
        poll = open(world, body="For #lunch")
    part = reads.parts(world.actor(world.bram), [poll.id])[poll.id]
    assert [choice.text for choice in part.choices] == ["Soup", "Bread"]
    assert (part.is_closed, part.is_multiple, part.is_hidden, part.has_voted) == (False, False, False, False)
    assert poll.tags == ["lunch"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"title": " "}, "no_title"),
        ({"title": "x" * 201}, "title_too_long"),
        ({"choices": ["Soup"]}, "choices"),
        ({"choices": [str(n) for n in range(13)]}, "choices"),
        ({"choices": ["Soup", "soup "]}, "same_choices"),
        ({"choices": ["Soup", "x" * 121]}, "long_choice"),
        ({"is_hidden": True}, "no_end"),
        ({"author_id": 1}, "not_you"),
    ],
)
def test_a_poll_that_is_none(world: World, more: dict[str, object], code: str) -> None:
    with refused(code):
        open(world, **more)


def test_a_poll_ends_ahead_and_within_a_year(world: World, clock: Clock) -> None:
    for moment in (clock.at, clock.at - timedelta(days=1), clock.at + timedelta(days=367)):
        with refused("end"):
            open(world, closes_at=moment)
    with missing():
        open(world, space_id=world.bridge.id)


def test_people_choose_under_their_names_and_choose_again(world: World) -> None:
    poll = open(world)
    with logged("PollVoted"):
        choose(world, world.bram, poll, "Soup")
    choose(world, world.chris, poll, "Soup")
    choose(world, world.anna, poll, "Bread")
    assert shown(world, world.hanne, poll) == {
        "Soup": ["Bram Desmet", "Chris Wouters"],
        "Bread": ["Anna Peeters"],
    }
    choose(world, world.bram, poll, "Bread")
    assert shown(world, world.hanne, poll)["Bread"] == ["Anna Peeters", "Bram Desmet"]
    choose(world, world.bram, poll)
    assert not Vote.objects.filter(person=world.bram).exists()


def test_one_choice_or_several(world: World) -> None:
    poll = open(world)
    with refused("one_choice", "choice"):
        choose(world, world.bram, poll, "Soup", "Bread")
    several = open(world, is_multiple=True)
    choose(world, world.bram, several, "Soup", "Bread")
    assert shown(world, world.bram, several) == {"Soup": ["Bram Desmet"], "Bread": ["Bram Desmet"]}
    with missing():
        acts.vote(by=world.actor(world.bram), poll=poll, choice_ids=list(choices(several).values())[:1])


def test_who_cannot_choose(world: World, clock: Clock) -> None:
    poll = open(world, closes_at=clock.at + timedelta(days=1))
    with refused("not_member"):
        choose(world, world.dana, poll, "Soup")
    clock.move(days=1)
    with refused("closed"):
        choose(world, world.bram, poll, "Soup")
    other = open(world)
    spaces.archive(by=world.actor(world.chris), space=world.quay)
    with refused("archived"):
        choose(world, world.bram, Post.objects.get(pk=other.pk), "Soup")
    spaces.reopen(by=world.actor(world.chris), space=world.quay)
    posts.remove(by=world.actor(world.anna), post=other)
    with refused("closed"):
        choose(world, world.bram, other, "Soup")
    update = posts.write(by=world.actor(world.anna), space=world.quay, body="No poll")
    with missing():
        acts.vote(by=world.actor(world.bram), poll=update, choice_ids=[])


def test_hidden_results_are_hidden_from_everybody_until_the_end(world: World, clock: Clock) -> None:
    poll = open(world, is_hidden=True, closes_at=clock.at + timedelta(days=1))
    choose(world, world.bram, poll, "Soup")
    for person in (world.anna, world.bram, world.chris, world.hanne):
        assert shown(world, person, poll) == {"Soup": [], "Bread": []}
    mine = reads.parts(world.actor(world.bram), [poll.id])[poll.id]
    assert (mine.is_hidden, mine.has_voted, mine.choices[0].is_mine) == (True, True, True)
    clock.move(days=1)
    assert shown(world, world.hanne, poll)["Soup"] == ["Bram Desmet"]


def test_who_opened_it_or_a_host_closes_it_early(world: World, clock: Clock) -> None:
    poll = open(world, is_hidden=True, closes_at=clock.at + timedelta(days=1))
    choose(world, world.bram, poll, "Soup")
    for person in (world.bram, world.hanne):
        with refused("not_author"):
            acts.close(by=world.actor(person), poll=poll)
    with logged("PollClosed"):
        acts.close(by=world.actor(world.anna), poll=poll)
    assert shown(world, world.hanne, poll)["Soup"] == ["Bram Desmet"]
    with refused("closed"):
        acts.close(by=world.actor(world.chris), poll=poll)
    acts.close(by=world.actor(world.chris), poll=open(world))


def test_an_import_opens_polls_of_the_past_once(world: World) -> None:
    old = draft(
        world, author_id=world.finn.id, at=FOUNDED, closes_at=FOUNDED, is_hidden=True, external_key="p:1"
    )
    with logged("PollOpened"):
        one, other = acts.open_many(by=IMPORTER, drafts=[old, old])
    assert one.id == other.id
    assert Poll.objects.get(pk=one.pk).closes_at == FOUNDED
    with unwritten():
        acts.open_many(by=IMPORTER, drafts=[old])


def test_the_words_of_a_removed_poll_are_gone(world: World, work: Callable[[], int]) -> None:
    poll = open(world)
    choose(world, world.bram, poll, "Soup")
    posts.remove(by=world.actor(world.anna), post=poll)
    work()
    assert not Choice.objects.filter(poll=poll.pk).exists()
