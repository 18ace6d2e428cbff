"""What was said without a name waits here until its week is over.

Where rows lie on the disk, and which transaction wrote them, would tell in which order they came. So with each new one all that wait are
written anew, shuffled; and once more when they are shown.
"""

import random
from datetime import date, timedelta

from django.db import connection, transaction

from vloot.climate.matters.models import Matter
from vloot.ground import clock, ids
from vloot.logbook import acts as logbook

_LOCK = 0x766F69636573  # "voices": one batch is mixed by one at a time
_CHANCE = random.SystemRandom()


def put(kind: str, words: str, due_on: date | None) -> None:
    """Lay one more down among those that wait."""
    monday = _monday()
    with transaction.atomic():
        _one_at_a_time()
        found = Matter.objects.filter(kind=kind, shown_on=None, week=monday)
        _lay([*found, Matter(kind=kind, words=words, week=monday, due_on=due_on)])


def show_due() -> int:
    """Show what was said in the weeks that are over. Returns how much that was."""
    shown = 0
    for kind in (Matter.FEAR, Matter.PROMISE):
        with transaction.atomic():
            _one_at_a_time()
            batch = list(Matter.objects.filter(kind=kind, shown_on=None, week__lt=_monday()))
            if not batch:
                continue
            today = clock.now().date()
            for matter in batch:
                matter.shown_on = today
            _lay(batch)
            about = ids.drawn()  # a notice about this batch and no other
            details = {"kind": kind}
            logbook.record(
                kind="MattersShown", actor_id=None, object_id=about, origin="house", details=details
            )
            shown += len(batch)
    return shown


def _lay(batch: list[Matter]) -> None:
    Matter.objects.filter(pk__in=[matter.pk for matter in batch]).delete()
    for matter in batch:
        matter.pk = ids.drawn()
    _CHANCE.shuffle(batch)
    Matter.objects.bulk_create(batch)


def _monday() -> date:
    today = clock.now().date()
    return today - timedelta(days=today.weekday())


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
