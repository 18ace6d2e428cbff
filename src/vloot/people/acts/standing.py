"""Someone's standing here: roles, and whether they have access at all."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import clock, live
from vloot.ground.errors import NotFound, Refused, require
from vloot.logbook.acts import record
from vloot.people import rules
from vloot.people.actor import Actor
from vloot.people.models import Invitation, Person, Role, RoleName, SignInCode
from vloot.people.sessions import end_sessions


def give_role(*, by: Actor, person_id: int, role: str) -> None:
    """Give someone a role; nothing happens when they have it.

    Raises Refused when the rule says no, the company takes no guests or a guest would get a role of trust, NotFound for nobody.
    """
    require(rules.may_give_role(by))
    with transaction.atomic():
        person = _active(person_id)
        held = set(Role.objects.filter(person=person).values_list("name", flat=True))
        if role not in RoleName.values:
            raise NotFound
        if held and RoleName.GUEST in held | {role} and held != {role}:
            raise Refused(
                "role.guest", _("A guest has no other role. Take the one away before you give the other.")
            )
        if role in held:
            return
        if role == RoleName.GUEST:
            require(rules.may_take_guests())
        Role.objects.create(person=person, name=role)
        _read_anew(person_id)
        _record(by, "RoleGiven", person_id, role=role)


def take_role(*, by: Actor, person_id: int, role: str) -> None:
    """Take a role from someone; nothing happens when they have it not.

    Raises Refused when the rule says no or nobody would be left to administer.
    """
    require(rules.may_give_role(by))
    with transaction.atomic():
        if role == RoleName.ADMINISTRATOR:
            _keep_an_administrator(person_id)
        if Role.objects.filter(person_id=person_id, name=role).delete()[0]:
            _read_anew(person_id)
            _record(by, "RoleTaken", person_id, role=role)


def deactivate(*, by: Actor, person_id: int) -> None:
    """End someone's access at once, on every device; what they wrote stays.

    Raises Refused when the rule says no or nobody would be left to administer, NotFound for nobody.
    """
    require(rules.may_deactivate(by))
    with transaction.atomic():
        person = _active(person_id)
        _keep_an_administrator(person_id)
        person.is_active = False
        person.left_on = clock.now().date()
        person.save(update_fields=["is_active", "left_on"])
        SignInCode.objects.filter(person=person).delete()
        Invitation.objects.filter(invited_by=person, accepted_at=None).delete()
        Person.objects.filter(buddy=person).update(buddy=None)
        end_sessions(person_id)
        _record(by, "PersonDeactivated", person_id)


def reactivate(*, by: Actor, person_id: int) -> None:
    """Give someone their access back; they sign in anew.

    Raises Refused, also for a guest where the company takes none; NotFound for nobody who had left.
    """
    require(rules.may_deactivate(by))
    with transaction.atomic():
        if Role.objects.filter(person_id=person_id, person__is_active=False, name=RoleName.GUEST).exists():
            require(rules.may_take_guests())
        if not Person.objects.filter(id=person_id, is_active=False).update(is_active=True, left_on=None):
            raise NotFound
        _record(by, "PersonReactivated", person_id)


def sign_out_everywhere(*, by: Actor) -> None:
    """End every session of one's own, this one included."""
    with transaction.atomic():
        end_sessions(by.person_id)


def _active(person_id: int) -> Person:
    person = Person.objects.select_for_update().filter(id=person_id, is_active=True).first()
    if person is None:
        raise NotFound
    return person


def _keep_an_administrator(leaving_id: int) -> None:
    held = Role.objects.select_for_update().filter(name=RoleName.ADMINISTRATOR, person__is_active=True)
    if set(held.values_list("person_id", flat=True)) == {leaving_id}:
        raise Refused(
            "administrator.last",
            _("This is the only administrator. Make somebody else one first."),
        )


def _read_anew(person_id: int) -> None:
    # A guest reads less: pages that are open must not go on hearing of the rest.
    live.announce(live.SPACES, object_id=person_id, person_id=person_id)


def _record(by: Actor, kind: str, person_id: int, **details: str) -> None:
    record(kind=kind, actor_id=by.person_id, object_id=person_id, origin=by.origin, details=details)
