"""Recording what was agreed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.company import rules
from vloot.company.agreements.topics import TOPICS
from vloot.company.models import Agreement
from vloot.ground import clock
from vloot.ground.errors import Refused, require
from vloot.ground.text import line
from vloot.logbook.acts import record
from vloot.people.actor import Actor

LIMITS = {"subject": 160, "document": 400, "parties": 400}


def conclude(
    *,
    by: Actor,
    subject: str,
    agreed_on: date | None,
    document: str,
    parties: str,
    topics: Sequence[str] = (),
) -> int:
    """Record an agreement and what it covers; returns its id. Raises Refused with the field that is missing."""
    require(rules.may_change(by))
    missing = {
        "subject": _("Say what was agreed on."),
        "document": _("Say where the document can be read."),
        "parties": _("Say between whom it was agreed."),
    }
    typed = {"subject": subject, "document": document, "parties": parties}
    clean = {name: line(text)[: LIMITS[name]] for name, text in typed.items()}
    for name, text in clean.items():
        if not text:
            raise Refused("agreement.empty", missing[name], name)
    if agreed_on is None or agreed_on > clock.now().date():
        raise Refused(
            "agreement.day", _("Give the day on which it was agreed, today or earlier."), "agreed_on"
        )
    covered = [topic for topic in TOPICS if topic in topics]
    with transaction.atomic():
        made = Agreement.objects.create(
            agreed_on=agreed_on, recorded_by_id=by.person_id or None, topics=covered, **clean
        )
        details = {"agreed_on": agreed_on.isoformat(), "subject": clean["subject"], "topics": covered}
        record(
            kind="AgreementRecorded",
            actor_id=by.person_id or None,
            object_id=made.id,
            origin=by.origin,
            details=details,
        )
    return made.id
