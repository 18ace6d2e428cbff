"""When a notice may go out: pure computation on wall clocks. Knows no tables and no present moment.

A moment is quiet when the person's own wall clock stands inside their quiet hours, or shows a day on which they do not work. A day that
begins in the quiet hours of the evening before is a day of its own: Saturday begins at midnight.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

AT_ONCE, HOURLY, DAILY, WEEKLY = "at_once", "hourly", "daily", "weekly"
GRACE = {
    "mail": timedelta(minutes=2)
}  # time to read it on the page first, and for what belongs together to come together
ASKED_FOR = timedelta(minutes=10)
WORKING_DAYS = frozenset(range(5))
AHEAD = timedelta(hours=1)  # a reminder comes so long before
MOST_DAYS = 7  # or on a morning at most so many days before that
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Rest:
    """When one person is left alone. Equal hours mean no quiet hours; at least one day of the week is a working day."""

    zone: tzinfo
    quiet_from: time = time(18)
    quiet_until: time = time(8)
    working_days: frozenset[int] = WORKING_DAYS
    holidays: tuple[tuple[date, date], ...] = ()
    digest_at: time = time(8)
    digest_day: int = 0

    def __post_init__(self) -> None:
        if not self.working_days & set(range(7)):
            raise ValueError("somebody who never works would never be told anything")


def is_quiet(at: datetime, rest: Rest) -> bool:
    """Whether nothing may go out at this moment that was not asked for."""
    local = at.astimezone(rest.zone)
    return not is_working_day(local.date(), rest) or _in_quiet_hours(local.time(), rest)


def is_holiday(day: date, rest: Rest) -> bool:
    """Whether somebody is off on this day, working day or not."""
    return any(first <= day <= last for first, last in rest.holidays)


def is_working_day(day: date, rest: Rest) -> bool:
    """Whether somebody works on this day."""
    return day.weekday() in rest.working_days and not is_holiday(day, rest)


def working_days(begun: datetime, ends: datetime, rest: Rest) -> int:
    """Whole working days between two moments, on the person's own clock: each is over at the hour at which the first moment was."""
    since, until = begun.astimezone(rest.zone), ends.astimezone(rest.zone)
    days = [since.date() + n * DAY for n in range(1, (until.date() - since.date()).days + 1)]
    worked = [day for day in days if is_working_day(day, rest)]
    has_begun = bool(worked) and worked[-1] == until.date() and until.time() < since.time()
    return len(worked) - has_begun


def next_open(at: datetime, rest: Rest) -> datetime:
    """The first moment, `at` or later, that is not quiet. To the minute within a change to or from summer time."""
    if not is_quiet(at, rest):
        return at
    for day in _days_from(at, rest):
        openings = (_moments(day, time(0), rest), _moments(day, rest.quiet_until, rest))
        found = [m for moments in openings for m in moments if m > at and not is_quiet(m, rest)]
        if found:
            return min(found)
    raise AssertionError("days do not end")


def is_asked_for(asked_at: datetime | None, at: datetime) -> bool:
    """Whether a person asked for this a moment ago: at most ten minutes before, by a deed of their own on a page."""
    return asked_at is not None and asked_at <= at <= asked_at + ASKED_FOR


def due(
    happened_at: datetime, rhythm: str, channel: str, rest: Rest, asked_at: datetime | None = None
) -> datetime:
    """When what happened goes out: never before it happened, never in quiet hours unless asked for, always once."""
    if rhythm == AT_ONCE:
        if is_asked_for(asked_at, happened_at):
            return happened_at
        return next_open(happened_at + GRACE.get(channel, timedelta()), rest)
    if rhythm == HOURLY:
        return next_open(_next_hour(happened_at, rest), rest)
    return next_open(_next_digest(happened_at, rhythm, rest), rest)


def reminder(starts_at: datetime, rest: Rest) -> datetime:
    """When somebody is reminded of what begins then: an hour before, or, when that is quiet, on the last working morning before it.

    The morning is when their digest would come. Within a week that is quiet all through it is the hour before after all.
    """
    hour = starts_at - AHEAD
    if not is_quiet(hour, rest):
        return hour
    day = hour.astimezone(rest.zone).date()
    for back in range(MOST_DAYS + 1):
        for at in (rest.digest_at, rest.quiet_until, time(0)):
            found = [m for m in _moments(day - back * DAY, at, rest) if m < hour and not is_quiet(m, rest)]
            if found:
                return min(found)
    return hour


def _next_hour(at: datetime, rest: Rest) -> datetime:
    local = at.astimezone(rest.zone)
    past = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return at - past + timedelta(hours=1)


def _next_digest(at: datetime, rhythm: str, rest: Rest) -> datetime:
    """The next digest hour; of the week, for a weekly digest."""
    for day in _days_from(at, rest):
        if rhythm == DAILY or day.weekday() == rest.digest_day:
            later = [moment for moment in _moments(day, rest.digest_at, rest) if moment >= at]
            if later:
                return min(later)
    raise AssertionError("days do not end")


def _days_from(at: datetime, rest: Rest) -> Iterator[date]:
    day = at.astimezone(rest.zone).date()
    while True:
        yield day
        day += DAY


def _moments(day: date, at: time, rest: Rest) -> list[datetime]:
    """When the wall clock shows this: once, or twice when summer time ends; when it is skipped, soon after."""
    local = datetime.combine(day, at, rest.zone)
    return [local.replace(fold=0).astimezone(UTC), local.replace(fold=1).astimezone(UTC)]


def _in_quiet_hours(at: time, rest: Rest) -> bool:
    begins, ends = rest.quiet_from, rest.quiet_until
    if begins <= ends:
        return begins <= at < ends
    return at >= begins or at < ends
