"""The figures of a picture, as they are kept and shown."""

from __future__ import annotations

from datetime import date

import msgspec

from vloot.ground.privacy import Figure, Measure


class Cell(msgspec.Struct, frozen=True):
    """How many people of two groups are in contact with the other; of one group with itself, with colleagues there."""

    one: int
    other: int
    meet: Figure | None


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a picture says. `people` work here; None is too few to say."""

    people: int
    groups: list[tuple[str, int]] = []  # name ("" for all others) and how many people
    cells: list[Cell] = []
    two_way: Measure | None = None
    index: Measure | None = None  # the E-I index, and between what chance would put it
    parts: int | None = None  # communities with enough people
    stable: Measure | None = None
    agree: Measure | None = None
    away: Figure | None = None
    hanging: Figure | None = (
        None  # of the pairs of groups that meet, how many hang on two people of one side or fewer
    )


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A picture with its week."""

    week: date
    figures: Gathered
