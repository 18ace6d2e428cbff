"""Once in a quarter begin three weeks in which everybody finds on their own page whether they are asked: what a clock does, nobody's deed.

What is kept of it are the bars alone. Nobody is picked here: not one row, entry, job or notice differs between who is asked and who is not.
"""

from __future__ import annotations

import secrets
from datetime import date, timedelta

from django.db import transaction

from vloot.ground import clock, ids
from vloot.logbook import acts as logbook
from vloot.network import gate
from vloot.network.pilots import weighing
from vloot.network.pilots.models import Asking, Pilot
from vloot.network.ties.models import Tie

EVERY, LASTS = timedelta(weeks=13), timedelta(weeks=3)
LEAST = timedelta(weeks=13)  # since the first tie
LARGEST_SEED = 2**62


def current() -> Asking | None:
    """The weeks of asking that are now; None outside of them and while the room is shut."""
    today = clock.now().date()
    return Asking.objects.filter(begins_on__lte=today, until__gte=today).first() if gate.is_open() else None


def go_on() -> bool:
    """Weigh the ties anew while people are asked, and begin to ask when a quarter is over. Returns whether weeks of asking have begun."""
    from vloot.network.engine import pilots as engine

    if not gate.is_open():
        return False
    today = clock.now().date()
    with transaction.atomic():
        last = Asking.objects.select_for_update().order_by("-begins_on").first()
        begins = last is None or today >= last.begins_on + EVERY
        if (begins and not _knows_enough(today)) or (not begins and last is not None and today > last.until):
            return False
        seed = secrets.randbelow(LARGEST_SEED) if begins or last is None else last.seed
        found = engine.bars(weighing.ties(today), weighing.present(today), seed=seed)
        if found is None:
            return False
        if not begins and last is not None:
            Asking.objects.filter(pk=last.pk).update(heights=list(found.heights), weighed_on=today)
            return False
        Asking.objects.all().delete()
        made = Asking.objects.create(
            id=ids.new(),
            begins_on=today,
            until=today + LASTS - timedelta(days=1),
            weighed_on=today,
            seed=seed,
            heights=list(found.heights),
        )
        logbook.record(kind="PilotsSought", actor_id=None, object_id=made.id, origin="clock")
    return True


def let_go() -> int:
    """Who has left, or stays out of the network, is no pilot any more. Returns how many rows went."""
    return Pilot.objects.exclude(person__in=weighing.taking_part()).delete()[0]


def _knows_enough(today: date) -> bool:
    return Tie.objects.filter(since__lte=today - LEAST).exists()
