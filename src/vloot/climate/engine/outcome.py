"""What may be published about a wave, worked out of its ballots: the one step after which the ballots are of no use any more.

The same ballots in any order give the same outcome, byte for byte: sums are whole, and what is not is worked out in one order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from vloot.climate.engine import figures, reliability, scores
from vloot.climate.engine.figures import Mean
from vloot.climate.engine.scores import Asked, Ballot, Sums
from vloot.ground import disclosure, privacy
from vloot.ground.disclosure import Group
from vloot.ground.privacy import Estimate

ALL = ""  # the name of the whole company among the groups
ENOUGH = 100  # complete answers, for alpha and omega
_TOP = "\0"


class Round(NamedTuple):
    """One part of a wave: what was asked, and the ballots by group."""

    items: tuple[Asked, ...]
    ballots: Mapping[str, Sequence[Ballot]]


class Line(msgspec.Struct, frozen=True):
    """One figure that may be shown. The sums stand only beside the company's, for the comparison with the next wave."""

    group: str
    measure: str
    shown: Estimate
    sums: Sums | None = None
    verdict: str = ""
    counts: list[int] | None = None


class Hanging(msgspec.Struct, frozen=True):
    """How far the items of a scale hang together, with the 95% interval of alpha."""

    scale: str
    n: int
    alpha: float
    low: float
    high: float
    omega: float | None


class Outcome(msgspec.Struct, frozen=True):
    """All that is left of a wave."""

    size: int
    answers: int
    differing: list[str]
    lines: list[Line]
    hangings: list[Hanging]


def of(rounds: Sequence[Round], sizes: Mapping[str, int], *, minimum: int) -> Outcome:
    """The outcome of the ballots of groups of these sizes. Of several parts, answers counts the one with the fewest."""
    answers = {name: min(len(one.ballots.get(name, ())) for one in rounds) for name in sorted(sizes)}
    speaking = [name for name, size in sorted(sizes.items()) if privacy.speaks_for(answers[name], size)]
    lines: list[Line] = []
    differing = []
    for scale, by_group in _scales(rounds, sizes).items():
        found, is_proven = _scale(scale, by_group, speaking, minimum)
        lines += found
        if is_proven:
            differing.append(scale)
    for one in rounds:
        lines += _items(one, minimum)
    return Outcome(sum(sizes.values()), sum(answers.values()), differing, lines, _hangings(rounds))


def _scales(rounds: Sequence[Round], groups: Iterable[str]) -> dict[str, dict[str, Sums]]:
    """The sums of each scale, by group and of all."""
    found: dict[str, dict[str, Sums]] = {}
    for name in [*sorted(groups), ALL]:
        for scale, one in _sums(rounds, name).items():
            found.setdefault(scale, {})[name] = one
    return found


def _sums(rounds: Sequence[Round], name: str) -> dict[str, Sums]:
    """Of one part a person's items are taken together; of several nobody knows which ballots are whose."""
    if len(rounds) == 1:
        return scores.by_scale(_ballots(rounds[0], name), rounds[0].items)
    weeks: dict[str, list[Sums]] = {}
    for one in rounds:
        by_item = scores.by_item(_ballots(one, name), one.items)
        for item in one.items:
            weeks.setdefault(item.scale, []).append(by_item[item.key])
    return {scale: scores.blended(sums) for scale, sums in weeks.items()}


def _scale(
    scale: str, by_group: Mapping[str, Sums], speaking: Sequence[str], minimum: int
) -> tuple[list[Line], bool]:
    """The lines of a scale, the company's first; and whether groups differ on it provably: otherwise none of theirs is shown."""
    everybody = by_group[ALL]
    whole = figures.mean(everybody) if everybody.n else None
    shown = privacy.estimate(whole.mean, whole.half, whole.n, minimum=minimum) if whole else None
    if whole is None or shown is None:
        return [], False
    lines = [Line(ALL, scale, shown, everybody)]
    apart = figures.spread([sums for name, sums in by_group.items() if name != ALL])
    if apart is None or not apart.is_proven:
        return lines, False
    asked = [Group(name, _TOP, by_group[name].n) for name in speaking]
    may_show = disclosure.publishable([Group(_TOP, "", everybody.n), *asked], minimum=minimum).shown
    for name in sorted(_mixed(set(may_show) - {_TOP}, by_group)):
        drawn = figures.shrunken(by_group[name], whole, apart)
        estimate = privacy.estimate(drawn.mean, drawn.half, drawn.n, minimum=minimum)
        if estimate:
            lines.append(Line(name, scale, estimate, verdict=_verdict(estimate, shown)))
    return lines, True


def _mixed(names: set[str], by_group: Mapping[str, Sums]) -> set[str]:
    """Those of some groups that leave, of the company, nobody or people of whom it does not show that all said nearly the same.

    What is left can be worked out, so it is guarded like a group; the smallest shown one is hidden with it until it is mixed enough.
    """
    kept = sorted(names, key=lambda name: (by_group[name].n, name), reverse=True)
    while kept:
        shown = scores.together(by_group[name] for name in kept)
        left, total = by_group[ALL].n - shown.n, by_group[ALL].total - shown.total
        if not left or not privacy.is_at_an_end(total / left / scores.POINT):
            break
        kept.pop()
    return set(kept)


def _verdict(group: Estimate, whole: Estimate) -> str:
    """In words what the picture shows, no more."""
    half = max(group.high - group.mean, group.mean - group.low)
    return figures.beside(Mean(group.n, group.mean, half), Mean(whole.n, whole.mean, None))


def _items(one: Round, minimum: int) -> list[Line]:
    """Single items are shown of the whole company only, and never where all say nearly the same."""
    ballots = _ballots(one, ALL)
    lines = []
    for key, sums in scores.by_item(ballots, one.items).items():
        counts = scores.chosen(ballots, key)
        if sums.n < minimum or privacy.alike(counts):
            continue
        found = figures.mean(sums)
        estimate = privacy.estimate(found.mean, found.half, found.n, minimum=minimum)
        if estimate:
            counted = privacy.distribution(counts, minimum=minimum)
            lines.append(Line(ALL, key, estimate, sums, counts=counted))
    return lines


def _hangings(rounds: Sequence[Round]) -> list[Hanging]:
    """Alpha and omega per scale, of one part in which all items stand together."""
    if len(rounds) > 1:
        return []
    found = []
    scales = {
        item.scale: [one for one in rounds[0].items if one.scale == item.scale] for item in rounds[0].items
    }
    for scale, items in scales.items():
        rows = [
            [scores.score(item, ballot.get(item.key)) for item in items]
            for ballot in _ballots(rounds[0], ALL)
        ]
        # Sorted, so that what is added up in floating point comes in one order.
        values = np.array(sorted([float(one or 0) for one in row] for row in rows if None not in row))
        if len(values) < ENOUGH or len(items) < 2:
            continue
        alpha = reliability.alpha(values)
        if alpha is not None:
            low, high = reliability.feldt(alpha, *values.shape)
            found.append(Hanging(scale, len(values), alpha, low, high, reliability.omega(values)))
    return found


def _ballots(one: Round, name: str) -> list[Ballot]:
    if name == ALL:
        return [ballot for ballots in one.ballots.values() for ballot in ballots]
    return list(one.ballots.get(name, ()))
