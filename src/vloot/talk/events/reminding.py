"""Who comes to an event is reminded before it: what a clock does, nobody's deed. When, `notices.engine.reminder` says for each person."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from vloot.company.switches import rules as switches
from vloot.ground import clock
from vloot.logbook import acts as logbook
from vloot.notices import choices, engine
from vloot.talk.events import rules, seats
from vloot.talk.events.models import Event, EventReply

FARTHEST = (engine.MOST_DAYS + 1) * engine.DAY
NAMED = 500  # people in one entry


def remind_due() -> int:
    """Note down whose reminder is due now, once for each beginning of an event. Returns how many people that are."""
    now = clock.now()
    if not switches.may_use(rules.ROOM):
        return 0
    near = Event.objects.filter(
        starts_at__gt=now, starts_at__lte=now + FARTHEST, cancelled_at=None, post__removed_at=None
    )
    return sum(_remind(event_id, now) for event_id in near.order_by("pk").values_list("pk", flat=True))


def passed(event: Event, person_ids: Collection[int]) -> set[int]:
    """Those of some people who would have been reminded by now: they need no reminder of what they say yes to only now."""
    rests = choices.rests(person_ids)
    return {one for one in person_ids if engine.reminder(event.starts_at, rests[one]) <= clock.now()}


def _remind(event_id: int, now: datetime) -> int:
    with transaction.atomic():
        held = Event.objects.select_for_update(of=("self",)).select_related("post")
        event = held.filter(pk=event_id, starts_at__gt=now, cancelled_at=None).first()
        if event is None:
            return 0
        waiting = seats.of(event).waiting
        asked = EventReply.objects.filter(event=event, answer__in=[EventReply.YES, EventReply.MAYBE])
        asked = asked.exclude(reminded_for=event.starts_at).exclude(person_id__in=waiting)
        due = sorted(passed(event, list(asked.values_list("person_id", flat=True))))
        asked.filter(person_id__in=due).update(reminded_for=event.starts_at)
        for first in range(0, len(due), NAMED):
            logbook.record(
                kind="EventNear",
                actor_id=None,
                object_id=event.pk,
                space_id=event.post.space_id,
                origin="clock",
                details={"starts_at": event.starts_at.isoformat(), "persons": due[first : first + NAMED]},
            )
    return len(due)
