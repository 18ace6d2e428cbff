"""Questions to what was published. Everybody who works here gets the same answers; only which group is their own differs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from vloot.climate.engine import figures
from vloot.climate.engine.scores import Sums
from vloot.climate.results.models import Hanging, Publication, Published
from vloot.climate.waves import reads as waves
from vloot.climate.waves.items import ITEMS, SCALES
from vloot.climate.waves.models import Wave
from vloot.ground.errors import NotFound
from vloot.people.actor import Actor

GOOD, CARE, LOW = "good", "care", "low"  # how a response reads
UP, DOWN = "up", "down"
_GOOD_FROM, _CARE_FROM = 0.70, 0.50


class Figure(Struct, frozen=True, kw_only=True):
    """A published figure: points of 0 to 100, and a 90% interval. `change` since the last wave only where it is provable."""

    measure: str
    n: int
    mean: float
    low: float
    high: float
    verdict: str  # beside the company: "higher", "lower", ""
    change: str  # UP, DOWN, ""
    counts: list[int] | None


class GroupFigure(Struct, frozen=True, kw_only=True):
    """A reporting group's figure on a scale; None: too few to show."""

    label: str
    size: int
    is_mine: bool
    figure: Figure | None


class ScaleCard(Struct, frozen=True, kw_only=True):
    """One scale of a wave. `company` is None where too few answered; `differs`: groups differ provably, so that theirs are shown.

    `is_compared`: there is an earlier wave with the same wording.
    """

    scale: str
    company: Figure | None
    differs: bool
    is_compared: bool
    groups: list[GroupFigure]
    items: list[Figure]
    hanging: Hanging | None


class ResultCard(Struct, frozen=True, kw_only=True):
    """What came out of a wave."""

    wave_id: int
    kind: str
    opened_at: datetime
    closed_at: datetime
    minimum: int
    size: int
    answers: int
    response: str
    codes_made: int
    codes_used: int
    boxes: list[int]  # of the urn, where one looks one's ballot up
    own: str  # the label of my group, "" for none
    scales: list[ScaleCard]


def closed() -> list[Wave]:
    """The waves that were published, the newest first."""
    return list(Wave.objects.exclude(closed_at=None).order_by("-closed_at"))


def latest(kind: str = Wave.FULL) -> Wave | None:
    """The last published wave of a kind; None without one."""
    return Wave.objects.filter(kind=kind).exclude(closed_at=None).order_by("-closed_at").first()


def company(wave: Wave) -> dict[str, Figure]:
    """The company's figure of each scale; a scale of which too little can be said is left out."""
    rows = Published.objects.filter(wave=wave, group=None, measure__in=SCALES)
    changed = _changes(wave, rows)
    return {row.measure: _figure(row, changed.get(row.measure, "")) for row in rows}


def of_wave(actor: Actor, wave_id: int) -> ResultCard:
    """What came out of a wave. Raises NotFound before it is published: for everybody the same moment (promise 8)."""
    found = Publication.objects.select_related("wave").filter(wave_id=wave_id).first()
    if found is None or found.wave.closed_at is None or actor.is_guest:
        raise NotFound
    wave = found.wave
    assert wave.opened_at is not None
    assert wave.closed_at is not None
    return ResultCard(
        wave_id=wave.id,
        kind=wave.kind,
        opened_at=wave.opened_at,
        closed_at=wave.closed_at,
        minimum=wave.minimum,
        size=found.size,
        answers=found.answers,
        response=response(found.answers, found.size),
        codes_made=found.codes_made,
        codes_used=found.codes_used,
        boxes=[part.box_id or 0 for part in wave.parts.order_by("number")],
        own=waves.group_of(actor, wave),
        scales=_scales(actor, wave, found.differing),
    )


def response(answers: int, size: int) -> str:
    """How a response reads: good from 70% on, with care from 50%, else low."""
    share = answers / size if size else 0.0
    return GOOD if share >= _GOOD_FROM else CARE if share >= _CARE_FROM else LOW


def _scales(actor: Actor, wave: Wave, differing: Iterable[str]) -> list[ScaleCard]:
    rows = list(Published.objects.filter(wave=wave).select_related("group").order_by("id"))
    whole = {row.measure: row for row in rows if row.group_id is None}
    changed = _changes(wave, whole.values())
    before = _before(wave)
    of_groups = {(row.measure, row.group_id): row for row in rows if row.group_id is not None}
    own = {(row.measure, tuple(row.group.team_ids)): row for row in before if row.group is not None}
    hangings = {one.scale: one for one in Hanging.objects.filter(wave=wave)}
    known = waves.groups(actor, wave)
    cards = []
    for scale in SCALES:
        groups = []
        for group in known:
            row = of_groups.get((scale, group.id))
            figure = _figure(row, _group_change(own, row)) if row else None
            groups.append(
                GroupFigure(label=group.label, size=group.size, is_mine=group.is_mine, figure=figure)
            )
        cards.append(
            ScaleCard(
                scale=scale,
                company=_figure(whole[scale], changed.get(scale, "")) if scale in whole else None,
                differs=scale in set(differing),
                is_compared=any(row.measure == scale and row.group_id is None for row in before),
                groups=groups,
                items=[
                    _figure(whole[key], "")
                    for key, item in ITEMS.items()
                    if item.scale == scale and key in whole
                ],
                hanging=hangings.get(scale),
            )
        )
    return cards


def _before(wave: Wave) -> list[Published]:
    """What the wave of the same kind before this one published, as far as it can be compared: in the same wording."""
    earlier = Wave.objects.filter(kind=wave.kind, closed_at__lt=wave.closed_at).order_by("-closed_at").first()
    if earlier is None:
        return []
    same = {(row.measure, row.series) for row in Published.objects.filter(wave=wave)}
    rows = Published.objects.filter(wave=earlier, measure__in=SCALES).select_related("group")
    return [row for row in rows if (row.measure, row.series) in same]


def _changes(wave: Wave, rows: Iterable[Published]) -> dict[str, str]:
    """The company's scales that changed provably since the wave before: of all that are said to have, a tenth by chance at most."""
    before = {row.measure: row for row in _before(wave) if row.group_id is None}
    found = {}
    for row in rows:
        if (earlier := before.get(row.measure)) and (change := figures.welch(_sums(earlier), _sums(row))):
            found[row.measure] = change
    proven = figures.proven({scale: change.p for scale, change in found.items()})
    return {scale: UP if found[scale].amount > 0 else DOWN for scale in proven}


def _group_change(before: dict[tuple[str, tuple[int, ...]], Published], row: Published) -> str:
    """A group is compared only with the same teams, and changed only where what is shown of both lies apart by both intervals together."""
    assert row.group is not None
    earlier = before.get((row.measure, tuple(row.group.team_ids)))
    if earlier is None:
        return ""
    apart = row.mean - earlier.mean
    if abs(apart) <= (_half(row) ** 2 + _half(earlier) ** 2) ** 0.5:
        return ""
    return UP if apart > 0 else DOWN


def _half(row: Published) -> float:
    return max(row.high - row.mean, row.mean - row.low)


def _sums(row: Published) -> Sums:
    return Sums(row.n, row.total or 0, row.squares or 0)


def _figure(row: Published, change: str) -> Figure:
    return Figure(
        measure=row.measure,
        n=row.n,
        mean=row.mean,
        low=row.low,
        high=row.high,
        verdict=row.verdict,
        change=change,
        counts=row.counts,
    )
