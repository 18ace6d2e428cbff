"""Everybody who works here hears once that a round opens and once that it is about to close, whatever they said."""

import pytest

from tests.meet.coffee.test_coffee import come, laid, opened
from tests.stage import Clock, work_off
from tests.world import World
from vloot.meet.coffee import acts, between, laying
from vloot.network import gate
from vloot.network.ties import reads as ties
from vloot.notices import acts as notices
from vloot.notices import groups, matrix
from vloot.notices.models import Delivery, Notice


def told(kind: str) -> set[int]:
    work_off()
    return set(Notice.objects.filter(kind=kind).values_list("person_id", flat=True))


def everybody(world: World) -> set[int]:
    return {world.anna.id, world.bram.id, world.chris.id, world.hanne.id}


def test_a_round_that_opens_is_told_to_all_who_work_here(world: World) -> None:
    round = opened(world)
    assert told("coffee_open") == everybody(world) - {world.chris.id}, "neither guests nor who opened it"
    assert not Delivery.objects.exists(), "by default on the page alone"
    assert Notice.objects.filter(kind="coffee_open", object_id=round.id).count() == len(everybody(world)) - 1


def test_who_does_not_want_it_is_not_told(world: World) -> None:
    notices.choose(by=world.actor(world.anna), chosen={("coffee", groups.PAGE): groups.OFF})
    opened(world)
    assert world.anna.id not in told("coffee_open")
    assert "coffee" in {row.group for row in matrix.rows(world.anna.id)}


def test_the_reminder_goes_to_all_once_whatever_they_said(world: World, clock: Clock) -> None:
    round = opened(world)
    come(world, round, world.anna)
    come(world, round, world.bram)
    acts.stay_away(by=world.actor(world.bram), round=round)
    assert laying.remind_due() == 0
    clock.move(days=2)
    assert laying.remind_due() == 1
    assert laying.remind_due() == 0
    assert told("coffee_near") == everybody(world)
    said = set(Notice.objects.filter(kind="coffee_near").values_list("link", "title"))
    assert said == {("/meet/", "")}, "one and the same for all"


def test_when_the_tables_stand_nothing_asks_any_more(world: World, clock: Clock) -> None:
    round = opened(world)
    come(world, round, world.anna, world.bram)
    clock.move(days=2)
    laying.remind_due()
    work_off()
    laid(clock)
    assert told("coffee") == {world.anna.id, world.bram.id}
    assert told("coffee_open") == told("coffee_near") == set()


def test_who_helps_whom_keeps_two_apart_where_the_network_is_open(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = frozenset((world.anna.id, world.bram.id))
    monkeypatch.setattr(ties, "between", lambda _people: {two})
    assert between.of([world.anna.id, world.bram.id]).ties == set(), "shut: only who replied to whom"
    monkeypatch.setattr(gate, "is_open", lambda: True)
    assert between.of([world.anna.id, world.bram.id]).ties == {two}
