"""Where mail for somebody goes, and which addresses are theirs."""

from __future__ import annotations

import msgspec
from allauth.account.models import EmailAddress

from vloot.people.models import Kind, Person


class Mailbox(msgspec.Struct, frozen=True):
    """Somebody's own address."""

    person_id: int
    name: str
    called: str
    address: str


def mailbox_of(person_id: int) -> Mailbox | None:
    """Where somebody's mail goes; None for who has no address or is not here any more."""
    found = Person.objects.filter(id=person_id, is_active=True, kind=Kind.HUMAN).first()
    if found is None or not found.email:
        return None
    return Mailbox(found.id, found.name, found.get_short_name(), found.email)


def addresses_of(person_id: int) -> frozenset[str]:
    """Every address that is somebody's, folded: the one they get mail at, and those they have proven."""
    own = Person.objects.filter(id=person_id, is_active=True).values_list("email", flat=True)
    proven = EmailAddress.objects.filter(user_id=person_id, verified=True).values_list("email", flat=True)
    return frozenset(address.lower() for address in (*own, *proven) if address)
