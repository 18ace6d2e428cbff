"""Promises 3, 5, 8, 10 and 24 about the climate: the same ballots give the same, all see it at once, nobody is reminded alone, and
nothing is there before it was agreed on."""

from __future__ import annotations

import random
from datetime import timedelta

import msgspec
import pytest
from django.test import Client

from tests.climate import crew
from tests.promise.crawl import browser
from tests.stage import Clock, work_off
from tests.talk.ways import refused
from tests.world import World
from vloot.climate.results import reads
from vloot.climate.results.models import Published
from vloot.climate.rhythm import acts, turning
from vloot.climate.waves.items import ITEMS
from vloot.climate.waves.models import Wave
from vloot.company.switches import acts as switches
from vloot.company.switches.acts import Decision
from vloot.ground import disclosure
from vloot.ground.disclosure import Group
from vloot.logbook.models import Entry
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people import reads as persons
from vloot.people.models import Person
from vloot.urn.models import Ballot, Voter

Teams = dict[str, list[int]]
SHOWN = ("measure", "series", "n", "total", "squares", "mean", "low", "high", "verdict", "counts")


@pytest.fixture
def teams(world: World) -> Teams:
    found = crew.muster()
    crew.agree(world)
    people.give_role(by=world.actor(world.hanne), person_id=world.bram.id, role="council")
    return found


def everybody(world: World, teams: Teams) -> dict[str, Client]:
    """A browser for each role: a member, a leader, the works council, a host, the administrator, one of the team of three."""
    cast = {
        "member": world.anna,
        "council": world.bram,
        "host": world.chris,
        "administrator and leader": world.hanne,
        "one of three": Person.objects.get(id=teams["Buoys"][0]),
    }
    return {role: browser(person) for role, person in cast.items()}


def voted(wave: Wave, teams: Teams) -> None:
    crew.vote(wave, dict.fromkeys(teams["Sails"], 4.5) | dict.fromkeys(teams["Ropes"], 2.0))


def test_at_no_moment_does_any_role_see_results_before_all_do(
    world: World, clock: Clock, teams: Teams
) -> None:
    """Promise 8: at each moment of a wave's life, every role gets the same answer."""
    browsers = everybody(world, teams)
    wave = crew.opened(world, clock)
    address = f"/climate/results/{wave.id}/"
    voted(wave, teams)
    end = wave.closes_at
    for moment in (
        wave.opens_at,
        end - timedelta(days=1),
        end - timedelta(seconds=1),
        end,
        end + timedelta(hours=1),
    ):
        clock.set(moment)
        assert {role: one.get(address).status_code for role, one in browsers.items()} == dict.fromkeys(
            browsers, 404
        )
        for one in browsers.values():
            assert f"climate/results/{wave.id}" not in one.get("/climate/").content.decode()
    assert turning.close_due() == 1
    assert {role: one.get(address).status_code for role, one in browsers.items()} == dict.fromkeys(
        browsers, 200
    )
    guest = browser(world.dana)
    assert guest.get(address).status_code == guest.get("/climate/results/1/").status_code != 200


def test_every_role_sees_the_same_figures(world: World, clock: Clock, teams: Teams) -> None:
    """Who leads, hosts or administers sees no group that others do not."""
    wave = crew.opened(world, clock)
    voted(wave, teams)
    crew.closed(wave, clock)
    seen = set()
    for person in (world.anna, world.bram, world.chris, world.hanne):
        card = reads.of_wave(world.actor(person), wave.id)
        scales = [
            msgspec.structs.replace(
                scale, groups=[msgspec.structs.replace(group, is_mine=False) for group in scale.groups]
            )
            for scale in card.scales
        ]
        seen.add(repr(scales))
    assert len(seen) == 1


