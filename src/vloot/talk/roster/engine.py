"""Whose week it is: pure computation."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

WEEK = timedelta(days=7)
NEVER = timedelta(days=36500)
MOST_FREE = 2  # working days; who is free on more of them has the week off


def monday(day: date) -> date:
    """The Monday on which this day's week begins."""
    return day - timedelta(days=day.weekday())


def has_week_off(week: date, holidays: Collection[tuple[date, date]]) -> bool:
    """Whether somebody with these holidays (first and last day) is away for most of the working days of a week."""
    days = [week + timedelta(days=n) for n in range(5)]
    return sum(any(first <= day <= last for first, last in holidays) for day in days) > MOST_FREE


def next_up(
    hosts: Sequence[int], turns: Mapping[date, int], week: date, absent: Collection[int] = ()
) -> int | None:
    """Who gets a week: of those who are there, whoever's own turns are the furthest away; in the order of `hosts` when equal.

    When all are absent, one of them all the same; None without hosts.
    """
    able = [host for host in hosts if host not in absent] or list(hosts)
    if not able:
        return None

    def rest(host: int) -> timedelta:
        gaps = [abs(turn - week) for turn, person in turns.items() if person == host and turn != week]
        return min(gaps, default=NEVER)

    return max(able, key=lambda host: (rest(host), -able.index(host)))


def holder(
    hosts: Sequence[int], turns: Mapping[date, int], week: date, absent: Collection[int] = ()
) -> int | None:
    """Who is on duty: whoever has the week, unless they host no longer, or are absent while another is there."""
    planned = turns.get(week)
    if planned in hosts and (planned not in absent or all(host in absent for host in hosts)):
        return planned
    return next_up(hosts, turns, week, absent)


def schedule(
    hosts: Sequence[int],
    turns: Mapping[date, int],
    weeks: Sequence[date],
    absent: Mapping[date, Collection[int]],
) -> dict[date, int]:
    """Who is on duty in each of these weeks, one after the other: round and round, as far as nothing else is planned."""
    made = dict(turns)
    found = {}
    for week in weeks:
        person = holder(hosts, made, week, absent.get(week, ()))
        if person is not None:
            made[week] = found[week] = person
    return found
