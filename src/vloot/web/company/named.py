"""Whom somebody means who types user names into a form of the company."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vloot.ground.errors import Refused
from vloot.people import reads as people


def persons(typed: str, field: str) -> list[int]:
    """The ids behind user names with commas between. Raises Refused, for the field, for a name that nobody has."""
    parts = (part.strip().lower().removeprefix("@") for part in typed.replace("\n", ",").split(","))
    wanted = [part for part in parts if part]
    found = people.by_username(wanted)
    for name in wanted:
        if name not in found:
            raise Refused(
                "people.unknown", _("Nobody here has the user name “%(name)s”.") % {"name": name[:64]}, field
            )
    return [found[name] for name in wanted]


def person(typed: str, field: str) -> int | None:
    """The one behind a user name, None for an empty field. Raises Refused for a name that nobody has, and for several."""
    found = persons(typed, field)
    if len(found) > 1:
        raise Refused("people.several", _("Name one person."), field)
    return found[0] if found else None
