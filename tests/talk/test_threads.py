"""Pinning, closing and reopening threads."""

import pytest

from tests.stage import Clock
from tests.talk.ways import logged, refused, unwritten
from tests.world import World
from vloot.talk.models import Post
from vloot.talk.posts import acts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.timeline import reads as timeline


@pytest.fixture
def post(world: World) -> Post:
    return acts.write(by=world.actor(world.anna), space=world.quay, body="The tide turns")


def test_hosts_pin(world: World, post: Post, clock: Clock) -> None:
    chris = world.actor(world.chris)
    with logged("PostPinned"):
        acts.pin(by=chris, post=post)
    assert [card.id for card in timeline.pinned(world.actor(world.bram), world.quay)] == [post.id]
    with unwritten():
        acts.pin(by=chris, post=post)
    with logged("PostUnpinned"):
        acts.unpin(by=chris, post=post)
    with unwritten():
        acts.unpin(by=chris, post=post)
    assert timeline.pinned(chris, world.quay) == []


def test_who_pins_what(world: World, post: Post) -> None:
    for person in (world.anna, world.hanne):
        with refused("not_host"):
            acts.pin(by=world.actor(person), post=post)
    reply = acts.comment(by=world.actor(world.bram), under=post, body="Yes")
    with refused("not_head"):
        acts.pin(by=world.actor(world.chris), post=reply)
    acts.pin(by=world.actor(world.chris), post=post)
    acts.remove(by=world.actor(world.anna), post=post)
    assert Post.objects.get(pk=post.pk).pinned_at is None
    with refused("not_head"):
        acts.pin(by=world.actor(world.chris), post=post)


def test_a_thread_is_closed_for_a_reason(world: World, post: Post, clock: Clock) -> None:
    with logged("ThreadClosed"):
        acts.close(by=world.actor(world.anna), thread=post, reason=" All said ")
    found = Post.objects.get(pk=post.pk)
    assert (found.closed_at, found.closed_by_id, found.closed_reason) == (clock.at, world.anna.id, "All said")
    with logged("ThreadReopened"):
        acts.reopen(by=world.actor(world.chris), thread=post)
    found = Post.objects.get(pk=post.pk)
    assert (found.closed_at, found.closed_by_id, found.closed_reason) == (None, None, "")


@pytest.mark.parametrize("reason", ["", "  no ", "x" * 201])
def test_no_thread_is_closed_without_saying_why(world: World, post: Post, reason: str) -> None:
    with refused("no_reason", "reason"):
        acts.close(by=world.actor(world.anna), thread=post, reason=reason)


def test_who_closes_and_reopens(world: World, post: Post) -> None:
    for person in (world.bram, world.hanne):
        with refused("not_author"):
            acts.close(by=world.actor(person), thread=post, reason="Enough")
        with refused("not_author"):
            acts.reopen(by=world.actor(person), thread=post)
    acts.close(by=world.actor(world.chris), thread=post, reason="Enough")
    acts.reopen(by=world.actor(world.anna), thread=post)


def test_leaders_cannot_switch_replies_off(world: World) -> None:
    hanne = world.actor(world.hanne)
    post = acts.write(by=hanne, space=world.quay, body="We change course")
    with refused("leader"):
        acts.close(by=hanne, thread=post, reason="Not up for debate")
    acts.close(by=world.actor(world.chris), thread=post, reason="Goes on elsewhere")
    acts.reopen(by=hanne, thread=post)
    assert Post.objects.get(pk=post.pk).closed_at is None


def test_only_heads_that_are_no_questions_are_closed_so(world: World, post: Post) -> None:
    anna = world.actor(world.anna)
    reply = acts.comment(by=anna, under=post, body="Yes")
    question = questions.ask(by=anna, space=world.quay, wording=Wording(title="When does it turn?"))
    for wrong in (reply, question):
        with refused("not_head"):
            acts.close(by=anna, thread=wrong, reason="Enough")
        with refused("not_head"):
            acts.reopen(by=anna, thread=wrong)
    acts.remove(by=anna, post=post)
    with refused("removed"):
        acts.close(by=anna, thread=post, reason="Enough")


def test_closing_twice_keeps_the_first_reason(world: World, post: Post) -> None:
    acts.close(by=world.actor(world.anna), thread=post, reason="All said")
    with unwritten():
        acts.close(by=world.actor(world.chris), thread=post, reason="Because")
    acts.reopen(by=world.actor(world.anna), thread=post)
    with unwritten():
        acts.reopen(by=world.actor(world.anna), thread=post)
