"""Answering by name, in front of everybody."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec import Struct

from vloot.climate.mirror import rules
from vloot.climate.mirror.models import Outlook, Stance
from vloot.climate.mirror.statements import KEYS, PLACES, STANDS
from vloot.ground import clock
from vloot.ground.errors import Refused, require
from vloot.logbook import acts as logbook
from vloot.people.actor import Actor

LONGEST = 400


class View(Struct, frozen=True):
    """What one says of a statement, and why if one likes."""

    view: str
    words: str = ""


class Ahead(Struct, frozen=True, kw_only=True):
    """Whether one goes along and why, and the one thing one changes oneself, by when."""

    stands: str
    why: str = ""
    change: str = ""
    change_on: date | None = None


def look(*, by: Actor, views: Mapping[str, View], ahead: Ahead) -> None:
    """Answer the five statements and say whether one goes along. Raises Refused, with the field."""
    require(rules.may_stand(by))
    for key in KEYS:
        if key not in views or views[key].view not in PLACES:
            raise Refused("no_view", _("Choose one of the three."), key)
    if ahead.stands not in STANDS:
        raise Refused("no_stand", _("Choose one of the three. None of them is wrong."), "stands")
    change = _short(ahead.change)
    verdict = rules.may_change_on(change, ahead.change_on)
    if not verdict:
        raise Refused(verdict.code, verdict.text, "change_on")
    today = clock.now().date()
    with transaction.atomic():
        for key in KEYS:
            Stance.objects.update_or_create(
                person_id=by.person_id,
                statement=key,
                defaults={"view": views[key].view, "words": _short(views[key].words), "said_on": today},
            )
        Outlook.objects.update_or_create(
            person_id=by.person_id,
            defaults={
                "stands": ahead.stands,
                "why": _short(ahead.why),
                "change": change,
                "change_on": ahead.change_on if change else None,
                "said_on": today,
            },
        )
        logbook.record(kind="MirrorAnswered", actor_id=by.person_id, object_id=by.person_id, origin=by.origin)


def _short(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())[:LONGEST]
