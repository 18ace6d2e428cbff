"""What happens to cases with time: none is left lying, and none is kept."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from vloot.ground import ids
from vloot.logbook import acts as logbook
from vloot.talk.order.models import Case

TOO_LONG = timedelta(days=3)  # without a decision: then the company's hosts look
KEPT = timedelta(days=120)  # after the last word about it


def raise_waiting(now: datetime) -> int:
    """Hand what has waited three days in a space to the company's hosts, whoever had taken it up. Returns how many."""
    oldest = now - TOO_LONG
    with transaction.atomic():
        waiting = Case.objects.select_for_update(skip_locked=True).filter(decided_at=None, is_company=False)
        found = list(waiting.filter(id__lt=ids.first(oldest)))
        for case in found:
            case.is_company, case.claimed_by, case.claimed_at = True, None, None
            case.save(update_fields=["is_company", "claimed_by", "claimed_at"])
            logbook.record(kind="CasePassedOn", actor_id=None, object_id=case.pk)
    return len(found)


def forget_old(now: datetime) -> int:
    """Forget the cases that were closed long ago, with who reported and what hosts noted. Returns how many."""
    over = Q(decided_at__lt=now - KEPT) & (Q(appealed_at=None) | Q(answered_at__lt=now - KEPT))
    return Case.objects.filter(over).delete()[0]
