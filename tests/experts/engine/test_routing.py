"""Whom a question invites: by hand, by what must always hold, and in a company that asks for half a year."""

import random
import statistics
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vloot.experts.engine import routing
from vloot.experts.engine.routing import LONG, WEEK, Candidate, Ring, fair_limit, invite, load_of

NOW = 1000.0
people = st.lists(
    st.builds(
        Candidate,
        st.sampled_from([f"p{number:02}" for number in range(30)]),
        st.floats(0, 1, allow_nan=False),
        st.lists(st.floats(NOW - 40, NOW, allow_nan=False), max_size=6).map(tuple),
        st.integers(0, 5),
        st.booleans(),
    ),
    max_size=12,
    unique_by=lambda one: one.person,
)


def crowd(count: int, name: str = "p") -> list[Candidate]:
    return [Candidate(f"{name}{number:02}", 1.0) for number in range(count)]


def test_a_ring_keeps_a_place_for_somebody_new() -> None:
    invited = invite(crowd(5), [Candidate("new", 1.0)], NOW, random.Random(1), limit=9)
    assert len(invited) == 3
    assert "new" in invited


def test_without_anybody_new_the_band_has_the_place() -> None:
    assert len(invite(crowd(5), [], NOW, random.Random(1), limit=9)) == 3


def test_the_likelier_are_drawn_more_often_and_the_others_too() -> None:
    band = [Candidate("sure", 0.9), *crowd(8)[0:0], *(Candidate(f"p{n}", 0.2) for n in range(8))]
    drawn = Counter(person for n in range(600) for person in invite(band, [], NOW, random.Random(n), limit=9))
    assert drawn["sure"] == max(drawn.values())
    assert min(drawn.values()) > 60
    assert len(drawn) == 9


@pytest.mark.parametrize(
    ("days", "ring"),
    [
        (0, Ring.FIRST),
        (1, Ring.SECOND),
        (2, Ring.OWNER),
        (4, Ring.OWNER),
        (5, Ring.OUTSIDE),
        (90, Ring.OUTSIDE),
    ],
)
def test_a_question_goes_on_by_working_days(days: int, ring: Ring) -> None:
    assert routing.ring_after(days) == ring


@given(people, people, st.integers(0, 99), st.sets(st.sampled_from(["p01", "p02", "p03"])))
def test_nobody_away_over_cap_or_asked_already(
    band: list[Candidate], newcomers: list[Candidate], seed: int, already: set[str]
) -> None:
    newcomers = [one._replace(person=f"n{one.person}") for one in newcomers]
    invited = invite(band, newcomers, NOW, random.Random(seed), limit=3, already=already)
    by_name = {one.person: one for one in [*band, *newcomers]}
    assert len(invited) == len(set(invited)) <= routing.INVITED
    assert invited == sorted(invited)
    assert sum(person.startswith("n") for person in invited) <= 1
    for person in invited:
        one = by_name[person]
        assert not one.is_away
        assert person not in already
        assert sum(NOW - WEEK < at <= NOW for at in one.invited) < one.cap
        assert routing.load_of(one, NOW) < 3


@given(people, st.integers(0, 99), st.randoms(use_true_random=False))
def test_the_order_says_nothing(band: list[Candidate], seed: int, chance: random.Random) -> None:
    mixed = list(band)
    chance.shuffle(mixed)
    assert invite(mixed, [], NOW, random.Random(seed), limit=3) == invite(
        band, [], NOW, random.Random(seed), limit=3
    )


