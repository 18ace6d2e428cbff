"""Gathering all ties anew: what a clock does, nobody's deed. While the room is shut there are none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction

from vloot.ground import clock, ids
from vloot.ground.database import sql
from vloot.network import gate
from vloot.network.ties.models import Tie

WINDOW = timedelta(weeks=26)
HALF_LIFE = 91.0  # days: after thirteen weeks a tie is worth half
ACCEPTED, THANKED = 1.0, 0.7
MOST_AT_ONCE = 5  # who thanks more people in one go applauds; who names more addresses a crowd


def gather() -> int:
    """Gather the ties of the last half year; those that were there are gone. Returns how many there are."""
    from vloot.network.engine.rings import rings  # numpy is slow to start with

    with transaction.atomic():
        Tie.objects.all().delete()
        if not gate.is_open():
            return 0
        thanked = [
            (int(one), int(other)) for one, other in sql.rows(sql.beside(__file__, "thanked"), _when())
        ]
        ignored = _as_arrays(sorted(rings(thanked)))
        return sql.run(sql.beside(__file__, "gathered"), {**_when(), **ignored})


def _when() -> dict[str, Any]:
    now = clock.now()
    return {
        "since": ids.first(now - WINDOW),
        "today": now.date(),
        "half_life": HALF_LIFE,
        "accepted": ACCEPTED,
        "thanked": THANKED,
        "most": MOST_AT_ONCE,
    }


def _as_arrays(pairs: Sequence[tuple[int, int]]) -> dict[str, str]:
    return {
        "ring_givers": sql.array(one for one, _other in pairs),
        "ring_takers": sql.array(other for _one, other in pairs),
    }
