"""Gathering all ties anew: what a clock does, nobody's deed. While the room is shut there are none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.db import transaction

from vloot.ground import clock, ids
from vloot.ground.database import sql
from vloot.network import gate
from vloot.network.rounds import reads as rounds
from vloot.network.ties.models import Tie
from vloot.people.models import Person

WINDOW = timedelta(weeks=26)
HALF_LIFE = 91.0  # days: after thirteen weeks a tie is worth half
ACCEPTED, THANKED = 1.0, 0.7  # who named somebody in a question round said as much as who accepted
NOON = time(12, tzinfo=UTC)
MOST_AT_ONCE = 5  # who thanks more people in one go applauds; who names more addresses a crowd


def gather() -> int:
    """Gather the ties of the last half year; those that were there are gone. Returns how many there are."""
    from vloot.network.engine.rings import rings  # numpy is slow to start with

    with transaction.atomic():
        Tie.objects.all().delete()
        if not gate.is_open():
            return 0
        thanked = [(int(one), int(other)) for one, other in sql.rows(statement(__file__, "thanked"), when())]
        ignored = _as_arrays(sorted(rings(thanked, _teams())))
        return sql.run(statement(__file__, "gathered"), {**when(), **ignored, **_nominations()})


def _teams() -> dict[int, int | None]:
    return dict(Person.objects.values_list("id", "team_id"))


def statement(module: str, name: str) -> str:
    """The statement in the file `name`.sql beside a module of this room, with the people of whom ties tell filled in."""
    return sql.beside(module, name).replace("{present}", sql.beside(__file__, "present"))


def when() -> dict[str, Any]:
    """The half year and what counts how much in it, for the statements of this room."""
    now = clock.now()
    return {
        "since": ids.first(now - WINDOW),
        "today": now.date(),
        "half_life": HALF_LIFE,
        "accepted": ACCEPTED,
        "thanked": THANKED,
        "most": MOST_AT_ONCE,
    }


def _nominations() -> dict[str, str]:
    """Whom people named in question rounds, but those who name each other in a ring."""
    from vloot.network.engine.rings import rings

    every = list(rounds.counting())
    ringed = rings([(one.asker_id, one.helper_id) for one in every], _teams())
    found = [one for one in every if (one.asker_id, one.helper_id) not in ringed]
    return {
        "namers": sql.array(one.asker_id for one in found),
        "named": sql.array(one.helper_id for one in found),
        "named_at": sql.array(ids.first(datetime.combine(one.on, NOON)) for one in found),
    }


def _as_arrays(pairs: Sequence[tuple[int, int]]) -> dict[str, str]:
    return {
        "ring_givers": sql.array(one for one, _other in pairs),
        "ring_takers": sql.array(other for _one, other in pairs),
    }
