"""Keeping what is not yet said."""

import re
from datetime import timedelta

from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.ground.database import sql
from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.talk.drafts.models import Draft

MOST_CHARACTERS = 60_000
MOST_DRAFTS = 200  # of one person
KEPT = timedelta(days=30)

_DISCARD = "delete from talk_draft where person_id = %(me)s and key = %(key)s"
_PICKED = {"kind", "space"}  # a form has these before anybody writes
_UNKEPT = re.compile("[\x00\ud800-\udfff]")


def save(*, by: Actor, key: str, fields: dict[str, str | list[str]]) -> None:
    """Keep what was written so far in one place; empty fields discard it. Refused when it is too long to keep."""
    if sum(len(str(value)) for value in fields.values()) > MOST_CHARACTERS or len(key) > 80:
        raise Refused(
            "too_long", _("This draft is too long to keep. Copy it somewhere safe, or make it shorter.")
        )
    kept = {name: _keepable(value) for name, value in fields.items()}
    if not any(_is_written(value) for name, value in kept.items() if name not in _PICKED):
        return discard(by=by, key=key)
    Draft.objects.update_or_create(
        person_id=by.person_id, key=key, defaults={"fields": kept, "saved_at": clock.now()}
    )
    surplus = Draft.objects.filter(person_id=by.person_id).order_by("-saved_at").values_list("id", flat=True)
    Draft.objects.filter(id__in=list(surplus[MOST_DRAFTS:])).delete()
    return None


def discard(*, by: Actor, key: str) -> None:
    """Throw a draft away, or drop it because it was sent."""
    sql.run(_DISCARD, {"me": by.person_id, "key": key})


def prune() -> int:
    """Drop drafts nobody touched for 30 days. Returns how many."""
    return Draft.objects.filter(saved_at__lt=clock.now() - KEPT).delete()[0]


def _keepable(value: str | list[str]) -> str | list[str]:
    """Without the characters that no database keeps: a draft is never worth an error."""
    if isinstance(value, list):
        return [_UNKEPT.sub("", part) for part in value]
    return _UNKEPT.sub("", value)


def _is_written(value: str | list[str]) -> bool:
    return any(part.strip() for part in ([value] if isinstance(value, str) else value))
