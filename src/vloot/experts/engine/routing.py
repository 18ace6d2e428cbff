"""Whom a question invites: a fair draw among those who know about it, within what each of them takes on.

A question goes in rings. The first invites a few of the top band, with one place for somebody new to it; after a working day without an
answer the next ring invites others of the band and of the craft; then it is its owner's to ask around, and after that somebody outside is
called. The owner stands from the first moment on: rings only add people who were invited, never take the owner away.

Nothing here remembers a refusal: whoever declines is simply not invited again for this question while the caller says so.
"""

from __future__ import annotations

import math
import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import IntEnum
from statistics import median
from typing import NamedTuple

CAP = 3  # invitations a week, unless somebody chose otherwise
INVITED = 3  # people of one ring
WEEK = 7.0  # days
LONG = 28.0  # days over which the load is kept fair
MOST_TIMES = 2.0  # of the median of these days that nobody stays above


class Ring(IntEnum):
    """How far a question has come."""

    FIRST = 0  # a few of the band
    SECOND = 1  # others of the band and of the craft
    OWNER = 2  # whoever looks after it asks around
    OUTSIDE = 3  # somebody outside is called


# Working days without an answer after which a question goes on to each ring.
AFTER = {Ring.SECOND: 1, Ring.OWNER: 2, Ring.OUTSIDE: 5}


class Candidate(NamedTuple):
    """Somebody who could be invited. `weight` says how likely they know; it only weighs in the draw.

    `invited` are the moments (days since 1970) of their invitations in the last four weeks.
    """

    person: str
    weight: float
    invited: Sequence[float] = ()
    cap: int = CAP
    is_away: bool = False  # pauses, is on holiday, would rather not be asked about it


def ring_after(working_days: int) -> Ring:
    """The ring of a question that has waited for so many whole working days."""
    return max((ring for ring, days in AFTER.items() if working_days >= days), default=Ring.FIRST)


def invite(
    band: Sequence[Candidate],
    newcomers: Sequence[Candidate],
    now: float,
    chance: random.Random,
    *,
    limit: int,
    already: Collection[str] = (),
) -> list[str]:
    """Who is invited in this ring, in no order that tells anything: by name.

    `band` are those who know; `newcomers` those to whom the topic is new; one place is theirs. `limit` is the `fair_limit` of everybody
    who can be invited. `already` were invited for this question before, or said "not me". Fewer than a full ring when too few are
    free: neither a cap nor the limit is ever passed.
    """
    fresh = _draw([one for one in newcomers if is_free(one, now, limit, already)], 1, chance)
    taken = {*already, *fresh}
    known = [one for one in band if is_free(one, now, limit, taken)]
    return sorted([*fresh, *_draw(known, INVITED - len(fresh), chance)])


def fair_limit(everybody: Iterable[Candidate], now: float) -> int:
    """How many invitations of four weeks are enough for anybody: twice the median among those who take any, and at least one.

    Who is there gets none until theirs are fewer, so that nobody stays above it for four weeks, also when the median falls.
    """
    loads = [load_of(one, now) for one in everybody if one.cap > 0]
    return max(1, math.floor(MOST_TIMES * median(loads))) if loads else 1


def load_of(one: Candidate, now: float) -> int:
    """The invitations of the last four weeks."""
    return _since(one, now, LONG)


def is_free(one: Candidate, now: float, limit: int, already: Collection[str] = ()) -> bool:
    """Whether somebody takes one more: here, below their own cap and the limit, and not asked this before."""
    return (
        not one.is_away
        and one.person not in already
        and _since(one, now, WEEK) < one.cap
        and _since(one, now, LONG) < limit
    )


def _since(one: Candidate, now: float, days: float) -> int:
    return sum(now - days < at <= now for at in one.invited)


def _draw(candidates: Sequence[Candidate], count: int, chance: random.Random) -> list[str]:
    """So many of them by lot, the likelier the heavier; made lighter for each invitation of the last weeks."""
    keyed: Mapping[str, float] = {
        one.person: math.log(1 - chance.random()) / (max(one.weight, 1e-9) / (1 + len(one.invited)))
        for one in sorted(candidates)
    }
    return sorted(keyed, key=lambda person: (-keyed[person], person))[: max(0, count)]
