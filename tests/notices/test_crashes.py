"""Each event is told once per channel, whatever dies when: carriers, workers, networks."""

import contextlib
import random
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta

import pytest
from django.db import connection

from tests.notices.test_deliveries import Killed, note
from tests.stage import Clock
from tests.world import World
from vloot import wiring
from vloot.ground import clock as real
from vloot.notices import acts, choices, engine
from vloot.notices.acts import Note
from vloot.notices.carrying import LEASE, Later, Parcel
from vloot.notices.models import Choice, Delivery
from vloot.people.models import Person

Event = tuple[int, int]  # whom, what


class Network:
    """A receiver that knows a repeat by its key, behind a line that breaks at any moment."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.known: set[str] = set()
        self.told: Counter[Event] = Counter()
        self.at: list[tuple[int, object]] = []

    def __call__(self, parcel: Parcel) -> None:
        fate = self.chance.random()
        if fate < 0.15:
            raise Later
        if fate < 0.25:
            raise OSError("the line broke")
        if fate < 0.4:
            raise Killed
        if parcel.key not in self.known:
            self.known.add(parcel.key)
            self.at.append((parcel.person_id, real.now()))
            for delivery in Delivery.objects.filter(
                person_id=parcel.person_id, channel=parcel.channel, parcel=int(parcel.key.rpartition("-")[2])
            ):
                self.told.update((parcel.person_id, event) for event in delivery.event_ids)
        if fate < 0.55:
            raise Killed  # it went out, and nobody could write it down any more


@pytest.mark.parametrize("seed", range(3))
def test_each_event_is_told_once_whatever_dies(
    world: World, clock: Clock, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    mail, push = Network(chance), Network(chance)
    monkeypatch.setattr(wiring, "CARRIERS", {"mail": mail, "push": push})
    monkeypatch.setattr("vloot.notices.acts.delivering.MOST_TRIES", 10_000)
    for group, channel in (("named", "push"), ("replies", "mail"), ("replies", "push")):
        rhythm = chance.choice(["at_once", "hourly", "daily"]) if channel == "mail" else "at_once"
        Choice.objects.create(group=group, channel=channel, rhythm=rhythm)
    persons = [world.anna, world.bram, world.hanne]
    expected: set[Event] = set()
    for event in range(1, 40):
        notes = [_happening(chance, event, persons, world.chris)]
        acts.tell_many(notes)
        expected.update((one.person_id, event) for one in notes)
        _work(clock, chance.randrange(1, 90))
    for _round in range(60):
        _work(clock, 180)
    assert not Delivery.objects.filter(ended_at=None).exists(), "nothing is lost"
    for network in (mail, push):
        assert set(network.told) == expected
        assert set(network.told.values()) == {1}
        rests = choices.rests([person.id for person in persons])
        assert not any(engine.is_quiet(at, rests[person]) for person, at in network.at)  # type: ignore[arg-type]


def _happening(chance: random.Random, event: int, persons: list[Person], by: Person) -> Note:
    kind = chance.choice(["mentioned", "replied", "replied_in_thread"])
    return note(chance.choice(persons), by, kind, chance.randrange(1, 5), event_id=event)


def _work(clock: Clock, minutes: int) -> None:
    """A worker's round; one that is killed is followed by another once its lease is over."""
    clock.move(minutes=minutes)
    with contextlib.suppress(Killed):
        acts.deliver()


@pytest.mark.django_db(transaction=True)
def test_two_workers_share_the_outbox(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.world import build

    world = build()
    handed: list[Parcel] = []
    monkeypatch.setattr(wiring, "CARRIERS", {"mail": handed.append})
    acts.set_hours_for_all(
        by=world.actor(world.hanne),
        hours=acts.Hours(quiet_from=_midnight(), quiet_until=_midnight(), working_days=list(range(7))),
    )
    acts.tell_many(
        note(person, world.chris, "mentioned", about)
        for about in range(1, 12)
        for person in (world.anna, world.bram, world.hanne)
    )
    Delivery.objects.update(due_at=real.now() - timedelta(minutes=1))
    with ThreadPoolExecutor(4) as workers:
        list(workers.map(lambda _n: _close(acts.deliver), range(4)))
    assert sorted(parcel.person_id for parcel in handed) == sorted(
        [world.anna.id, world.bram.id, world.hanne.id]
    )
    assert [len(parcel.cards) for parcel in handed] == [11, 11, 11]
    assert timedelta(minutes=1) < LEASE


def _midnight() -> time:
    return time(0)


def _close(work: Callable[[], int]) -> None:
    try:
        work()
    finally:
        connection.close()
