"""A person's own words and face."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from zoneinfo import available_timezones

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground.errors import NotFound, Refused, require
from vloot.logbook.acts import record
from vloot.people import faces, rules, typed
from vloot.people.actor import Actor
from vloot.people.languages import SPOKEN
from vloot.people.models import Person, Tenure

# What may be changed, and how it is cleaned.
_LINES = ("ask_me_about", "learning", "working_hours")
_CHOICES: dict[str, Callable[[], Collection[str]]] = {
    "tenure": lambda: Tenure.values,
    "locale": lambda: ["", *(code for code, _name in settings.LANGUAGES)],
    "time_zone": lambda: {"", *available_timezones()},
}


def change_profile(*, by: Actor, person_id: int, **changes: object) -> Person:
    """Change what somebody tells about themselves; what is not named stays.

    Names: name, ask_me_about, learning, how_to_work, working_hours, languages (codes of `languages.SPOKEN`), tenure,
    locale, time_zone. Raises Refused with a field, NotFound for nobody, TypeError for an unknown name.
    """
    require(rules.may_change_profile(by, person_id))
    with transaction.atomic():
        person = _person(person_id)
        for field, value in changes.items():
            _change(person, field, value)
        person.save()
        record(
            kind="PersonChanged",
            actor_id=by.person_id,
            object_id=person_id,
            origin=by.origin,
            details={"fields": sorted(changes)},
        )
    return person


def set_face(*, by: Actor, person_id: int, picture: bytes) -> str:
    """Take a picture as somebody's face; returns its new name. Raises Refused when it is not a usable picture."""
    require(rules.may_change_profile(by, person_id))
    face = faces.keep(picture)
    _swap_face(by, person_id, face)
    return face


def drop_face(*, by: Actor, person_id: int) -> None:
    """Go back to initials. Raises Refused when the rule says no."""
    require(rules.may_change_profile(by, person_id))
    _swap_face(by, person_id, "")


def _swap_face(by: Actor, person_id: int, face: str) -> None:
    with transaction.atomic():
        person = _person(person_id)
        old, person.face = person.face, face
        person.save(update_fields=["face"])
        record(
            kind="PersonChanged",
            actor_id=by.person_id,
            object_id=person_id,
            origin=by.origin,
            details={"fields": ["face"]},
        )
        transaction.on_commit(lambda: faces.drop(old))


def _person(person_id: int) -> Person:
    person = Person.objects.select_for_update().filter(id=person_id, is_active=True).first()
    if person is None:
        raise NotFound
    return person


def _change(person: Person, field: str, value: object) -> None:
    if field == "name":
        typed.set_names(person, typed.full_name(str(value)))
    elif field in _LINES:
        setattr(person, field, typed.line(str(value), field))
    elif field == "how_to_work":
        person.how_to_work = typed.paragraphs(str(value), field)
    elif field == "languages" and isinstance(value, Iterable):
        chosen = set(value)
        person.languages = [code for code in SPOKEN if code in chosen]
    elif field in _CHOICES:
        if value not in _CHOICES[field]():
            raise Refused(f"{field}.unknown", _("Choose one of the answers in the list."), field)
        setattr(person, field, str(value))
    else:
        raise TypeError(f"a profile has no {field}")
