"""Whom somebody means who types several colleagues into one field, by user name or by name."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from vloot.ground.errors import Refused
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.cards import PersonCard

LONGEST = 600
_BETWEEN = re.compile(r"[,;\n]+|(?<=\s)(?=@)")


def colleagues(actor: Actor, typed: str, field: str) -> list[int]:
    """Their ids. Raises Refused about the field for a name that nobody has, and for one that several have."""
    parts = (part.strip() for part in _BETWEEN.split(typed[:LONGEST]))
    return list(dict.fromkeys(_one(actor, part, field) for part in parts if part.strip("@")))


def typed(people_named: list[PersonCard]) -> str:
    """The same people as somebody would type them."""
    names = people.usernames(one.id for one in people_named)
    return ", ".join(f"@{names[one.id]}" for one in people_named if one.id in names)


def _one(actor: Actor, part: str, field: str) -> int:
    found = [one for one in people.called(actor, part) if one.is_active]
    if len(found) == 1:
        return found[0].id
    if not found:
        raise Refused(
            "unknown_name",
            _("Nobody here is called “%(name)s”. Type @ and choose from the list.") % {"name": part[:64]},
            field,
        )
    names = people.usernames(one.id for one in found)
    ways = ", ".join(f"{one.name} (@{names[one.id]})" for one in found[:6])
    raise Refused(
        "several",
        _("Several people are meant by “%(name)s”: %(people)s. Write the name behind the @.")
        % {"name": part[:64], "people": ways},
        field,
    )
