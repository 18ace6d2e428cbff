"""Where things stand in the drawings of the network: round a middle, in the order they are given."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from vloot.network.picture.figures import Cell, Gathered
from vloot.network.picture.own import Near
from vloot.people.cards import PersonCard

WIDTH, HEIGHT = 360, 340
MOST = 14  # faces that a phone can show with their names
LETTERS = 10
RING, NEAR_RING = 138, 92
LEVELS = ((0.6, 3), (0.35, 2), (0.0, 1))


class Face(Struct, frozen=True, kw_only=True):
    """Somebody in the drawing of one's own network, and the line to the middle, drawn twice for two directions."""

    person: PersonCard
    name: str
    x: float
    y: float
    helped_me: bool
    helped_by_me: bool


class Spot(Struct, frozen=True, kw_only=True):
    """A group in the drawing of the company, by its number in the table."""

    number: int
    name: str
    size: int
    x: float
    y: float
    radius: float


class Line(Struct, frozen=True, kw_only=True):
    """That two groups meet; `level` 1 to 3 says how many of their people do."""

    x1: float
    y1: float
    x2: float
    y2: float
    level: int


def around_me(near: Sequence[Near]) -> list[Face]:
    """The first of those around me, by team; every second one a little nearer when there are many."""
    some = sorted(near[:MOST], key=lambda one: one.person.team_name)
    is_full = len(some) > MOST // 2
    return [
        Face(
            person=one.person,
            name=_short(one.person.first_name or one.person.name),
            x=x,
            y=y,
            helped_me=one.helped_me,
            helped_by_me=one.helped_by_me,
        )
        for one, (x, y) in zip(some, _circle(len(some), NEAR_RING if is_full else RING), strict=True)
    ]


def company(figures: Gathered) -> tuple[list[Spot], list[Line]]:
    """The groups round a circle, and a line for each two of whom enough people meet."""
    places = _circle(len(figures.groups), RING)
    largest = max((size for _name, size in figures.groups), default=1)
    spots = [
        Spot(
            number=at + 1, name=name, size=size, x=x, y=y, radius=round(9 + 11 * math.sqrt(size / largest), 1)
        )
        for at, ((name, size), (x, y)) in enumerate(zip(figures.groups, places, strict=True))
    ]
    lines = [
        Line(
            x1=places[cell.one][0],
            y1=places[cell.one][1],
            x2=places[cell.other][0],
            y2=places[cell.other][1],
            level=found,
        )
        for cell in figures.cells
        if cell.one != cell.other and (found := level(cell))
    ]
    return spots, sorted(lines, key=lambda line: line.level)


def level(cell: Cell) -> int:
    """How many of two groups meet: 1 some, 2 many, 3 most; 0 too few to say."""
    if cell.meet is None:
        return 0
    share = cell.meet.at_least / cell.meet.of
    return next(step for least, step in LEVELS if share >= least)


def _circle(count: int, inner: int) -> list[tuple[float, float]]:
    places = []
    for at in range(count):
        turn = 2 * math.pi * at / max(count, 1) - math.pi / 2
        radius = inner if at % 2 else RING
        places.append(
            (
                round(WIDTH / 2 + radius * math.cos(turn), 1),
                round(HEIGHT / 2 - 6 + radius * math.sin(turn), 1),
            )
        )
    return places


def _short(name: str) -> str:
    return name if len(name) <= LETTERS else name[: LETTERS - 1] + "…"
