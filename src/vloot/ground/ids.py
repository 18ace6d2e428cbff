"""Time-ordered ids: 42 bits of milliseconds since 1970, then 21 bits that keep one millisecond's ids apart; and drawn ones.

They fit PostgreSQL's bigint and sort by the moment of writing, so imported history sorts by id too.
"""

import os
import secrets
import threading
from datetime import UTC, datetime, timedelta

from vloot.ground import clock

_LOW_BITS = 21
_LOW_MASK = (1 << _LOW_BITS) - 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
LARGEST = (1 << 63) - 1
_MOST_DIGITS = 19

_lock = threading.Lock()
_counter = secrets.randbits(_LOW_BITS)
_last = 0


def new(at: datetime | None = None) -> int:
    """An id for something written now, or at `at`.

    Ids for now rise strictly within a process; two million calls in a row differ whatever their moments.
    Raises ValueError for a moment without time zone, before 1970 or after 2109.
    """
    global _counter, _last
    stamp = _milliseconds(at or clock.now())
    with _lock:
        _counter = (_counter + 1) & _LOW_MASK
        made = stamp << _LOW_BITS | _counter
        if at is None:
            # The counter wrapped inside one millisecond: stay in order rather than in the millisecond.
            if made <= _last and made >> _LOW_BITS == _last >> _LOW_BITS:
                made = _last + 1
            _last = made
    return made


def drawn() -> int:
    """An id that tells neither when nor after what something was written: for what must keep no order."""
    return secrets.randbits(63)


def moment(of: int) -> datetime:
    """The moment an id was made for, to the millisecond, in UTC."""
    return _EPOCH + (of >> _LOW_BITS) * _MILLISECOND


def first(at: datetime) -> int:
    """The smallest id of the millisecond of `at`: everything written at `at` or later has this id or a larger one."""
    return _milliseconds(at) << _LOW_BITS


def read(written: str) -> int | None:
    """The id that somebody wrote; None for what no id can be, however long."""
    if not written.isdecimal() or len(written) > _MOST_DIGITS:
        return None
    found = int(written)
    return found if found <= LARGEST else None


def _milliseconds(at: datetime) -> int:
    if at.tzinfo is None:
        raise ValueError("an id needs a moment with a time zone")
    stamp = (at - _EPOCH) // _MILLISECOND
    if not 0 <= stamp < 1 << 42:
        raise ValueError("an id needs a moment between 1970 and 2109")
    return stamp


def _spread() -> None:
    # Forked processes must not go on from the same counter.
    global _counter
    _counter = secrets.randbits(_LOW_BITS)


os.register_at_fork(after_in_child=_spread)
