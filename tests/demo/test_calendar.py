"""The demo's time: in the past, on working days, in shifts."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vloot.demo import governance
from vloot.demo.calendar import CLOSES, OPENS, Calendar

MOMENTS = st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2035, 1, 1), timezones=st.just(UTC))


@given(now=MOMENTS, days=st.integers(0, 180), hour=st.integers(5, 21))
def test_what_happened_happened_on_a_working_day_and_before_now(now: datetime, days: int, hour: int) -> None:
    at = Calendar(now, "Europe/Brussels").ago(days, hour)
    assert at < now
    assert at.weekday() < 5
    assert at.hour == hour
    assert now - at < timedelta(days=days + 5)


@given(now=MOMENTS, days=st.integers(0, 60), minutes=st.integers(1, 20_000))
def test_a_reply_comes_later_in_a_shift_or_has_not_come_yet(now: datetime, days: int, minutes: int) -> None:
    calendar = Calendar(now, "Europe/Brussels")
    at = calendar.ago(days, 9)
    reply = calendar.after(at, timedelta(minutes=minutes))
    if reply is None:
        assert at + timedelta(minutes=minutes, days=4) > now
    else:
        assert at < reply < now
        assert reply.weekday() < 5
        assert OPENS <= reply.hour < CLOSES


def test_a_question_of_today_that_has_not_been_asked_yet_was_asked_on_friday() -> None:
    monday = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
    assert Calendar(monday, "Europe/Brussels").ago(0, 9).date() == datetime(2026, 2, 27).date()


def test_a_room_is_switched_on_after_its_training_on_whatever_day_the_demo_begins() -> None:
    for hour in range(0, 7 * 24, 5):
        calendar = Calendar(datetime(2026, 3, 2, tzinfo=UTC) + timedelta(hours=hour), "Europe/Brussels")
        for days, _room, _is_on, _why, _host, trained, _teacher in governance.ROOMS:
            if trained is not None:
                assert calendar.day(trained) < calendar.ago(days, 11).date()
