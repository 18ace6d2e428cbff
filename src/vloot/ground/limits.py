"""How much of something one person, or one address, may do in a while: shared by every process, because it stands in the database.

Each limit is a bucket that runs empty evenly: so many at once, and then as fast as the bucket lets go. One statement asks
and takes. A bucket's key is a keyed digest of whose it is and what for, so that the table tells nobody who did what.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

import msgspec
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vloot.ground import clock
from vloot.ground.database import sql
from vloot.ground.errors import Refused

MINUTE, HOUR, DAY = 60, 3600, 86_400  # seconds
MOST = 1_000_000  # nobody needs to choose more

_TAKE = """
WITH asked AS (
    SELECT %(now)s::timestamptz AS now, make_interval(secs => %(cost)s::float * %(seconds)s::float / allowed.amount) AS more,
           make_interval(secs => %(seconds)s::float) AS room
    FROM (SELECT coalesce((SELECT amount FROM ground_allowance WHERE name = %(name)s), %(amount)s)::float AS amount) AS allowed
), taken AS (
    INSERT INTO ground_bucket AS b (key, empty_at) SELECT %(key)s::bigint, now + least(more, room) FROM asked
    ON CONFLICT (key) DO UPDATE SET empty_at = greatest(b.empty_at, %(now)s::timestamptz)
        + (SELECT least(more, room) FROM asked)
    WHERE greatest(b.empty_at, %(now)s::timestamptz) + (SELECT least(more, room) FROM asked)
        <= %(now)s::timestamptz + (SELECT room FROM asked) + interval '1 millisecond'
    RETURNING 1
)
SELECT 0::float WHERE EXISTS (SELECT 1 FROM taken)
UNION ALL
SELECT extract(epoch FROM b.empty_at + least(asked.more, asked.room) - asked.room - asked.now)::float
FROM ground_bucket b, asked WHERE b.key = %(key)s::bigint AND NOT EXISTS (SELECT 1 FROM taken)
"""
_CLEAR = "DELETE FROM ground_bucket WHERE empty_at < %(now)s"
_CLEAR_TRIES = "DELETE FROM ground_tries WHERE expires < %(now)s"
_CHOSEN = "SELECT name, amount FROM ground_allowance"
_CHOOSE = """
INSERT INTO ground_allowance (name, amount) VALUES (%(name)s, %(amount)s)
ON CONFLICT (name) DO UPDATE SET amount = excluded.amount
"""


class Limit(msgspec.Struct, frozen=True):
    """So many of something (`amount`) in so many `seconds`; `says` names it for whoever may change it."""

    name: str
    amount: int
    seconds: int
    says: str | Promise

    @property
    def period(self) -> str:
        """How long its while is, in the reader's language."""
        return in_words(self.seconds)


class TooFast(Refused):
    """That was too much at once; `wait` is in how many seconds there is room again."""

    def __init__(self, wait: int) -> None:
        said = _(
            "Take a breath: that was a lot at once. What you typed is still here; try again in %(while)s."
        )
        super().__init__("too_fast", said % {"while": in_words(wait)})
        self.wait = wait


DECLARED: dict[str, Limit] = {}
_refusals: ContextVar[list[TooFast] | None] = ContextVar("refusals", default=None)


def declare(name: str, amount: int, seconds: int, says: str | Promise) -> Limit:
    """A limit that a room keeps; administrators may choose another amount. Raises KeyError for a name that is taken."""
    if name in DECLARED:
        raise KeyError(f"there is a limit {name} already")
    return DECLARED.setdefault(name, Limit(name, amount, seconds, says))


def take(limit: Limit, *who: object, cost: float = 1) -> None:
    """Count one more (or `cost` more) of it for somebody. Raises TooFast when there is no room."""
    asked = {
        "key": _key(limit.name, *who),
        "name": limit.name,
        "amount": limit.amount,
        "seconds": limit.seconds,
        "cost": cost,
        "now": clock.now(),
    }
    found = sql.rows(_TAKE, asked)
    # Two at the same moment for somebody new: the one that lost sees no row yet, and may pass.
    wait = found[0][0] if found else 0
    if wait > 0:
        raise noted(TooFast(max(1, math.ceil(wait))))


def noted(refusal: TooFast) -> TooFast:
    """The refusal, for the door to see whatever becomes of it (others count tries too)."""
    if (seen := _refusals.get()) is not None:
        seen.append(refusal)
    return refusal


@contextmanager
def watched() -> Iterator[list[TooFast]]:
    """Whatever was refused inside the block, for a door that says so in its own dialect."""
    seen: list[TooFast] = []
    token = _refusals.set(seen)
    try:
        yield seen
    finally:
        _refusals.reset(token)


def chosen() -> dict[str, int]:
    """The amounts in force, by name."""
    found = dict(sql.rows(_CHOSEN, {}))
    return {name: found.get(name, limit.amount) for name, limit in DECLARED.items()}


def choose(name: str, amount: int) -> None:
    """Let a limit be another amount from now on, in every process. Raises KeyError for a name that no room declared."""
    sql.run(_CHOOSE, {"name": DECLARED[name].name, "amount": amount})


def clear(now: datetime | None = None) -> int:
    """Drop the buckets that are empty, and tries that no longer count. Returns how many."""
    at = {"now": now or clock.now()}
    return sql.run(_CLEAR, at) + sql.run(_CLEAR_TRIES, at)


def in_words(seconds: float) -> str:
    """A stretch of time in the largest unit that tells it well, never shorter than it is."""
    if seconds <= 90:
        n = math.ceil(seconds)
        return ngettext("%(n)d second", "%(n)d seconds", n) % {"n": n}
    if seconds <= 90 * MINUTE:
        n = math.ceil(seconds / MINUTE)
        return ngettext("%(n)d minute", "%(n)d minutes", n) % {"n": n}
    if seconds <= 36 * HOUR:
        n = math.ceil(seconds / HOUR)
        return ngettext("%(n)d hour", "%(n)d hours", n) % {"n": n}
    n = math.ceil(seconds / DAY)
    return ngettext("%(n)d day", "%(n)d days", n) % {"n": n}


def _key(*parts: object) -> int:
    words = "\x1f".join(str(part) for part in parts).encode()
    digest = hashlib.blake2b(words, digest_size=8, key=settings.SECRET_KEY.encode()[:64])
    return int.from_bytes(digest.digest(), "big", signed=True)
