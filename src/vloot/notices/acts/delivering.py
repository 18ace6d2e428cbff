"""Handing over what is due: claim a parcel, give it to its channel, mark it.

Claiming and marking are two transactions with the carrier between them, outside of any. What dies in between is handed over again, with
the same key, once its lease is over.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q
from django.utils import translation

from vloot.ground import clock
from vloot.ground.errors import NotFound
from vloot.notices import carrying, choices, engine, groups, reads, words
from vloot.notices.carrying import LEASE, Later, Parcel, Unreachable
from vloot.notices.models import Attention, Delivery, Device
from vloot.people import reads as people

MOST_CARDS = 100
MOST_TRIES = 12
KEPT_DAYS = 30  # of what has gone out
_LOCK = 0x6F7574626F78  # "outbox": a person's parcel is made by one worker
_log = logging.getLogger(__name__)


def deliver() -> int:
    """Hand over all that is due now. Returns how many parcels were taken over."""
    taken = 0
    while (claimed := _claim()) is not None:
        if claimed.parcel is not None:
            taken += _hand_over(claimed.parcel, claimed.deliveries)
    return taken


def prune_deliveries() -> int:
    """Drop what went out, or did not, more than 30 days ago. Returns how much."""
    return Delivery.objects.filter(ended_at__lt=clock.ago(days=KEPT_DAYS)).delete()[0]


def let_go(*, person_ids: Sequence[int]) -> None:
    """Of those among some people who are not here any more: drop their devices, and end what waits for them."""
    gone = set(person_ids) - people.actors_for(person_ids).keys()
    with transaction.atomic():
        Device.objects.filter(person_id__in=gone).delete()
        _end(list(Delivery.objects.filter(person_id__in=gone, ended_at=None)), Delivery.GONE)


class _Claim:
    """What a worker has taken: the deliveries, and the parcel they make (None when nothing of it may go)."""

    def __init__(self, deliveries: Sequence[Delivery], parcel: Parcel | None) -> None:
        self.deliveries, self.parcel = deliveries, parcel


def _claim() -> _Claim | None:
    now = clock.now()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [_LOCK])
        free = Delivery.objects.select_for_update(skip_locked=True, of=("self",)).filter(
            Q(claimed_until=None) | Q(claimed_until__lte=now), ended_at=None, due_at__lte=now
        )
        first = free.filter(channel__in=carrying.carriers()).order_by("due_at", "id").first()
        if first is None:
            return None
        beside = free.filter(person_id=first.person_id, channel=first.channel, parcel=first.parcel)
        found = list(beside.select_related("notice").order_by("id")[:MOST_CARDS])
        fit = _fit(found, now)
        if not fit:
            return _Claim([], None)
        parcel = first.parcel or fit[0].id
        for delivery in fit:
            delivery.parcel, delivery.claimed_until = parcel, now + LEASE
            delivery.tries += 1
        Delivery.objects.bulk_update(fit, ["parcel", "claimed_until", "tries"])
    return _Claim(fit, _parcel(fit))


def _fit(found: Sequence[Delivery], now: datetime) -> list[Delivery]:
    """What may go out now; what may not any more is ended, what came into quiet hours waits for their end."""
    person_id, channel = found[0].person_id, found[0].channel
    try:
        readable = carrying.readable_by(person_id)
    except NotFound:
        _end(found, Delivery.GONE)
        return []
    rest = choices.rests([person_id])[person_id]
    rhythms = choices.Rhythms([person_id])
    hearing = choices.Hearing(
        [person_id],
        {delivery.notice.space_id for delivery in found if delivery.notice.space_id},
        {delivery.notice.thread_id for delivery in found if delivery.notice.thread_id},
    )
    fit = []
    for delivery in found:
        notice = delivery.notice
        hears = hearing.of(person_id, notice.space_id, notice.thread_id)
        is_void = delivery.void_at is not None and delivery.void_at <= now
        if is_void or (notice.space_id is not None and notice.space_id not in readable):
            _end([delivery], Delivery.GONE)
        elif notice.read_at is not None:
            _end([delivery], Delivery.READ)
        elif (hears == Attention.NAMED and notice.kind not in words.DIRECT) or rhythms.for_kind(
            person_id, notice.kind, channel
        ) == groups.OFF:
            _end([delivery], Delivery.UNWANTED)
        elif engine.is_quiet(now, rest) and not engine.is_asked_for(delivery.asked_at, now):
            delivery.due_at, delivery.claimed_until = engine.next_open(now, rest), None
            delivery.save(update_fields=["due_at", "claimed_until"])
        else:
            fit.append(delivery)
    return fit


def _parcel(fit: Sequence[Delivery]) -> Parcel:
    first = fit[0]
    locale = people.locale_of(first.person_id)
    with translation.override(locale):
        cards = reads.cards_of(fit, carrying.readable_by(first.person_id))
    return Parcel(
        person_id=first.person_id,
        channel=first.channel,
        rhythm=max((delivery.rhythm for delivery in fit), key=groups.SPEED.index),
        locale=locale,
        cards=cards,
        key=f"{first.channel}-{first.parcel}",
    )


def _hand_over(parcel: Parcel, deliveries: Sequence[Delivery]) -> bool:
    outcome = Delivery.SENT
    try:
        with translation.override(parcel.locale):
            carrying.carriers()[parcel.channel](parcel)
    except Unreachable:
        outcome = Delivery.DEAD
    except Exception as failure:  # noqa: BLE001  # one channel's trouble must not stop the others
        if not isinstance(failure, Later):
            _log.exception("parcel %s could not be handed over", parcel.key)
        if deliveries[0].tries < MOST_TRIES:
            _put_back(deliveries)
            return False
        outcome = Delivery.LOST
        _log.warning("parcel %s is given up after %s tries", parcel.key, MOST_TRIES)
    with transaction.atomic():
        _end(deliveries, outcome)
    return outcome == Delivery.SENT


def _put_back(deliveries: Sequence[Delivery]) -> None:
    """Try again after a minute, then two, four, eight, up to eight hours; in nobody's quiet hours."""
    first = deliveries[0]
    pause = min(timedelta(minutes=2 ** (first.tries - 1)), timedelta(hours=8))
    due_at = engine.next_open(clock.now() + pause, choices.rests([first.person_id])[first.person_id])
    ids = [delivery.id for delivery in deliveries]
    Delivery.objects.filter(id__in=ids).update(claimed_until=None, due_at=due_at)


def _end(deliveries: Sequence[Delivery], outcome: str) -> None:
    ended = Delivery.objects.filter(id__in=[delivery.id for delivery in deliveries], ended_at=None)
    ended.update(ended_at=clock.now(), outcome=outcome, claimed_until=None)
