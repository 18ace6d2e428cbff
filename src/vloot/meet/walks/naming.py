"""Finding names in what is said about a walk: there nobody is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from vloot.ground.errors import Refused
from vloot.people.models import Kind, Person

LONGEST = 4  # words of a name
_WORD = re.compile(r"[@\w][\w.'’-]*", re.UNICODE)


def require_none(text: str, field: str) -> None:
    """Raise Refused when a text names somebody who is here."""
    if (name := _found(text)) is not None:
        raise Refused(
            "names_somebody",
            _("“%(name)s” is what somebody here is called. Say what you saw, not who it was.")
            % {"name": name},
            field,
        )


def _found(text: str) -> str | None:
    words = [word.rstrip(".'’-") for word in _WORD.findall(text)]
    said = {name for name in _names(words) if not name[:1].islower()}
    if not said:
        return None
    users = {name[1:].casefold() for name in said if name.startswith("@")}
    here = Person.objects.filter(kind=Kind.HUMAN, is_active=True)
    is_named = Q(first_name__in=said) | Q(last_name__in=said) | Q(name__in=said) | Q(username__in=users)
    found = here.filter(is_named).values_list("first_name", "last_name", "name", "username").first()
    return next((one for one in found or () if one in said or one in users), None)


def _names(words: list[str]) -> Iterator[str]:
    """Every run of one to four words: names may have several."""
    for start in range(len(words)):
        for size in range(1, LONGEST + 1):
            if start + size <= len(words):
                yield " ".join(words[start : start + size])
