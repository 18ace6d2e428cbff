"""What is between people already, as far as it decides who sits with whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta
from itertools import combinations

from vloot.ground import clock, ids
from vloot.ground.database import sql
from vloot.meet.coffee.engine.seating import ROUNDS_APART, Between
from vloot.meet.coffee.models import Apart, Round, Seat
from vloot.network import gate
from vloot.network.ties import reads as network
from vloot.people.models import Person

RECENT = timedelta(weeks=26)
_TIES = """
select distinct least(p.author_id, head.author_id), greatest(p.author_id, head.author_id)
from talk_post p join talk_post head on head.id = p.root_id
where p.id > %(since)s and p.author_id = any(%(people)s::bigint[]) and head.author_id = any(%(people)s::bigint[])
  and p.author_id <> head.author_id and p.removed_at is null and head.removed_at is null
"""


def of(person_ids: Collection[int]) -> Between:
    """Ties, rounds they had, what they wish and the chart. The chart is the whole company's: a line goes through who stays away."""
    return Between(
        ties=_ties(person_ids),
        met=_met(),
        rather_not={frozenset(two) for two in Apart.objects.values_list("person_id", "other_id")},
        managers=dict(Person.objects.exclude(manager=None).values_list("id", "manager_id")),
    )


def forget_long_ago() -> None:
    """Who sat with whom is kept as long as it keeps two from meeting again, and no longer."""
    kept = Round.objects.exclude(seated_at=None).order_by("-week").values_list("id", flat=True)[:ROUNDS_APART]
    Round.objects.exclude(seated_at=None).exclude(id__in=list(kept)).delete()


def _ties(person_ids: Collection[int]) -> set[frozenset[int]]:
    """Who helps whom, where the room of the network is open; else who answered or replied to whom in half a year."""
    if gate.is_open():
        return network.between(person_ids)
    asked = {"people": sql.array(person_ids), "since": ids.first(clock.now() - RECENT)}
    return {frozenset(two) for two in sql.rows(_TIES, asked)}


def _met() -> set[frozenset[int]]:
    last = Round.objects.exclude(seated_at=None).order_by("-week").values_list("id", flat=True)[:ROUNDS_APART]
    tables: dict[int, list[int]] = {}
    seats = Seat.objects.filter(table__round_id__in=list(last)).values_list("table_id", "person_id")
    for table_id, person_id in seats:
        tables.setdefault(table_id, []).append(person_id)
    return set(_pairs(tables.values()))


def _pairs(tables: Iterable[Collection[int]]) -> Iterable[frozenset[int]]:
    for table in tables:
        yield from (frozenset(two) for two in combinations(table, 2))