class Company:
    """Sixty people, six topics, a few who know most; questions every working hour of half a year."""

    def __init__(self, seed: int, size: int = 60) -> None:
        self.chance = random.Random(seed)
        self.people = [f"p{number:02}" for number in range(size)]
        self.caps = {person: self.chance.choice((0, 1, 2, 3, 3, 3, 3, 5)) for person in self.people}
        self.knows = {
            topic: {
                person: self.chance.random() ** 2
                for person in self.chance.sample(self.people, self.chance.randint(4, 25))
            }
            for topic in range(6)
        }
        self.away: dict[str, float] = {}
        self.invited: dict[str, list[float]] = {person: [] for person in self.people}
        self.open: list[dict[str, object]] = []
        self.above: dict[str, float] = {}
        self.longest_above = 0.0  # days that anybody stayed above twice the median
        self.unowned = 0

    def live(self, days: int) -> None:
        for day in range(days):
            if day % 7 >= 5:
                continue
            for hour in range(8):
                now = NOW + day + (8 + hour) / 24
                self._ask(now, day)
                self._go_on(now, day)
                self._check(now)

    def _ask(self, now: float, day: int) -> None:
        if self.chance.random() < 0.02:
            self.away[self.chance.choice(self.people)] = now + self.chance.randint(1, 15)
        if self.chance.random() < 0.4:
            question: dict[str, object] = {
                "topic": self.chance.randrange(6), "owner": "host", "asked": day, "ring": -1, "already": set(),
            }  # fmt: skip
            self.open.append(question)

    def _go_on(self, now: float, day: int) -> None:
        for question in list(self.open):
            asked = int(str(question["asked"]))
            waited = sum((asked + n) % 7 < 5 for n in range(1, day - asked + 1))
            ring = routing.ring_after(waited)
            if ring > int(str(question["ring"])):
                question["ring"] = int(ring)
                if ring <= Ring.SECOND:
                    self._invite(question, now)
            if self.chance.random() < 0.04:
                self.open.remove(question)

    def _invite(self, question: dict[str, object], now: float) -> None:
        knowing = self.knows[int(str(question["topic"]))]
        band = [self._candidate(person, weight, now) for person, weight in knowing.items()]
        new = [self._candidate(person, 1.0, now) for person in self.people if person not in knowing]
        already = question["already"]
        assert isinstance(already, set)
        limit = fair_limit([self._candidate(person, 1.0, now) for person in self.people], now)
        for person in invite(band, new, now, self.chance, limit=limit, already=already):
            already.add(person)
            self.invited[person].append(now)
            in_week = sum(now - WEEK < at <= now for at in self.invited[person])
            assert in_week <= self.caps[person], "over their own cap"
            assert self.away.get(person, 0) <= now, "invited while away"

    def _candidate(self, person: str, weight: float, now: float) -> Candidate:
        lately = [at for at in self.invited[person] if at > now - LONG]
        return Candidate(person, weight, lately, self.caps[person], self.away.get(person, 0) > now)

    def _check(self, now: float) -> None:
        self.unowned += sum(not question["owner"] for question in self.open)
        everybody = [self._candidate(person, 1.0, now) for person in self.people]
        usual = statistics.median(load_of(one, now) for one in everybody if one.cap)
        for one in everybody:
            # One invitation in four weeks is never too many.
            if load_of(one, now) > max(1, 2 * usual):
                since = self.above.setdefault(one.person, now)
                self.longest_above = max(self.longest_above, now - since)
            else:
                self.above.pop(one.person, None)


def half_a_year(seed: int) -> Company:
    company = Company(seed)
    company.live(182)
    return company


def test_half_a_year_is_fair_and_nobody_is_left() -> None:
    company = half_a_year(1)
    assert sum(map(len, company.invited.values())) > 250
    assert company.longest_above < LONG
    assert company.unowned == 0


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 22))
def test_many_half_years(seed: int) -> None:
    company = half_a_year(seed)
    assert company.longest_above < LONG
    assert company.unowned == 0


def test_the_limit_is_twice_the_median_of_who_takes_part() -> None:
    many = [Candidate(f"p{n}", 1.0, [NOW - 1] * n) for n in range(5)]
    assert fair_limit([*many, Candidate("none", 1.0, (), 0)], NOW) == 4
    assert fair_limit([], NOW) == 1
