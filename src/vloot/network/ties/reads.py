"""Questions to the ties: one's own, and for what is computed of all of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from vloot.network import gate
from vloot.network.ties import models as tables
from vloot.network.ties import rules
from vloot.people.actor import Actor


class Tie(NamedTuple):
    """That `asker` said that `helper` helped them: what was said and when, what is left of it, since when, whether one leads the other."""

    asker: int
    helper: int
    weight: float
    helped_on: date
    worth: float
    since: date
    is_in_line: bool


def own(actor: Actor) -> list[Tie]:
    """My ties in both directions, of those that both may know; none while the room is shut."""
    return _ties(rules.visible(actor)) if gate.may_enter(actor) else []


def every() -> list[Tie]:
    """All ties, for what is computed of them and never for a page; none while the room is shut."""
    return _ties(Q()) if gate.is_open() else []


def between(person_ids: Collection[int]) -> set[frozenset[int]]:
    """Which two of these people have a tie, in whatever direction: for no page. None while the room is shut."""
    if not gate.is_open():
        return set()
    some = list(person_ids)
    found = tables.Tie.objects.filter(asker_id__in=some, helper_id__in=some).values_list(
        "asker_id", "helper_id"
    )
    return {frozenset(two) for two in found}


def around(person_ids: Collection[int]) -> list[tuple[int, int]]:
    """All ties of these people with anybody, of those that their two may know: for no page."""
    some = list(person_ids)
    found = tables.Tie.objects.filter(Q(asker_id__in=some) | Q(helper_id__in=some), is_open=True)
    return list(found.values_list("asker_id", "helper_id"))


def stays_out(person_id: int) -> bool:
    """Whether somebody wants no ties counted: only for themselves to see."""
    return tables.Abstention.objects.filter(person_id=person_id).exists()


def _ties(wanted: Q) -> list[Tie]:
    rows = tables.Tie.objects.filter(wanted).order_by("asker_id", "helper_id")
    return [Tie(*row) for row in rows.values_list(*_COLUMNS)]


_COLUMNS = ("asker_id", "helper_id", "weight", "helped_on", "worth", "since", "is_in_line")
