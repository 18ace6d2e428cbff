"""Telling, and having read."""

from collections.abc import Iterable, Sequence

import msgspec
from django.db import transaction

from vloot.ground import clock, ids, live
from vloot.ground.database import sql
from vloot.notices import words
from vloot.notices.models import Notice
from vloot.people.actor import Actor

MOST_NAMED = 20  # people kept on one notice
KEPT_DAYS = 90
_UNREAD_ABOUT = """
select 1 from notices_notice where person_id = %(me)s and read_at is null and object_id = any(%(ids)s::bigint[]) limit 1
"""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What a room has to tell somebody. `object_id` is what it is about; `space_id` says who may see it (None: its person)."""

    person_id: int
    kind: str
    object_id: int
    actor_id: int
    link: str
    title: str = ""
    space_id: int | None = None


def tell_many(notes: Iterable[Note]) -> int:
    """Tell people. The same kind about the same thing, still unread, becomes one notice with several names. Returns how many were told."""
    told = 0
    with transaction.atomic():
        for note in notes:
            if note.kind not in words.SENTENCES:
                raise KeyError(f"{note.kind} has no words in notices/words.py")
            if note.actor_id != note.person_id:
                _tell(note)
                told += 1
    return told


def mark_read(*, by: Actor, notice_ids: Sequence[int] | None = None) -> None:
    """One has read some notices, or all."""
    mine = Notice.objects.filter(person_id=by.person_id, read_at=None)
    if notice_ids is not None:
        mine = mine.filter(id__in=notice_ids)
    if mine.update(read_at=clock.now()):
        live.announce("notice", person_id=by.person_id, object_id=0)


def mark_read_about(*, by: Actor, object_ids: Sequence[int]) -> None:
    """One has seen what some notices are about, so they need not be told any more."""
    if not sql.rows(_UNREAD_ABOUT, {"me": by.person_id, "ids": sql.array(object_ids)}):
        return
    mine = Notice.objects.filter(person_id=by.person_id, read_at=None, object_id__in=object_ids)
    if mine.update(read_at=clock.now()):
        live.announce("notice", person_id=by.person_id, object_id=0)


def forget_about(object_ids: Sequence[int]) -> None:
    """What some notices are about is gone, and so are they."""
    Notice.objects.filter(object_id__in=object_ids).delete()


def prune() -> int:
    """Drop notices older than 90 days. Returns how many."""
    return Notice.objects.filter(id__lt=ids.first(clock.ago(days=KEPT_DAYS))).delete()[0]


def _tell(note: Note) -> None:
    known = (
        Notice.objects.select_for_update()
        .filter(person_id=note.person_id, kind=note.kind, object_id=note.object_id, read_at=None)
        .first()
    )
    made = Notice(
        id=ids.new(),
        person_id=note.person_id,
        kind=note.kind,
        object_id=note.object_id,
        space_id=note.space_id,
        link=note.link,
        title=note.title[:200],
        actor_ids=_names(known.actor_ids if known else [], note.actor_id),
    )
    if known:
        known.delete()
    made.save(force_insert=True)
    live.announce("notice", person_id=note.person_id, object_id=made.id)


def _names(known: list[int], actor_id: int) -> list[int]:
    return [*(actor for actor in known if actor != actor_id), actor_id][-MOST_NAMED:]
