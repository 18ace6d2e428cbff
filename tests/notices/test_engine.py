"""When a notice is due, for any hours, days off, zone and moment: never in quiet hours, never lost, never early."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vloot.notices import engine
from vloot.notices.engine import Rest

ZONES = [
    "Europe/Brussels",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "UTC",
]
BRUSSELS = ZoneInfo("Europe/Brussels")

hours = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
spans = st.tuples(days, st.integers(0, 30)).map(lambda span: (span[0], span[0] + timedelta(days=span[1])))
moments = st.one_of(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),
    # Around the changes to and from summer time.
    st.integers(-4000, 4000).map(lambda m: datetime(2026, 3, 29, 1) + timedelta(minutes=m)),
    st.integers(-4000, 4000).map(lambda m: datetime(2026, 10, 25, 1) + timedelta(minutes=m)),
).map(lambda naive: naive.replace(tzinfo=UTC))
rests = st.builds(
    Rest,
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    quiet_from=hours,
    quiet_until=hours,
    working_days=st.frozensets(st.integers(0, 6), min_size=1),
    holidays=st.lists(spans, max_size=3).map(tuple),
    digest_at=hours,
    digest_day=st.integers(0, 6),
)
rhythms = st.sampled_from([engine.AT_ONCE, engine.HOURLY, engine.DAILY, engine.WEEKLY])
channels = st.sampled_from(["mail", "push"])


def local(text: str) -> datetime:
    """A moment on the clocks of Brussels."""
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


@given(moments, rhythms, channels, rests)
def test_never_in_quiet_hours_never_early_never_lost(
    at: datetime, rhythm: str, channel: str, rest: Rest
) -> None:
    due = engine.due(at, rhythm, channel, rest)
    assert due >= at
    assert not engine.is_quiet(due, rest)
    # Free days at most, a week for the weekly one, a week to find a working day, a day for the hour.
    free = sum(((last - first).days + 1 for first, last in rest.holidays), start=0)
    assert due - at <= timedelta(days=free + 7 * (free + 2) + 8)


@given(moments, rests)
@example(datetime(2026, 6, 8, 6, 30, tzinfo=UTC), Rest(BRUSSELS))
def test_a_reminder_comes_an_hour_before_or_on_a_working_morning_before(at: datetime, rest: Rest) -> None:
    reminded = engine.reminder(at, rest)
    hour = at - engine.AHEAD
    assert hour - timedelta(days=engine.MOST_DAYS + 1, hours=1) <= reminded <= hour
    if not engine.is_quiet(hour, rest):
        assert reminded == hour
    elif engine.is_quiet(reminded, rest):
        day = hour.astimezone(rest.zone).date()
        mornings = [datetime.combine(day - timedelta(days=n), rest.digest_at, rest.zone) for n in range(8)]
        assert all(engine.is_quiet(m, rest) for m in mornings if m.astimezone(UTC) < hour)


@pytest.mark.parametrize(
    ("begins", "reminded"),
    [
        ("2026-06-10 14:00", "2026-06-10 13:00"),  # a Wednesday afternoon
        ("2026-06-10 20:00", "2026-06-10 08:00"),  # in the evening: that morning
        ("2026-06-10 08:30", "2026-06-09 08:00"),  # first thing: the morning before
        ("2026-06-08 08:30", "2026-06-05 08:00"),  # on a Monday: on Friday
    ],
)
def test_a_reminder_as_people_read_their_clocks(begins: str, reminded: str) -> None:
    at = datetime.fromisoformat(begins).replace(tzinfo=BRUSSELS)
    assert engine.reminder(at, Rest(BRUSSELS)).astimezone(BRUSSELS).strftime("%Y-%m-%d %H:%M") == reminded


@given(moments, rests)
def test_the_next_open_moment_is_the_first_one(at: datetime, rest: Rest) -> None:
    found = engine.next_open(at, rest)
    assert found >= at
    step, seen = timedelta(minutes=15), at
    # Every quarter of an hour on the way was quiet; where the wall clock jumps, an hour may pass.
    while seen < min(found - timedelta(hours=1), at + timedelta(days=3)):
        assert engine.is_quiet(seen, rest)
        seen += step


@given(moments, rhythms, channels, rests)
def test_later_happenings_are_not_due_earlier(at: datetime, rhythm: str, channel: str, rest: Rest) -> None:
    later = at + timedelta(hours=5)
    assert engine.due(at, rhythm, channel, rest) <= engine.due(later, rhythm, channel, rest) + timedelta(
        hours=1
    )


@given(moments, channels, rests, st.integers(-30, 30))
def test_only_what_was_asked_for_a_moment_ago_breaks_the_quiet(
    at: datetime, channel: str, rest: Rest, minutes: int
) -> None:
    asked_at = at - timedelta(minutes=minutes)
    due = engine.due(at, engine.AT_ONCE, channel, rest, asked_at)
    if 0 <= minutes <= 10:
        assert due == at
    else:
        assert not engine.is_quiet(due, rest)


@pytest.mark.parametrize(
    ("happened", "rhythm", "due"),
    [
        ("2026-03-02 09:00", "at_once", "2026-03-02 09:00"),
        ("2026-03-02 18:00", "at_once", "2026-03-03 08:00"),
        ("2026-03-06 17:59", "at_once", "2026-03-06 17:59"),
        ("2026-03-06 18:00", "at_once", "2026-03-09 08:00"),
        ("2026-03-02 09:10", "hourly", "2026-03-02 10:00"),
        ("2026-03-02 17:10", "hourly", "2026-03-03 08:00"),
        ("2026-03-02 07:00", "daily", "2026-03-02 08:00"),
        ("2026-03-02 08:01", "daily", "2026-03-03 08:00"),
        ("2026-03-06 09:00", "daily", "2026-03-09 08:00"),
        ("2026-03-03 09:00", "weekly", "2026-03-09 08:00"),
        ("2026-03-28 12:00", "at_once", "2026-03-30 08:00"),  # the night in which summer time begins
        ("2026-10-24 12:00", "daily", "2026-10-26 08:00"),  # and ends
    ],
)
def test_the_usual_hours(happened: str, rhythm: str, due: str) -> None:
    assert engine.due(local(happened), rhythm, "push", Rest(BRUSSELS)) == local(due)


@example(time(22), time(6), time(23))
@given(hours, hours, hours)
def test_quiet_hours_may_go_over_midnight(begins: time, ends: time, at: time) -> None:
    rest = Rest(BRUSSELS, begins, ends, working_days=frozenset(range(7)))
    moment = datetime.combine(date(2026, 5, 5), at, BRUSSELS)
    quarters = 96
    index = at.hour * 4 + at.minute // 15
    first, last = (hour.hour * 4 + hour.minute // 15 for hour in (begins, ends))
    inside = (index - first) % quarters < (last - first) % quarters
    assert engine.is_quiet(moment, rest) == inside


def test_somebody_works_some_day() -> None:
    with pytest.raises(ValueError, match="never works"):
        Rest(BRUSSELS, working_days=frozenset())


@pytest.mark.parametrize(
    ("begun", "ends", "days"),
    [
        ("2026-06-12 15:00", "2026-06-12 23:59", 0),
        ("2026-06-12 15:00", "2026-06-15 14:59", 0),
        ("2026-06-12 15:00", "2026-06-15 15:00", 1),
        ("2026-06-13 10:00", "2026-06-15 09:00", 0),
        ("2026-06-12 15:00", "2026-06-17 15:00", 2),
        ("2026-06-12 15:00", "2026-06-19 15:00", 4),
    ],
)
def test_working_days_are_whole_and_leave_out_weekends_and_holidays(begun: str, ends: str, days: int) -> None:
    off = Rest(BRUSSELS, holidays=((date(2026, 6, 16), date(2026, 6, 16)),))
    assert engine.working_days(local(begun), local(ends), off) == days
