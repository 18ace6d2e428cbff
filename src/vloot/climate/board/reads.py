"""The board as its reader sees it: what a wave said and what was answered; small changes, the nearest first."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from vloot.climate.board import rules
from vloot.climate.matters import reads as matters
from vloot.climate.matters import states
from vloot.climate.matters.models import Matter
from vloot.climate.matters.reads import MatterCard
from vloot.climate.results.models import Published
from vloot.climate.waves.items import ASKS, SCALES
from vloot.climate.waves.models import Wave
from vloot.ground import clock
from vloot.ground.errors import NotFound
from vloot.notices import choices
from vloot.people.actor import Actor


class Figure(Struct, frozen=True, kw_only=True):
    """What the company answered on a scale, from 0 to 100, with its interval."""

    mean: float
    low: float
    high: float
    n: int


class ResultCard(Struct, frozen=True, kw_only=True):
    """One scale of the last published wave; `card` is what was answered, None while nothing was."""

    scale: str
    title: str
    asks: str
    figure: Figure | None
    card: MatterCard | None
    waits: int
    is_late: bool


class WaveCard(Struct, frozen=True, kw_only=True):
    """The last published wave, its results and their answers; `lock` says why no new wave may begin, "" when one may."""

    id: int
    closed_on: date
    results: list[ResultCard]
    may_answer: bool
    lock: str


class Floor(Struct, frozen=True, kw_only=True):
    """Small changes of one place, and how near it is: "team", "around", "company", "other"."""

    name: str
    nearness: str
    cards: list[MatterCard]


def last_wave(actor: Actor) -> WaveCard | None:
    """The last wave whose results everybody sees; None before the first, and for guests."""
    wave = Wave.objects.exclude(closed_at=None).order_by("-closed_at").first()
    if wave is None or wave.closed_at is None or actor.is_guest:
        return None
    found = Matter.objects.filter(kind=Matter.RESULT, wave=wave)
    scales = dict(found.values_list("id", "scale"))
    by_scale = {scales[card.id]: card for card in matters.listed(actor, found)}
    figures = {one.measure: one for one in Published.objects.filter(wave=wave, group=None)}
    closed_on = wave.closed_at.date()
    waited = states.working_days(closed_on, clock.now().date(), choices.company_rest())
    lock = rules.answers_given(wave)
    return WaveCard(
        id=wave.pk,
        closed_on=closed_on,
        results=[_result(scale, figures.get(scale), by_scale.get(scale), waited) for scale in SCALES],
        may_answer=bool(rules.may_answer_result(actor, wave, next(iter(SCALES)))),
        lock=lock.text,
    )


def wave_of(actor: Actor, wave_id: int) -> Wave:
    """A wave whose results everybody sees. Raises NotFound."""
    found = Wave.objects.exclude(closed_at=None).filter(pk=wave_id).first()
    if found is None or actor.is_guest:
        raise NotFound
    return found


def floors(actor: Actor) -> list[Floor]:
    """Small changes by where they would be, the nearest first, then the other teams by name."""
    near = {team.pk: number for number, team in enumerate(rules.near(actor))}
    by_team: dict[int | None, list[MatterCard]] = {}
    for card in matters.of_kind(actor, Matter.CHANGE):
        by_team.setdefault(card.team_id, []).append(card)

    def nearness(team_id: int | None) -> str:
        if team_id is None:
            return "company"
        return "other" if team_id not in near else "around" if near[team_id] else "team"

    order = ("team", "around", "company", "other")
    made = [
        Floor(name=found[0].team_name, nearness=nearness(team_id), cards=found)
        for team_id, found in by_team.items()
    ]
    return sorted(
        made,
        key=lambda floor: (order.index(floor.nearness), near.get(floor.cards[0].team_id or 0, 0), floor.name),
    )


def _result(scale: str, found: Published | None, card: MatterCard | None, waited: int) -> ResultCard:
    figure = Figure(mean=found.mean, low=found.low, high=found.high, n=found.n) if found else None
    waits = card.waits if card else waited
    return ResultCard(
        scale=scale,
        title=str(SCALES[scale]),
        asks=str(ASKS[scale]),
        figure=figure,
        card=card,
        waits=waits,
        is_late=waits > states.PATIENCE,
    )
