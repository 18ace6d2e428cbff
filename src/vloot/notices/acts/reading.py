"""Having read what one was told."""

from collections.abc import Sequence

from vloot.ground import clock, live
from vloot.ground.database import sql
from vloot.notices.models import Notice
from vloot.people.actor import Actor

_UNREAD_ABOUT = """
select 1 from notices_notice where person_id = %(me)s and read_at is null and object_id = any(%(ids)s::bigint[]) limit 1
"""


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
