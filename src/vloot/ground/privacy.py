"""Figures about groups of people: the only place that can make one that is published.

A figure is shown so coarsely that at least seven different counts look the same: nobody is told apart by watching it move, and "all" and
"nobody" look like "many" and "few". Below the minimum group there is no figure at all.
"""

import msgspec

MINIMUM = 7


class Figure(msgspec.Struct, frozen=True):
    """How many of a group, at least: `at_least` of `of` persons."""

    at_least: int
    of: int


def shown(count: int, of: int, *, minimum: int = MINIMUM, smallest: int = 0) -> Figure | None:
    """What may be published of `count` persons out of `of`; None: too few to show.

    The count goes down to a multiple of the minimum, and always leaves at least the minimum in the rest: neither who did nor who did
    not is ever a smaller group, and unanimity does not show. Of groups below `smallest` nothing is shown; it does not round, because
    whoever could choose the steps would read the count off two of them. Raises ValueError for a minimum under five or a count that
    cannot be.
    """
    if minimum < 5 or not 0 <= count <= of:
        raise ValueError(f"{count} of {of} at a minimum of {minimum} is no figure")
    most = (of - minimum) // minimum * minimum
    at_least = min(count // minimum * minimum, most)
    return Figure(at_least, of) if at_least >= minimum and of >= smallest else None


def counted(people: int, *, minimum: int = MINIMUM) -> int | None:
    """How many took part in something, which says nothing of what they said; None below the minimum."""
    return people if people >= minimum else None
