"""What an importer asks of the people room: who is here already, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable

from vloot.people import names
from vloot.people.models import Person


def by_email(addresses: Iterable[str]) -> dict[str, int]:
    """Ids by folded e-mail address, of people active or not; addresses that nobody has are left out."""
    wanted = {names.fold_email(address) for address in addresses}
    found = Person.objects.filter(email__in=wanted)
    return {str(email): person_id for email, person_id in found.values_list("email", "id")}


def usernames(person_ids: Iterable[int]) -> dict[int, str]:
    """User names by id."""
    return dict(Person.objects.filter(id__in=set(person_ids)).values_list("id", "username"))
