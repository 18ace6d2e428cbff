"""Calling to mind what was promised for today."""

from django.db import transaction

from vloot.climate.matters.models import Answer
from vloot.ground import clock
from vloot.logbook import acts as logbook
from vloot.logbook.acts import Happening
from vloot.notices import choices, engine

MOST = 1000


def call_due() -> int:
    """Remind those who said "we do it" when its day has come, on a working day of theirs; once. Returns how many answers that were."""
    today = clock.now().date()
    with transaction.atomic():
        waiting = Answer.objects.select_for_update().filter(
            does=True, outcome="", due_on__lte=today, called_on=None, who__is_active=True
        )
        due = list(waiting.order_by("id")[:MOST])
        rests = choices.rests({answer.who_id for answer in due if answer.who_id})
        due = [one for one in due if one.who_id and engine.is_working_day(today, rests[one.who_id])]
        logbook.record_many(
            Happening(kind="AnswerDue", actor_id=None, object_id=answer.pk, origin="house") for answer in due
        )
        Answer.objects.filter(pk__in=[answer.pk for answer in due]).update(called_on=today)
    return len(due)
