"""How somebody can sign in, for their own eyes."""

from __future__ import annotations

import msgspec
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession

from vloot.people.models import Person


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """The ways in that a person has set up."""

    username: str
    email: str
    has_password: bool
    passkeys: list[str]
    has_authenticator: bool
    has_recovery_codes: bool
    has_company_account: bool
    sessions: int


def ways_of(person_id: int) -> Ways:
    """The ways in of one person, and on how many devices they are signed in."""
    person = Person.objects.get(id=person_id)
    kinds = Authenticator.objects.filter(user_id=person_id).values_list("type", "data")
    types = {kind for kind, _data in kinds}
    return Ways(
        username=person.username,
        email=person.email or "",
        has_password=person.has_usable_password(),
        passkeys=[str(data.get("name") or "") for kind, data in kinds if kind == Authenticator.Type.WEBAUTHN],
        has_authenticator=Authenticator.Type.TOTP in types,
        has_recovery_codes=Authenticator.Type.RECOVERY_CODES in types,
        has_company_account=SocialAccount.objects.filter(user_id=person_id).exists(),
        sessions=UserSession.objects.filter(user_id=person_id).count(),
    )


def has_account_with(person_id: int, issuer: str) -> bool:
    """Whether this person has connected an account of the company's sign-in with this address."""
    return bool(SocialAccount.objects.filter(user_id=person_id, extra_data__issuer=issuer).exists())
