"""Read marks, bookmarks, and since when one was away. All of it is one's own: nothing of it is logged."""

from collections.abc import Iterator

import pytest

from tests.stage import Clock
from tests.talk.ways import unlogged
from tests.world import World
from vloot.talk.models import Bookmark, Post
from vloot.talk.posts import acts as posts
from vloot.talk.reading import acts, reads
from vloot.talk.timeline import reads as timeline


@pytest.fixture(autouse=True)
def nothing_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    request.getfixturevalue("thread")
    with unlogged():
        yield


@pytest.fixture
def thread(world: World, clock: Clock) -> list[Post]:
    head = posts.write(by=world.actor(world.bram), space=world.slip, body="Hull open")
    found = [head]
    for words in ("Since when?", "Since Monday", "Thanks"):
        clock.move(minutes=1)
        found.append(posts.comment(by=world.actor(world.chris), under=head, body=words))
    return found


def test_reading_goes_only_forward(world: World, thread: list[Post]) -> None:
    dana = world.actor(world.dana)
    head = thread[0]
    assert reads.read_upto(dana, [head.id]) == {}
    acts.mark_read(by=dana, thread=head, upto_id=thread[2].id)
    acts.mark_read(by=dana, thread=head, upto_id=thread[1].id)
    assert reads.read_upto(dana, [head.id]) == {head.id: thread[2].id}
    assert reads.read_upto(world.actor(world.bram), [head.id]) == {}
    seen = timeline.thread_of(dana, head.id)
    assert seen.first_unread_id == thread[3].id
    assert (seen.head.is_unread, [reply.is_unread for reply in seen.replies]) == (True, [False, False, True])
    acts.mark_read(by=dana, thread=head, upto_id=thread[3].id)
    assert timeline.thread_of(dana, head.id).first_unread_id is None


def test_what_one_wrote_oneself_is_read(world: World, thread: list[Post]) -> None:
    chris = world.actor(world.chris)
    acts.mark_read(by=chris, thread=thread[0], upto_id=thread[0].id)
    assert timeline.thread_of(chris, thread[0].id).first_unread_id is None


def test_a_thread_is_unread_again_from_a_post_on(world: World, thread: list[Post]) -> None:
    dana = world.actor(world.dana)
    acts.mark_read(by=dana, thread=thread[0], upto_id=thread[3].id)
    acts.mark_unread(by=dana, post=thread[2])
    assert timeline.thread_of(dana, thread[0].id).first_unread_id == thread[2].id
    acts.mark_unread(by=dana, post=thread[0])
    assert timeline.thread_of(dana, thread[0].id).first_unread_id == thread[1].id


def test_bookmarks_are_ones_own_and_newest_first(world: World, thread: list[Post], clock: Clock) -> None:
    dana = world.actor(world.dana)
    for post in (thread[1], thread[0], thread[1]):
        clock.move(minutes=1)
        acts.bookmark(by=dana, post=post)
    kept = reads.bookmarks(dana)
    assert [post_id for _, post_id in kept] == [thread[0].id, thread[1].id]
    assert reads.bookmarks(dana, before=kept[0][0]) == kept[1:]
    assert reads.bookmarked_among(dana, [post.id for post in thread]) == {thread[0].id, thread[1].id}
    assert reads.bookmarks(world.actor(world.bram)) == []
    acts.unbookmark(by=dana, post=thread[0])
    assert [post_id for _, post_id in reads.bookmarks(dana)] == [thread[1].id]


def test_a_bookmark_opens_no_door(world: World, thread: list[Post]) -> None:
    dana = world.actor(world.dana)
    acts.bookmark(by=dana, post=thread[0])
    world.slip.memberships.filter(person=world.dana).delete()
    assert Bookmark.objects.filter(person=world.dana).exists()
    assert reads.bookmarks(dana) == []
    assert timeline.cards(dana, [thread[0].id]) == []


def test_away_is_since_the_last_look_before_a_pause(world: World, clock: Clock) -> None:
    anna = world.actor(world.anna)
    assert acts.look_home(by=anna) is None
    clock.move(minutes=20)
    assert acts.look_home(by=anna) is None
    left = clock.at
    clock.move(hours=3)
    for _ in range(3):
        assert acts.look_home(by=anna) == left
        clock.move(minutes=10)
    left = clock.at
    acts.look_home(by=anna)
    clock.move(minutes=31)
    assert acts.look_home(by=anna) == left


def test_what_home_has_got_meanwhile(world: World, clock: Clock) -> None:
    anna = world.actor(world.anna)
    acts.look_home(by=anna)
    clock.move(hours=2)
    away_since = acts.look_home(by=anna)
    assert away_since is not None
    assert timeline.away(anna, away_since) == []
