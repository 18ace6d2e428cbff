"""What a clock does: invitations without an answer lapse, offers nobody took end, walks of who has left are off."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from vloot.ground import clock
from vloot.logbook import acts as logbook
from vloot.logbook.models import Entry
from vloot.meet.walks import rules
from vloot.meet.walks.models import Walk


def lapse_due() -> int:
    """Mark the invitations and offers whose time is over. Returns how many."""
    waiting = Walk.objects.filter(rules.waits()).order_by("id")
    return sum(_lapse(walk.pk) for walk in waiting if rules.has_lapsed(walk))


def call_off_of_gone(entries: Sequence[Entry]) -> None:
    """Who has left hosts nobody and comes nowhere: what was still to come is off, what waited ends."""
    gone = [entry.object_id for entry in entries]
    theirs = Q(leader_id__in=gone) | Q(host_id__in=gone)
    ahead = Q(starts_at__gt=clock.now(), off_at=None) | rules.waits()
    for walk in Walk.objects.filter(theirs & ahead).order_by("id"):
        with transaction.atomic():
            if Walk.objects.filter(ahead, pk=walk.pk).update(off_at=clock.now()):
                logbook.record(kind="WalkCalledOff", actor_id=None, object_id=walk.id, origin="clock")


def _lapse(walk_id: int) -> bool:
    with transaction.atomic():
        walk = Walk.objects.select_for_update().get(pk=walk_id)
        if walk.starts_at or walk.answered_at or walk.lapsed_at or walk.off_at:
            return False
        walk.lapsed_at = clock.now()
        walk.save(update_fields=["lapsed_at"])
        logbook.record(kind="WalkLapsed", actor_id=None, object_id=walk.id, origin="clock")
    return True
