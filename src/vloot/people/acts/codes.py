"""Signing in with a printed code, for people without e-mail and for whoever lost their key."""

from __future__ import annotations

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.ground.errors import NotFound, Refused, require
from vloot.logbook.acts import record
from vloot.people import names, reads, rules, tokens, typed
from vloot.people.actor import Actor
from vloot.people.models import Person, SignInCode

VALID = timedelta(days=14)


def make_sign_in_code(*, by: Actor, person_id: int, drops_second_step: bool = False) -> str:
    """A code that lets this person in once, within two weeks; older codes of theirs stop working.

    `drops_second_step` takes away their passkeys and authenticator too, for a lost phone. Returns the code, which
    is kept nowhere. Raises Refused when the rule says no, NotFound for nobody.
    """
    person = Person.objects.filter(id=person_id).first()
    if person is None:
        raise NotFound
    require(rules.may_make_code(by, person, reads.roles_of(person_id)))
    code = tokens.new_code()
    with transaction.atomic():
        SignInCode.objects.filter(person_id=person_id).delete()
        SignInCode.objects.create(
            person_id=person_id,
            code_hash=make_password(code),
            made_by_id=by.person_id,
            expires_at=clock.now() + VALID,
        )
        if drops_second_step:
            Authenticator.objects.filter(user_id=person_id).delete()
        details = {"dropped_second_step": drops_second_step}
        record(
            kind="SignInCodeMade",
            actor_id=by.person_id,
            object_id=person_id,
            origin=by.origin,
            details=details,
        )
    return code


# law: act-by because whoever holds the code has not signed in yet
def sign_in_with_code(*, username: str, code: str, password: str = "") -> Person:
    """Use a code up, and set a password of one's own when one is given. Returns who it is.

    A wrong name, a wrong code and a used code give the same answer after the same work. Raises Refused.
    """
    with transaction.atomic():
        held = (
            SignInCode.objects.select_for_update(of=("self",))
            .select_related("person")
            .filter(
                person__username=names.fold_username(username),
                person__is_active=True,
                used_at=None,
                expires_at__gt=clock.now(),
            )
            .first()
        )
        printed = tokens.fold_code(code)
        if held is None:
            make_password(printed)
        if held is None or not check_password(printed, held.code_hash):
            raise Refused(
                "code.wrong",
                _(
                    "This user name and code do not open the door together. Check both, or ask a host for a new code."
                ),
            )
        person = held.person
        if password:
            person.set_password(typed.password(password, person))
            person.save(update_fields=["password"])
        held.used_at = clock.now()
        held.save(update_fields=["used_at"])
        record(kind="SignInCodeUsed", actor_id=person.id, object_id=person.id)
    return person
