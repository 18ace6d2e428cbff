"""Whose week it is, whatever hosts, holidays and plans there are."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vloot.talk.roster import engine
from vloot.talk.roster.engine import WEEK

BEGIN = date(2026, 3, 2)
HOSTS = st.lists(st.integers(1, 9), min_size=1, max_size=6, unique=True)
WEEKS = [BEGIN + n * WEEK for n in range(16)]
PLANS = st.dictionaries(st.sampled_from(WEEKS), st.integers(1, 12), max_size=10)
AWAY = st.dictionaries(st.sampled_from(WEEKS), st.sets(st.integers(1, 9)), max_size=16)


@given(hosts=HOSTS, turns=PLANS, absent=AWAY)
def test_exactly_one_host_is_on_duty_each_week_and_no_absent_one_while_another_is_there(
    hosts: list[int], turns: dict[date, int], absent: dict[date, set[int]]
) -> None:
    found = engine.schedule(hosts, turns, WEEKS, absent)
    assert list(found) == WEEKS
    for week, person in found.items():
        assert person in hosts
        away = absent.get(week, set())
        assert person not in away or set(hosts) <= away


@given(hosts=HOSTS, turns=PLANS)
def test_without_hosts_nobody_is_and_what_is_planned_with_a_host_stays(
    hosts: list[int], turns: dict[date, int]
) -> None:
    assert engine.schedule([], turns, WEEKS, {}) == {}
    found = engine.schedule(hosts, turns, WEEKS, {})
    assert all(found[week] == person for week, person in turns.items() if person in hosts)


@given(hosts=HOSTS, first=st.integers(0, 15), length=st.integers(1, 16))
def test_turns_are_shared_within_one(hosts: list[int], first: int, length: int) -> None:
    found = engine.schedule(hosts, {}, WEEKS, {})
    span = [found[week] for week in WEEKS[first : first + length]]
    counted = Counter(span)
    shares = [counted[host] for host in hosts]
    assert max(shares) - min(shares) <= 1


@given(hosts=HOSTS, absent=AWAY)
def test_whoever_was_passed_over_is_next(hosts: list[int], absent: dict[date, set[int]]) -> None:
    """Nobody who is there waits while another one serves twice since."""
    found = engine.schedule(hosts, {}, WEEKS, absent)
    for n, week in enumerate(WEEKS):
        person = found[week]
        served = [later for later in WEEKS[:n] if found[later] == person]
        if not served or person in absent.get(week, set()):
            continue
        since = {found[later] for later in WEEKS[:n] if later >= served[-1]}
        waiting = set(hosts) - since - absent.get(week, set())
        assert not waiting


@given(day=st.dates(date(2020, 1, 1), date(2040, 1, 1)), length=st.integers(1, 20))
def test_a_week_is_off_when_most_of_its_working_days_are(day: date, length: int) -> None:
    week, last = engine.monday(day), day + timedelta(days=length - 1)
    free = sum(day <= week + timedelta(days=n) <= last for n in range(5))
    assert engine.has_week_off(week, [(day, last)]) == (free >= 3)
