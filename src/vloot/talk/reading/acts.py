"""Keeping, and marking as read."""

from datetime import datetime, timedelta
from typing import Protocol

from vloot.ground import clock, ids
from vloot.ground.database import sql
from vloot.people.actor import Actor
from vloot.talk.posts.models import Post
from vloot.talk.reading.models import Bookmark, HomeVisit, ReadMark

_VISIT = "select looked_at, away_since from talk_home_visit where person_id = %(me)s"
_READ = "select upto_id from talk_read_mark where person_id = %(me)s and thread_id = %(thread)s"
_MARK_READ = """
insert into talk_read_mark (person_id, thread_id, upto_id) values (%(me)s, %(thread)s, %(upto)s)
on conflict (person_id, thread_id) do update set upto_id = greatest(talk_read_mark.upto_id, excluded.upto_id)
"""
AWAY = timedelta(minutes=30)  # a pause of this length makes the next visit a return


class _Thread(Protocol):
    """The head of a thread, as a row or as a card."""

    @property
    def id(self) -> int: ...


def bookmark(*, by: Actor, post: Post) -> None:
    """Keep a post."""
    Bookmark.objects.get_or_create(person_id=by.person_id, post=post, defaults={"id": ids.new()})


def unbookmark(*, by: Actor, post: Post) -> None:
    """Keep a post no longer."""
    Bookmark.objects.filter(person_id=by.person_id, post=post).delete()


def mark_read(*, by: Actor, thread: _Thread, upto_id: int) -> None:
    """One has read a thread up to a post; reading goes only forward."""
    asked = {"me": by.person_id, "thread": thread.id, "upto": upto_id}
    read = sql.rows(_READ, asked)
    if not read or read[0][0] < upto_id:
        sql.run(_MARK_READ, asked)


def mark_unread(*, by: Actor, post: Post) -> None:
    """From this post on, the thread is unread again."""
    ReadMark.objects.update_or_create(
        person_id=by.person_id, thread_id=post.thread_id, defaults={"upto_id": post.id - 1}
    )


def look_home(*, by: Actor) -> datetime | None:
    """One looks at home. Returns since when one was away before this visit, or None on the first."""
    now = clock.now()
    visit = sql.rows(_VISIT, {"me": by.person_id})
    if not visit:
        HomeVisit.objects.get_or_create(person_id=by.person_id, defaults={"looked_at": now})
        return None
    looked_at: datetime
    away_since: datetime | None
    looked_at, away_since = visit[0]
    if now - looked_at > AWAY:
        away_since = looked_at
    if away_since == looked_at or now - looked_at > timedelta(minutes=1):
        HomeVisit.objects.filter(pk=by.person_id).update(looked_at=now, away_since=away_since)
    return away_since
