"""What the mailroom remembers. Nobody does these deeds: mail arrives, and mail comes back."""

from datetime import timedelta

from django.db import connection, transaction

from vloot.ground import clock, text
from vloot.logbook import acts as logbook
from vloot.mailroom import engine
from vloot.mailroom.models import Arrival, Excuse, Trouble

KEPT_DAYS = 90  # longer than a reply address lives
ONE_EXCUSE = timedelta(hours=1)
MOST_RETURNS = 3  # in a month: then an address is taken for dead
FORGIVEN = timedelta(days=30)
_ARRIVE = "insert into mailroom_arrival (key, at) values (%(key)s, %(at)s) on conflict do nothing"


def note_arrival(key: str) -> bool:
    """Remember, in the caller's transaction, that a mail was taken in. False when it was before; waits for who takes it just now."""
    with connection.cursor() as cursor:
        cursor.execute(_ARRIVE, {"key": key, "at": clock.now()})
        return bool(cursor.rowcount == 1)


def note_excuse(address: str) -> bool:
    """Remember that a sender is told why not. False when they were told within the hour: then say nothing."""
    sender, now = engine.digest(address), clock.now()
    with transaction.atomic():
        known = Excuse.objects.select_for_update().filter(sender=sender).first()
        if known and known.at > now - ONE_EXCUSE:
            return False
        Excuse.objects.update_or_create(sender=sender, defaults={"at": now})
    return True


def note_return(*, person_id: int, address: str, letter: str, words: str) -> bool:
    """Mail to somebody's address came back for good; `letter` says which. Returns whether the address is taken for dead now."""
    now = clock.now()
    with transaction.atomic():
        trouble, is_new = Trouble.objects.select_for_update().get_or_create(
            person_id=person_id, defaults={"address": address, "last_at": now}
        )
        if not is_new and trouble.last_key == letter[:64]:
            return trouble.failing_at is not None
        if trouble.address != address or trouble.last_at < now - FORGIVEN:
            trouble.address, trouble.returns, trouble.failing_at = address, 0, None
        trouble.returns += 1
        trouble.last_at, trouble.last_key, trouble.words = now, letter[:64], text.line(words)[:300]
        is_dead = trouble.failing_at is None and trouble.returns >= MOST_RETURNS
        if is_dead:
            trouble.failing_at = now
            logbook.record(kind="AddressFailed", actor_id=None, object_id=person_id, origin="mail")
        trouble.save()
    return trouble.failing_at is not None


def try_again(*, person_id: int) -> None:
    """Somebody says their address works, or wrote from it: send there again."""
    Trouble.objects.filter(person_id=person_id).delete()


def prune() -> int:
    """Drop arrivals of 90 days ago and excuses of yesterday. Returns how many."""
    old, _ = Arrival.objects.filter(at__lt=clock.ago(days=KEPT_DAYS)).delete()
    told, _ = Excuse.objects.filter(at__lt=clock.ago(days=1)).delete()
    return old + told
