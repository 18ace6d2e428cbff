"""Painting the week's picture: what a clock does, nobody's deed. It is painted once and never again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec
from django.db import transaction

from vloot.company.settings.reads import minimum_group
from vloot.ground import clock, privacy
from vloot.ground.database import sql
from vloot.network import gate
from vloot.network.picture.figures import Cell, Gathered
from vloot.network.picture.groups import Grouping, Step, grouping
from vloot.network.picture.models import Picture
from vloot.network.ties import gathering
from vloot.people.models import Person, Team
from vloot.people.reads import ids_of_colleagues

if TYPE_CHECKING:
    from vloot.network.engine.ties import Network
    from vloot.network.engine.whole import Whole

WIDTH = 1.96  # standard errors to each side: 95 in 100


def paint_due() -> bool:
    """Gather the ties and paint the picture of this week, when the room is open and there is none. Whether it was painted."""
    week = this_week()
    if not gate.is_open():
        gathering.gather()  # and so there are none
        return False
    if Picture.objects.filter(week=week).exists():
        return False
    gathering.gather()
    with transaction.atomic():
        figures = msgspec.to_builtins(_figures())
        _picture, is_new = Picture.objects.get_or_create(week=week, defaults={"figures": figures})
    return is_new


def this_week() -> date:
    """The Monday of this week."""
    today = clock.now().date()
    return today - timedelta(days=today.weekday())


def _figures() -> Gathered:
    everybody = dict(Person.objects.filter(id__in=ids_of_colleagues()).values_list("id", "team_id"))
    if len(everybody) < privacy.SMALLEST:
        return Gathered(people=len(everybody))
    teams = {
        key: Step(name, above) for key, name, above in Team.objects.values_list("id", "name", "parent_id")
    }
    found = grouping(teams, everybody, minimum=max(minimum_group(), privacy.MINIMUM))
    contact = [
        (int(one), int(other))
        for one, other in sql.rows(gathering.statement(__file__, "contact"), gathering.when())
    ]
    return _published(found, _whole(found, contact), len(everybody))


def _whole(found: Grouping, contact: Sequence[tuple[int, int]]) -> Whole | None:
    import numpy  # it is slow to start with

    from vloot.network.engine.whole import whole

    persons = sorted(found.of)
    network = _network(persons, contact)
    numbers = numpy.array([found.of[person] for person in persons], dtype=numpy.int64)
    return whole(network, numbers, fewest=privacy.MINIMUM)


def _network(persons: Sequence[int], contact: Sequence[tuple[int, int]]) -> Network:
    import numpy

    from vloot.network.engine.ties import Network

    place = {person: number for number, person in enumerate(persons)}
    arcs = sorted({(place[one], place[other]) for one, other in contact if one in place and other in place})
    ends = numpy.array(arcs, dtype=numpy.int64).reshape(-1, 2)
    return Network([str(person) for person in persons], ends, numpy.ones(len(arcs)))


def _published(found: Grouping, whole: Whole | None, everybody: int) -> Gathered:
    """What may be shown: all of it made by `ground/privacy.py`; of too few people in contact only how many work here."""
    if whole is None or whole.people < privacy.SMALLEST:
        return Gathered(people=everybody)
    smallest = minimum_group()
    two_way = whole.both_ways / whole.pairs
    # The pairs of one person are not independent: the range is that of as many pairs as there are people.
    spread = WIDTH * (two_way * (1 - two_way) / whole.people) ** 0.5
    low, high = max(0.0, two_way - spread), min(1.0, two_way + spread)
    index, parts = whole.index, whole.parts
    return Gathered(
        people=everybody,
        groups=list(zip(found.names, found.sizes, strict=True)),
        cells=_cells(found, whole, smallest),
        two_way=privacy.measured(two_way, low, high, of=everybody),
        index=privacy.measured(index.value, index.low, index.high, of=everybody),
        parts=parts.count,
        stable=privacy.measured(parts.stability, parts.stability, parts.stability, of=everybody),
        agree=privacy.measured(parts.agree, parts.agree, parts.agree, of=everybody),
        away=privacy.shown(min(parts.away, everybody), everybody, smallest=smallest),
        hanging=privacy.shown(whole.hanging, whole.group_pairs),
    )


def _cells(found: Grouping, whole: Whole, smallest: int) -> list[Cell]:
    cells = []
    for one, size in enumerate(found.sizes):
        inside = privacy.shown(int(whole.touching[one, one]), size, smallest=smallest)
        cells.append(Cell(one, one, inside))
        for other in range(one + 1, len(found.sizes)):
            met = int(whole.touching[one, other] + whole.touching[other, one])
            both = privacy.shown(met, size + found.sizes[other], smallest=smallest)
            cells.append(Cell(one, other, both))
    return cells
