"""Keeping, and marking as read."""

from datetime import datetime, timedelta

from django.db.models import F
from django.db.models.functions import Greatest

from vloot.ground import clock, ids
from vloot.people.actor import Actor
from vloot.talk.posts.models import Post
from vloot.talk.reading.models import Bookmark, HomeVisit, ReadMark

AWAY = timedelta(minutes=30)  # a pause of this length makes the next visit a return


def bookmark(*, by: Actor, post: Post) -> None:
    """Keep a post."""
    Bookmark.objects.get_or_create(person_id=by.person_id, post=post, defaults={"id": ids.new()})


def unbookmark(*, by: Actor, post: Post) -> None:
    """Keep a post no longer."""
    Bookmark.objects.filter(person_id=by.person_id, post=post).delete()


def mark_read(*, by: Actor, thread: Post, upto_id: int) -> None:
    """One has read a thread up to a post; reading goes only forward."""
    changed = ReadMark.objects.filter(person_id=by.person_id, thread=thread).update(
        upto_id=Greatest(F("upto_id"), upto_id)
    )
    if not changed:
        ReadMark.objects.get_or_create(person_id=by.person_id, thread=thread, defaults={"upto_id": upto_id})


def mark_unread(*, by: Actor, post: Post) -> None:
    """From this post on, the thread is unread again."""
    ReadMark.objects.update_or_create(
        person_id=by.person_id, thread_id=post.thread_id, defaults={"upto_id": post.id - 1}
    )


def look_home(*, by: Actor) -> datetime | None:
    """One looks at home. Returns since when one was away before this visit, or None on the first."""
    now = clock.now()
    visit = HomeVisit.objects.filter(person_id=by.person_id).first()
    if visit is None:
        HomeVisit.objects.get_or_create(person_id=by.person_id, defaults={"looked_at": now})
        return None
    if now - visit.looked_at > AWAY:
        visit.away_since = visit.looked_at
    if visit.away_since == visit.looked_at or now - visit.looked_at > timedelta(minutes=1):
        HomeVisit.objects.filter(pk=visit.pk).update(looked_at=now, away_since=visit.away_since)
    return visit.away_since
