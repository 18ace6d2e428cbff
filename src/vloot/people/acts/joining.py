"""Coming in: by invitation, or as the founder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.ground.errors import NotFound, Refused, require
from vloot.logbook.acts import record
from vloot.people import buddies, pace, reads, rules, tokens, typed
from vloot.people.actor import Actor
from vloot.people.models import Invitation, Kind, Person, Role, RoleName, Team

VALID = timedelta(days=14)


def invite(
    *,
    by: Actor,
    name: str = "",
    email: str | None = None,
    team_id: int | None = None,
    is_guest: bool = False,
    space_ids: Sequence[int] = (),
) -> str:
    """Make a link with which one person can join within two weeks; returns its secret, which is kept nowhere.

    Whoever joins is let into the spaces named, as far as the inviter still hosts them then.
    Raises Refused when the rule says no, for a guest where the company takes none, or when the address is somebody's already.
    """
    require(rules.may_invite(by))
    if is_guest:
        require(rules.may_take_guests())
    pace.keep(by, rules.INVITATIONS)
    if is_guest and not space_ids:
        raise Refused(
            "invite.no_space",
            _(
                "A guest sees only the spaces you let them into. Choose one, or let its host invite this guest."
            ),
            "spaces",
        )
    if team_id is not None and not Team.objects.filter(id=team_id).exists():
        raise NotFound
    token = tokens.new_token()
    with transaction.atomic():
        invitation = Invitation.objects.create(
            token_digest=tokens.digest(token),
            name=typed.line(name, "name"),
            email=typed.email(email),
            team_id=team_id,
            is_guest=is_guest,
            space_ids=list(space_ids),
            invited_by_id=by.person_id,
            expires_at=clock.now() + VALID,
        )
        record(kind="PersonInvited", actor_id=by.person_id, object_id=invitation.id, origin=by.origin)
    return token


# law: act-by because whoever holds the link is nobody here yet
def accept_invitation(
    *, token: str, name: str, username: str, password: str, email: str | None = None
) -> Person:
    """Join with an invitation's link. Returns the new person, with a buddy where there is anybody to ask.

    Raises NotFound for a link that opens nothing, Refused with a field for what was filled in.
    """
    with transaction.atomic():
        invitation = Invitation.objects.select_for_update().get(id=reads.invitation(token).id)
        if invitation.accepted_at:
            raise NotFound  # somebody else was a moment faster with the same link
        person = _new_person(name=name, username=username, password=password, email=email)
        person.team_id = invitation.team_id
        person.is_email_vouched = person.email is None or person.email == invitation.email
        person.save(force_insert=True)
        if invitation.is_guest:
            Role.objects.create(person=person, name=RoleName.GUEST)
        else:
            person.buddy_id = buddies.draw_for(person)
            person.save(update_fields=["buddy"])
        invitation.accepted_at = clock.now()
        invitation.accepted_by = person
        invitation.name, invitation.email = "", None
        invitation.save()
        details = {
            "invitation": invitation.id,
            "invited_by": invitation.invited_by_id,
            "buddy": person.buddy_id,
            "space_ids": invitation.space_ids,
        }
        record(kind="PersonJoined", actor_id=person.id, object_id=person.id, details=details)
    return person


# law: act-by because whoever holds the link is nobody here yet
def join_as_founder(
    *, name: str, username: str, password: str, email: str | None = None, founder_id: int | None = None
) -> Person:
    """The first administrator and host comes in: as a new person, or as the one whom an import prepared.

    Only the company room calls this, once, when a start link was shown. Raises Refused with a field.
    """
    if Role.objects.filter(name=RoleName.ADMINISTRATOR, person__is_active=True).exists():
        raise Refused(
            "founder.present", _("This company has an administrator already. Ask for an invitation.")
        )
    with transaction.atomic():
        known = Person.objects.select_for_update().filter(id=founder_id or 0).first()
        person = _new_person(name=name, username=username, password=password, email=email, known=known)
        person.save()
        for role in (RoleName.ADMINISTRATOR, RoleName.HOST):
            Role.objects.get_or_create(person=person, name=role)
        record(kind="PersonJoined", actor_id=person.id, object_id=person.id, details={"founder": True})
    return person


def _new_person(
    *, name: str, username: str, password: str, email: str | None, known: Person | None = None
) -> Person:
    person = known or Person(joined_on=clock.now().date())
    typed.set_names(person, typed.full_name(name))
    person.username = typed.username(username, own_id=person.id)
    person.email = typed.email(email, own_id=person.id)
    person.set_password(typed.password(password, person))
    person.kind, person.is_active = Kind.HUMAN, True
    person.locale = person.locale or (get_language() or "")[:12]
    return person
