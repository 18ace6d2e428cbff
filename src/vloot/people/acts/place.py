"""Someone's place in the formal chart, and the names they sign in with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground.errors import NotFound, Refused, require
from vloot.logbook.acts import record
from vloot.people import rules, typed
from vloot.people.actor import Actor
from vloot.people.models import Person, Team


@dataclass(frozen=True, slots=True)
class Place:
    """Where someone stands in the chart."""

    function: str = ""
    team_id: int | None = None
    manager_id: int | None = None
    joined_on: date | None = None


def change_place(*, by: Actor, person_id: int, place: Place) -> None:
    """Put someone in their place in the chart.

    Raises Refused with a field when the rule says no or the chart would run in a circle, NotFound for nobody.
    """
    require(rules.may_change_place(by))
    with transaction.atomic():
        person = Person.objects.select_for_update().filter(id=person_id).first()
        if person is None or not _exist(place):
            raise NotFound
        _refuse_circle(person_id, place.manager_id)
        person.function = typed.line(place.function, "function")
        person.team_id, person.manager_id = place.team_id, place.manager_id
        person.joined_on = place.joined_on
        person.save(update_fields=["function", "team", "manager", "joined_on"])
        _record(by, "PlaceChanged", person_id, ["function", "team", "manager", "joined_on"])


def change_sign_in_names(*, by: Actor, person_id: int, username: str, email: str | None) -> None:
    """Change the user name and e-mail address somebody signs in with: their own, or by an administrator.

    Raises Refused with a field, NotFound for nobody.
    """
    if by.person_id != person_id:
        require(rules.may_change_place(by))
    with transaction.atomic():
        person = Person.objects.select_for_update().filter(id=person_id, is_active=True).first()
        if person is None:
            raise NotFound
        person.username = typed.username(username, own_id=person_id)
        before, person.email = person.email, typed.email(email, own_id=person_id)
        if person.email != before:
            person.is_email_vouched = by.person_id != person_id
        person.save(update_fields=["username", "email", "is_email_vouched"])
        kind = "PersonChanged" if by.person_id == person_id else "SignInNamesChanged"
        _record(by, kind, person_id, ["email", "username"])


def _exist(place: Place) -> bool:
    has_team = place.team_id is None or Team.objects.filter(id=place.team_id).exists()
    return has_team and (place.manager_id is None or Person.objects.filter(id=place.manager_id).exists())


def _refuse_circle(person_id: int, manager_id: int | None) -> None:
    seen: set[int] = set()
    above = manager_id
    while above is not None and above not in seen:
        if above == person_id:
            raise Refused(
                "chart.circle", _("Then somebody would be their own manager. Choose another one."), "manager"
            )
        seen.add(above)
        above = Person.objects.filter(id=above).values_list("manager_id", flat=True).first()


def _record(by: Actor, kind: str, person_id: int, fields: list[str]) -> None:
    record(
        kind=kind,
        actor_id=by.person_id,
        object_id=person_id,
        origin=by.origin,
        details={"fields": fields},
    )
