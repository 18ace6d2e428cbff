"""A company large enough to be asked how it is: four teams beside the cast of tests/world.py, one of them of three people."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from tests.stage import Clock
from tests.urn import voting
from tests.world import FOUNDED, IMPORTER, World
from vloot.climate.board import acts as board
from vloot.climate.matters.acts import AnswerDraft
from vloot.climate.rhythm import acts as rhythm
from vloot.climate.rhythm import turning
from vloot.climate.waves import acts, reads
from vloot.climate.waves.items import ITEMS, SCALES
from vloot.climate.waves.models import Part, Wave
from vloot.company.agreements import acts as agreements
from vloot.company.switches import acts as switches
from vloot.company.switches.acts import Decision
from vloot.ground import clock as clocks
from vloot.people import acts as people
from vloot.people import reads as persons
from vloot.people.actor import Actor
from vloot.people.acts import PersonDraft, TeamDraft
from vloot.urn import reads as urn

SIZES = {"Sails": 14, "Ropes": 12, "Buoys": 3, "Anchors": 5}
REST = "Anchors + Buoys + Dock + People without a team"  # where the small ones are counted
ROSTER = sum(SIZES.values()) + 4


def muster() -> dict[str, list[int]]:
    """Bring the teams in; their people by team."""
    teams = people.place_teams_many(
        by=IMPORTER, drafts=[TeamDraft(slug=name.lower(), name=name) for name in SIZES]
    )
    drafts = [
        PersonDraft(
            external_key=f"{name}{at}",
            name=f"{name} {at}",
            username=f"{name.lower()}{at}",
            team_id=teams[name.lower()],
            joined_on=FOUNDED.date(),
            at=FOUNDED,
        )
        for name, size in SIZES.items()
        for at in range(size)
    ]
    ids = people.place_many(by=IMPORTER, drafts=drafts)
    return {name: [ids[f"{name}{at}"] for at in range(size)] for name, size in SIZES.items()}


def agree(world: World) -> None:
    """The agreement with the works council, and the room switched on."""
    by, today = world.actor(world.hanne), clocks.now().date()
    agreements.conclude(
        by=by, subject="Climate", agreed_on=today, document="CAO 9", parties="Council", topics=["climate"]
    )
    switches.switch(by=by, room="climate", decision=Decision(is_on=True, why="To hear how we are"))


def announced(world: World, *, kind: str = Wave.FULL, days: int = 7) -> Wave:
    """A wave that opens tomorrow, for a week."""
    first = clocks.now().date() + timedelta(days=1)
    return rhythm.announce(
        by=world.actor(world.chris), kind=kind, opens_on=first, closes_on=first + timedelta(days=days)
    )


def opened(world: World, clock: Clock, **more: object) -> Wave:
    """That wave, open."""
    wave = announced(world, **more)  # type: ignore[arg-type]
    clock.move(days=1)
    assert turning.open_due() == 1
    return reads.get(wave.id)


def closed(wave: Wave, clock: Clock) -> Wave:
    """The wave when its last day is over."""
    clock.set(wave.closes_at)
    assert turning.close_due() == 1
    return reads.get(wave.id)


def answered(world: World, wave: Wave) -> None:
    """Every scale has its answer on the board, so that the next wave may be announced."""
    draft = AnswerDraft(does=False, words="We leave it as it is, for now.")
    for scale in SCALES:
        board.answer_result(by=world.actor(world.chris), wave=wave, scale=scale, draft=draft)


def vote(wave: Wave, moods: Mapping[int, float], *, number: int = 1, seed: int = 1) -> None:
    """Let people answer around a mood of 1 to 5, with real tokens, in an order of chance."""
    chance = random.Random(seed)
    part = wave.parts.get(number=number)
    people = sorted(moods)
    chance.shuffle(people)
    for person in people:
        cast(part, persons.actor_for(person), answers(part.items, moods[person], chance))


def answers(items: Iterable[str], mood: float, chance: random.Random) -> dict[str, int | None]:
    """What somebody in this mood answers."""
    found: dict[str, int | None] = {}
    for key in items:
        value = min(max(round(chance.gauss(mood, 0.6)), 1), 5)
        found[key] = 6 - value if ITEMS[key].is_reversed else value
    return found


def cast(part: Part, actor: Actor, said: Mapping[str, int | None]) -> None:
    """Take a token and cast these answers."""
    token = voting.take(actor, urn.box(part.box_id or 0))
    acts.cast(
        box_id=part.box_id or 0,
        group=token.group,
        prepared=token.prepared,
        signature=token.signature,
        content=sent(said),
    )


def sent(said: Mapping[str, int | None]) -> dict[str, list[str]]:
    """The answers as a form sends them."""
    return {key: ["" if value is None else str(value)] for key, value in said.items()}


def tomorrow() -> date:
    """The first day on which a wave can open."""
    return clocks.now().date() + timedelta(days=1)
