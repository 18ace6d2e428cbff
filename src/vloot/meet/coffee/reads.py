"""Questions to the room: the round that is open, my table, with whom I would rather not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from vloot.company.settings.reads import minimum_group
from vloot.ground import clock, privacy
from vloot.ground.errors import NotFound
from vloot.ground.privacy import Figure
from vloot.meet.coffee import rules
from vloot.meet.coffee.models import Apart, Coming, Round, Seat, Table
from vloot.people.actor import Actor
from vloot.people.cards import alphabetical, cards
from vloot.people.models import Person
from vloot.people.reads import PersonCard

MOST_SHOWN = 12  # tables of mine
LINGERS = timedelta(weeks=3)  # so long one can still say how it was


class Invitation(Struct, frozen=True, kw_only=True):
    """A round to come along with, and what I said: my slots and languages, none when I said nothing."""

    id: int
    until: date
    week: date
    slots: list[str]
    languages: list[str]
    comes: bool


class MyTable(Struct, frozen=True, kw_only=True):
    """My coffee of a round; `company` are the others at it."""

    id: int
    week: date
    company: list[PersonCard]
    slots: list[str]
    has_met: bool
    has_said: bool
    all_met: bool
    is_past: bool
    is_over: bool  # nothing more to say about it


def invitation(actor: Actor) -> Invitation | None:
    """The round that is open to the actor; None without one."""
    found = Round.objects.filter(seated_at=None, until__gte=clock.now().date()).order_by("week").first()
    if found is None or not rules.may_come(actor, found):
        return None
    mine = Coming.objects.filter(round=found, person_id=actor.person_id).first()
    spoken = list(Person.objects.filter(id=actor.person_id).values_list("languages", flat=True)[:1])
    return Invitation(
        id=found.id,
        until=found.until,
        week=found.week,
        slots=mine.slots if mine else [],
        languages=mine.languages if mine else (spoken[0] if spoken else []),
        comes=mine is not None,
    )


def round_of(round_id: int) -> Round:
    """A round. Raises NotFound."""
    found = Round.objects.filter(pk=round_id).first()
    if found is None:
        raise NotFound
    return found


def tables(actor: Actor) -> list[MyTable]:
    """My coffees, the newest first."""
    mine = Table.objects.filter(rules.visible(actor)).select_related("round").order_by("-round__week")
    found = list(mine.prefetch_related("seats")[:MOST_SHOWN])
    people = cards(seat.person_id for table in found for seat in table.seats.all())
    return [_my_table(actor, table, list(table.seats.all()), people) for table in found]


def table(actor: Actor, table_id: int) -> MyTable:
    """One of mine. Raises NotFound."""
    found = next((one for one in tables(actor) if one.id == table_id), None)
    if found is None:
        raise NotFound
    return found


def seat(actor: Actor, table_id: int) -> Seat:
    """My seat at a table. Raises NotFound."""
    found = Seat.objects.filter(table_id=table_id, person_id=actor.person_id).first()
    if found is None:
        raise NotFound
    return found


def apart(actor: Actor) -> list[PersonCard]:
    """With whom I would rather not, by name."""
    others = Apart.objects.filter(person_id=actor.person_id).values_list("other_id", flat=True)
    return alphabetical(cards(others).values())


def learned() -> Figure | None:
    """How many of those who sat at a table in the last round that is over learned something; None: too few to say."""
    over = Round.objects.exclude(seated_at=None).filter(week__lt=_monday()).order_by("-week").first()
    if over is None:
        return None
    said = Seat.objects.filter(table__round=over, has_said=True).count()
    return privacy.shown(min(over.learned, said), said, smallest=minimum_group())


def _my_table(actor: Actor, table: Table, seats: Sequence[Seat], people: dict[int, PersonCard]) -> MyTable:
    mine = next(one for one in seats if one.person_id == actor.person_id)
    others = [
        people[one.person_id] for one in seats if one.person_id != actor.person_id and one.person_id in people
    ]
    return MyTable(
        id=table.id,
        week=table.round.week,
        company=alphabetical(others),
        slots=table.slots,
        has_met=mine.has_met,
        has_said=mine.has_said,
        all_met=all(one.has_met for one in seats),
        is_past=table.round.week < _monday(),
        is_over=table.round.week < _monday() - (timedelta(0) if mine.has_said else LINGERS),
    )


def _monday() -> date:
    today = clock.now().date()
    return today - timedelta(days=today.weekday())
