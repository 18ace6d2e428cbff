"""The verbs: opening a round, coming along, and saying how it was."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from vloot.ground import ids
from vloot.ground.errors import Refused, require
from vloot.logbook import acts as logbook
from vloot.meet.coffee import rules, slots
from vloot.meet.coffee.models import Apart, Coming, Round, Seat, Table
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.languages import SPOKEN


def open_round(*, by: Actor, until: date, week: date) -> Round:
    """Invite everybody to coffee in a week (its Monday, whatever day of it is given), to be said until a day before it."""
    monday = week - timedelta(days=week.weekday())
    require(rules.may_open(by))
    require(rules.may_hold(until, monday))
    with transaction.atomic():
        made = Round.objects.create(id=ids.new(), until=until, week=monday)
        _record("CoffeeRoundOpened", by.person_id, made.id, by.origin)
    return made


def come(*, by: Actor, round: Round, when: Sequence[str], languages: Sequence[str]) -> None:
    """Come along, or change when and in what language. Raises Refused without a slot or a language."""
    require(rules.may_come(by, round))
    chosen, spoken = slots.chosen(when), [code for code in dict.fromkeys(languages) if code in SPOKEN]
    if not chosen:
        raise Refused("no_slot", _("Choose at least one moment at which you can."), "when")
    if not spoken:
        raise Refused("no_language", _("Choose at least one language for your coffee."), "languages")
    Coming.objects.update_or_create(
        round=round, person_id=by.person_id, defaults={"slots": chosen, "languages": spoken}
    )


def stay_away(*, by: Actor, round: Round) -> None:
    """Not this time after all: as if nothing had been said."""
    require(rules.may_come(by, round))
    Coming.objects.filter(round=round, person_id=by.person_id).delete()


def we_met(*, by: Actor, seat: Seat) -> None:
    """Say that one met; when everybody at the table says so, it is so."""
    require(rules.may_say(by, seat))
    with transaction.atomic():
        table = Table.objects.select_for_update().get(pk=seat.table_id)
        is_first = Seat.objects.filter(pk=seat.pk, has_met=False).update(has_met=True)
        if is_first and not table.seats.filter(has_met=False).exists():
            _record("CoffeeMet", None, table.id, by.origin)


def say_learned(*, by: Actor, seat: Seat, has_learned: bool) -> None:
    """Say once whether one learned something: only how many did is kept."""
    require(rules.may_say(by, seat))
    with transaction.atomic():
        is_first = Seat.objects.filter(pk=seat.pk, has_said=False).update(has_said=True)
        if is_first and has_learned:
            Round.objects.filter(tables=seat.table_id).update(learned=F("learned") + 1)


def keep_apart(*, by: Actor, other: int) -> None:
    """Rather not with this colleague: silently, without a reason. Raises NotFound for who cannot be seen."""
    require(rules.may_keep_apart(by, other))
    people.get(by, other)
    Apart.objects.get_or_create(person_id=by.person_id, other_id=other)


def let_again(*, by: Actor, other: int) -> None:
    """With this colleague again."""
    Apart.objects.filter(person_id=by.person_id, other_id=other).delete()


def _record(kind: str, actor_id: int | None, object_id: int, origin: str) -> None:
    logbook.record(kind=kind, actor_id=actor_id, object_id=object_id, origin=origin)
