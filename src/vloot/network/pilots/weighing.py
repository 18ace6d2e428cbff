"""What the engine asks of the company: its ties, and how long everybody has been here. People alone know what to make of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet

from vloot.network.pilots.models import Asking, Pilot, Quiet
from vloot.network.ties.models import Abstention, Tie
from vloot.people.models import Person, Role, RoleName

if TYPE_CHECKING:
    from vloot.network.engine import pilots as engine

WEEK = 7
LONG_AGO = 26.0  # weeks: who is here longer could gather no more


def taking_part() -> QuerySet[Person]:
    """The people who work here, but who wants to be in no tie."""
    guests = Role.objects.filter(person_id=OuterRef("id"), name=RoleName.GUEST)
    stays_out = Abstention.objects.filter(person_id=OuterRef("id"))
    return Person.objects.filter(~Exists(guests), ~Exists(stays_out), is_active=True, kind="human")


def present(on: date) -> dict[int, float]:
    """Of everybody who takes part, for how many weeks they have been here."""
    joined = taking_part().values_list("id", "joined_on")
    return {person: (on - day).days / WEEK if day else LONG_AGO for person, day in joined}


def ties(on: date, helper_id: int | None = None) -> engine.Ties:
    """All ties between those who take part, or those to one helper."""
    from vloot.network.engine import pilots as engine  # numpy is slow to start with

    some = taking_part().values("id")
    who = Q(asker_id__in=some) & (Q(helper_id__in=some) if helper_id is None else Q(helper_id=helper_id))
    found = Tie.objects.filter(who).values_list("asker_id", "helper_id", "worth", "since", "is_in_line")
    return engine.Ties.of(
        # What a tie is worth has faded already; the second only says since when, and never counts more.
        engine.Tie(asker, helper, worth, weeks_ago, in_line)
        for asker, helper, worth, since, in_line in found.iterator()
        for weeks_ago in (0.0, min(max((on - since).days, 0) / WEEK, engine.WINDOW))
    )


def standing(person_id: int, asking: Asking) -> engine.Standing | None:
    """Where one person stands, for nobody's eyes but theirs; None for who takes no part."""
    from vloot.network.engine import pilots as engine

    here = present_for(person_id, asking.weighed_on)
    if here is None:
        return None
    own = ties(asking.weighed_on, helper_id=person_id)
    teams = dict(Person.objects.filter(id__in=own.askers.tolist()).values_list("id", "team_id"))
    return engine.standing(own, teams, here, engine.Bars(asking.seed, tuple(asking.heights)))


def present_for(person_id: int, on: date) -> float | None:
    """For how many weeks one person has been here; None for who takes no part."""
    found = taking_part().filter(id=person_id).values_list("joined_on", flat=True).first()
    is_there = found is not None or taking_part().filter(id=person_id).exists()
    return None if not is_there else (on - found).days / WEEK if found else LONG_AGO


def is_left_alone(person_id: int) -> bool:
    """Whether somebody never wants to be asked, or need not be: they are a pilot already."""
    return (
        Quiet.objects.filter(person_id=person_id).exists()
        or Pilot.objects.filter(person_id=person_id).exists()
    )
