"""The one place that reads the clock, so that tests and importers can stand elsewhere in time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta

_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _frozen.get() or datetime.now(UTC)


@contextmanager
def freeze(at: datetime) -> Iterator[datetime]:
    """Let `now()` stand still at `at` inside the block. Raises ValueError when `at` has no time zone."""
    if at.tzinfo is None:
        raise ValueError("freeze() needs a moment with a time zone")
    token = _frozen.set(at.astimezone(UTC))
    try:
        yield at
    finally:
        _frozen.reset(token)


def ago(**parts: float) -> datetime:
    """The moment that lies `timedelta(**parts)` before now."""
    return now() - timedelta(**parts)
