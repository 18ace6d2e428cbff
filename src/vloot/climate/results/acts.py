"""Publishing what came out of a wave: once, and for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vloot.climate.engine import outcome
from vloot.climate.engine.outcome import Line, Round
from vloot.climate.results import rules
from vloot.climate.results.models import Hanging, Publication, Published
from vloot.climate.waves import reads as waves
from vloot.climate.waves.items import series
from vloot.climate.waves.models import Wave
from vloot.ground import clock, ids
from vloot.ground.errors import require
from vloot.people.actor import Actor
from vloot.urn import reads as boxes

Ballots = Mapping[str, Sequence[Mapping[str, Any]]]  # by group


def publish(*, by: Actor, wave: Wave, ballots: Mapping[int, Ballots]) -> None:
    """Write down what may be shown of these ballots, by number of the part. Logged with the closing of the wave. Raises Refused."""
    require(rules.may_publish(by, wave))
    parts = list(wave.parts.order_by("number"))
    groups = {group.label: group for group in wave.groups.all()}
    rounds = [Round(waves.asked(part), ballots[part.number]) for part in parts]
    found = outcome.of(rounds, {label: group.size for label, group in groups.items()}, minimum=wave.minimum)
    turnouts = [boxes.turnout(boxes.box(part.box_id or 0)) for part in parts]
    Publication.objects.create(
        wave=wave,
        published_at=clock.now(),
        size=found.size,
        answers=found.answers,
        codes_made=sum(one.codes for one in turnouts),
        codes_used=sum(one.used for one in turnouts),
        differing=found.differing,
    )
    Published.objects.bulk_create(_row(wave, line, groups.get(line.group)) for line in found.lines)
    Hanging.objects.bulk_create(
        Hanging(
            id=ids.new(),
            wave=wave,
            scale=one.scale,
            n=one.n,
            alpha=one.alpha,
            low=one.low,
            high=one.high,
            omega=one.omega,
        )
        for one in found.hangings
    )


def _row(wave: Wave, line: Line, group: Any) -> Published:
    return Published(
        id=ids.new(),
        wave=wave,
        group=group,
        measure=line.measure,
        series=series(line.measure),
        n=line.shown.n,
        total=line.sums.total if line.sums else None,
        squares=line.sums.squares if line.sums else None,
        mean=line.shown.mean,
        low=line.shown.low,
        high=line.shown.high,
        verdict=line.verdict,
        counts=line.counts,
    )
