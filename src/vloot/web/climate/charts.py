"""Figures as pictures: a dot and its interval on a line from 0 to 100, each with its numbers beside it."""

from __future__ import annotations

from msgspec import Struct

from vloot.climate.results.reads import Figure, ResultCard, ScaleCard
from vloot.climate.waves.items import ASKS, ITEMS, SCALES, options


class Dot(Struct, frozen=True, kw_only=True):
    """One line of a chart. Without a figure there are too few to show. `row` is where it lies, `counts` how many chose what."""

    label: str
    figure: Figure | None
    is_mine: bool
    is_all: bool
    size: int
    counts: list[tuple[str, int, float]]


class Chart(Struct, frozen=True, kw_only=True):
    """One scale: its lines, the company's first, then one's own group's, then the others by name."""

    scale: ScaleCard
    title: str
    asks: str
    dots: list[Dot]
    items: list[Dot]
    own: Dot | None


def overview(card: ResultCard) -> list[Chart]:
    """The four scales, with the company and one's own group only."""
    return [scale(one, card.own, is_short=True) for one in card.scales]


def scale(one: ScaleCard, own: str, *, is_short: bool = False) -> Chart:
    """A scale with all its groups, or only one's own."""
    company = Dot(label="", figure=one.company, is_mine=False, is_all=True, size=0, counts=[])
    groups = (
        [
            Dot(
                label=group.label,
                figure=group.figure,
                is_mine=group.is_mine,
                is_all=False,
                size=group.size,
                counts=[],
            )
            for group in one.groups
        ]
        if one.differs and len(one.groups) > 1
        else []
    )
    mine = [dot for dot in groups if dot.is_mine]
    others = [] if is_short else [dot for dot in groups if not dot.is_mine]
    return Chart(
        scale=one,
        title=str(SCALES[one.scale]),
        asks=str(ASKS[one.scale]),
        dots=[company, *mine, *others],
        items=[_item(figure) for figure in one.items],
        own=mine[0] if mine else None,
    )


def _item(figure: Figure) -> Dot:
    counts = figure.counts or []
    words = [text for _value, text in options()]
    return Dot(
        label=ITEMS[figure.measure].text,
        figure=figure,
        is_mine=False,
        is_all=False,
        size=0,
        counts=[(word, count, 100 * count / sum(counts)) for word, count in zip(words, counts, strict=True)]
        if counts
        else [],
    )
