"""Nobody fills the disk with what is never sent, and nothing of an ended session stays."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.stage import Clock
from tests.world import PASSWORD, World
from vloot.people import sessions
from vloot.talk.files import acts as files
from vloot.talk.models import File
from vloot.talk.posts import acts as posts


def test_files_that_no_post_takes_are_let_go(
    world: World, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    anna = world.actor(world.anna)
    kept = files.put(by=anna, name="kept.txt", content=b"words")
    posts.write(by=anna, space=world.quay, body="See", files=[kept.id])
    with django_capture_on_commit_callbacks(execute=True):
        made = [
            files.put(by=anna, name=f"{number}.txt", content=b"words")
            for number in range(files.MOST_WAITING + 3)
        ]
    left = set(File.objects.filter(owner=world.anna).values_list("id", flat=True))
    assert left == {kept.id, *(file.id for file in made[3:])}
    assert [file.place().exists() for file in (*made[:4], kept)] == [False, False, False, True, True]


def test_what_waited_for_a_month_is_let_go(world: World, clock: Clock) -> None:
    anna = world.actor(world.anna)
    old = files.put(by=anna, name="old.txt", content=b"words")
    sent = files.put(by=anna, name="sent.txt", content=b"words")
    posts.write(by=anna, space=world.quay, body="See", files=[sent.id])
    clock.move(days=31)
    fresh = files.put(by=anna, name="fresh.txt", content=b"words")
    assert files.prune() == 1
    left = set(File.objects.values_list("id", flat=True))
    assert old.id not in left
    assert {sent.id, fresh.id} <= left


def test_nothing_is_kept_of_sessions_that_are_over(world: World) -> None:
    for name in ("hanne", "hanne"):
        Client().post("/account/login/", {"login": name, "password": PASSWORD})
    assert UserSession.objects.count() == 2
    ended = Session.objects.order_by("session_key")[0]
    ended.expire_date -= timedelta(days=400)
    ended.save()
    assert sessions.clear_ended() == 1
    assert list(UserSession.objects.values_list("session_key", flat=True)) == list(
        Session.objects.values_list("session_key", flat=True)
    )