def test_from_all_that_was_published_no_small_group_can_be_worked_out(
    world: World, clock: Clock, teams: Teams
) -> None:
    """Promise 3, for what stands in the tables."""
    wave = crew.opened(world, clock)
    voted(wave, teams)
    crew.vote(wave, dict.fromkeys([*teams["Buoys"], *teams["Anchors"][:3]], 5.0))
    wave = crew.closed(wave, clock)
    for row in Published.objects.filter(wave=wave, group=None, total__isnull=False, counts=None):
        of_groups = Published.objects.filter(wave=wave, measure=row.measure).exclude(group=None)
        chart = [
            Group("all", "", row.n),
            *(Group(one.group.label, "all", one.n) for one in of_groups if one.group),
        ]
        rests = disclosure.rests(chart, [one.name for one in chart])
        assert all(rest == 0 or rest >= 7 for rest in rests.values()), row.measure
        assert all(one.total is None and one.squares is None for one in of_groups), (
            "of a group no more than is shown"
        )
    assert not Ballot.objects.exists()


def test_the_same_answers_in_another_order_publish_the_same(world: World, clock: Clock, teams: Teams) -> None:
    """Promise 5, through the urn and the tables: two waves with the same ballots, cast by others in another order."""
    found = []
    said = [crew.answers([*ITEMS], 3 + at % 2, random.Random(at)) for at in range(12)]
    for seed in (1, 2):
        wave = crew.opened(world, clock)
        part = wave.parts.get()
        order = random.Random(seed).sample(range(12), 12)
        some = random.Random(seed).sample(teams["Sails"], 12)
        for person, at in zip(some, order, strict=True):
            crew.cast(part, persons.actor_for(person), said[at])
        wave = crew.closed(wave, clock)
        crew.answered(world, wave)
        rows = Published.objects.filter(wave=wave).order_by("group__label", "measure").select_related("group")
        found.append(
            "\n".join(
                repr((row.group and row.group.label, *(getattr(row, name) for name in SHOWN))) for row in rows
            )
        )
        clock.move(days=90)
    assert found[0] == found[1]
    assert len(found[0]) > 100


def test_reminders_go_to_everybody_on_the_list_or_to_nobody(world: World, clock: Clock, teams: Teams) -> None:
    """Promise 10: who answered is reminded like who did not, and no page or entry lists either."""
    wave = crew.opened(world, clock)
    answered, silent = teams["Sails"], teams["Ropes"]
    crew.vote(wave, dict.fromkeys(answered, 4.0))
    acts.remind(by=world.actor(world.chris), wave=wave)
    work_off()
    told = set(Notice.objects.filter(kind="wave_reminded").values_list("person_id", flat=True))
    assert told == set(Voter.objects.values_list("person_id", flat=True))
    assert told >= {*answered, *silent}
    names = dict(Person.objects.filter(id__in=[*answered, *silent]).values_list("id", "name"))
    for role, one in everybody(world, teams).items():
        for address in ("/climate/", f"/climate/groups/{wave.id}/"):
            page = one.get(address).content.decode()
            shown = {person for person, name in names.items() if f">{name}<" in page}
            # The council reads the whole lists, of those who answered as of those who did not.
            assert shown in (set(), set(names)) if role == "council" else not shown, f"{address} as {role}"
    entries = Entry.objects.filter(kind__startswith="Wave").values_list("actor_id", "details")
    assert not [entry for entry in entries if entry[0] in names or entry[1]]


def test_nothing_is_asked_before_it_was_agreed_on(world: World, clock: Clock) -> None:
    """Promise 24, for the climate: without an agreement nobody can switch it on, nor announce anything."""
    crew.muster()
    with refused("room.off"):
        crew.announced(world)
    page = browser(world.chris).get("/climate/")
    assert page.status_code == 200
    assert "/company/agreements/" in page.content.decode()
    with refused("room.not_agreed"):
        switches.switch(
            by=world.actor(world.hanne), room="climate", decision=Decision(is_on=True, why="To know")
        )
    crew.agree(world)
    assert crew.announced(world).id
