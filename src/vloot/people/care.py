"""My data, and erasure: what this room keeps about a person."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import F, Q

from vloot.ground import clock
from vloot.ground.text import sort_key
from vloot.people import faces
from vloot.people.models import Erasure, Invitation, Kind, Person, Role, SignInCode, Tenure
from vloot.people.sessions import end_sessions

# In English everywhere: pages translate this one name when they show it.
STONE = "Former colleague"

_TOLD = (
    *(
        "name",
        "username",
        "email",
        "ask_me_about",
        "learning",
        "how_to_work",
        "languages",
        "working_hours",
        "tenure",
    ),
    *(
        "function",
        "joined_on",
        "left_on",
        "is_active",
        "read_only_until",
        "locale",
        "time_zone",
        "kind",
        "last_login",
    ),
)


def mine(person_id: int) -> dict[str, Any]:
    """Everything this room keeps about a person, secrets left out (they are kept as digests only)."""
    columns = {
        "team_name": F("team__name"),
        "manager_name": F("manager__name"),
        "buddy_name": F("buddy__name"),
    }
    person = Person.objects.filter(id=person_id).values(*_TOLD, has_face=~Q(face=""), **columns).get()
    ways = Authenticator.objects.filter(user_id=person_id).values("type", "created_at", "last_used_at")
    sessions = UserSession.objects.filter(user_id=person_id).values(
        "ip", "user_agent", "created_at", "last_seen_at"
    )
    invited = Invitation.objects.filter(invited_by_id=person_id).values(
        "name", "email", "expires_at", "accepted_at"
    )
    accepted = Invitation.objects.filter(accepted_by_id=person_id).values("accepted_at")
    accounts = SocialAccount.objects.filter(user_id=person_id)
    codes = SignInCode.objects.filter(Q(person_id=person_id) | Q(made_by_id=person_id))
    return {
        "person": person,
        "roles": list(Role.objects.filter(person_id=person_id).values("name", "given_at")),
        "ways_to_sign_in": list(ways),
        "company_accounts": list(
            accounts.values("provider", "uid", "extra_data", "date_joined", "last_login")
        ),
        "addresses": list(EmailAddress.objects.filter(user_id=person_id).values("email", "verified")),
        "sessions": list(sessions),
        "invitations_made": list(invited),
        "invitations_accepted": list(accepted),
        "sign_in_codes": list(codes.values("person__name", "made_by__name", "expires_at", "used_at")),
        "erasure": list(Erasure.objects.filter(person_id=person_id).values("asked_at", "due_at")),
        "newcomers": list(Person.objects.filter(buddy_id=person_id).values_list("name", flat=True)),
    }


def forget(person_id: int) -> None:
    """Leave a stone where a person was: no name, no words, no face, no way in.

    The key of an import stays, or the same import would bring the person back.
    """
    with transaction.atomic():
        person = Person.objects.select_for_update().get(id=person_id)
        face = person.face
        end_sessions(person_id)
        Erasure.objects.filter(person_id=person_id).delete()
        for rows in (Authenticator, SocialAccount, EmailAddress):
            rows.objects.filter(user_id=person_id).delete()
        SignInCode.objects.filter(person_id=person_id).delete()
        SignInCode.objects.filter(made_by_id=person_id).update(made_by=None)
        Role.objects.filter(person_id=person_id).delete()
        Invitation.objects.filter(invited_by_id=person_id, accepted_at=None).delete()
        Invitation.objects.filter(invited_by_id=person_id).update(invited_by=None)
        Invitation.objects.filter(accepted_by_id=person_id).update(accepted_by=None)
        Person.objects.filter(buddy_id=person_id).update(buddy=None)
        Person.objects.filter(manager_id=person_id).update(manager=person.manager_id)
        _empty(person)
        transaction.on_commit(lambda: faces.drop(face))


def _empty(person: Person) -> None:
    blank = Person()
    person.refresh_from_db()
    for field in (*_TOLD, "face", "team_id", "manager_id", "buddy_id"):
        setattr(person, field, getattr(blank, field))
    person.name, person.first_name, person.last_name = STONE, "", ""
    person.sort_key = sort_key(STONE)
    person.username = f"former-{person.id}"
    person.kind, person.tenure, person.is_active = Kind.PLACEHOLDER, Tenure.UNSAID, False
    person.left_on = clock.now().date()
    person.set_unusable_password()
    person.save()
