"""The lock: the next walk is not booked while the promises of the last wait."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Q

from vloot.ground import clock, ids
from vloot.meet.walks.models import Promise, Walk
from vloot.notices import choices, engine

LONG = timedelta(minutes=45)
OLD = 20  # working days, on the clock of who promised; their holidays do not count
UNPROMISED, OLD_ONE, UNKEPT = "unpromised", "old", "unkept"


class Lock(NamedTuple):
    """Why somebody's next walk waits, and at which walk one sees what opens it."""

    why: str
    walk_id: int


def over(now: datetime | None = None) -> Q:
    """Walks that took place."""
    return Q(starts_at__lte=(now or clock.now()) - LONG, off_at=None)


def of(leader_id: int) -> Lock | None:
    """What somebody's next walk waits for; None when it may be booked."""
    last = Walk.objects.filter(over(), leader_id=leader_id).order_by("-starts_at").first()
    if last is None:
        return None
    promised = list(last.promises.all())
    if not promised:
        return Lock(UNPROMISED, last.id)
    waiting = Promise.objects.filter(walk__leader_id=leader_id, done_at=None, given_up_at=None).order_by("id")
    old = next((one for one in waiting if is_old(one, leader_id)), None)
    if old is not None:
        return Lock(OLD_ONE, old.walk_id)
    kept = [one for one in promised if one.kept_at]
    return Lock(UNKEPT, last.id) if 2 * len(kept) < len(promised) else None


def is_old(promise: Promise, leader_id: int) -> bool:
    """Whether it was promised more than twenty working days ago."""
    return worked_since(ids.moment(promise.id), leader_id) > OLD


def worked_since(begun: datetime, person_id: int) -> int:
    """Whole working days of somebody since a moment."""
    rest = choices.rests([person_id], since=begun.date())[person_id]
    return engine.working_days(begun, clock.now(), rest)
