"""Being forgotten: asked for without a reason, done after seven days, taken back until then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from types import ModuleType

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import clock
from vloot.ground.errors import Refused
from vloot.logbook.acts import record
from vloot.people import reads
from vloot.people.actor import Actor
from vloot.people.models import Erasure, RoleName

DAYS_TO_UNDO = 7


def ask_to_be_forgotten(*, by: Actor) -> datetime:
    """Ask that everything about oneself is deleted in seven days. Returns when.

    Raises Refused for the last administrator, without whom nobody could look after the company.
    """
    if by.is_administrator and not _is_there_another(by.person_id):
        raise Refused(
            "forget.last",
            _("Without you nobody administers Vloot. Make somebody else an administrator first."),
        )
    with transaction.atomic():
        due = clock.now() + timedelta(days=DAYS_TO_UNDO)
        erasure, is_new = Erasure.objects.get_or_create(person_id=by.person_id, defaults={"due_at": due})
        if is_new:
            record(kind="ErasureAsked", actor_id=by.person_id, object_id=by.person_id, origin=by.origin)
    return erasure.due_at


def stay(*, by: Actor) -> None:
    """Take back that one wants to be forgotten."""
    with transaction.atomic():
        if Erasure.objects.filter(person_id=by.person_id).delete()[0]:
            record(kind="ErasureTakenBack", actor_id=by.person_id, object_id=by.person_id, origin=by.origin)


# law: act-by because nobody does it: the seven days are over
def forget_due(*, rooms: Sequence[ModuleType]) -> int:
    """Forget everybody whose seven days are over, in every room, each person whole or not at all. Returns how many."""
    due = list(Erasure.objects.filter(due_at__lte=clock.now()).values_list("person_id", flat=True))
    for person_id in due:
        with transaction.atomic():
            for room in reversed(rooms):
                room.forget(person_id)
            record(kind="PersonErased", actor_id=None, object_id=person_id)
            record(kind="PersonDeactivated", actor_id=None, object_id=person_id)
    return len(due)


def _is_there_another(person_id: int) -> bool:
    return any(other != person_id for other in reads.with_role(RoleName.ADMINISTRATOR))
