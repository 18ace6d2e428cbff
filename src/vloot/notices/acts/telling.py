"""Telling people what concerns them, and taking back what is gone."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec
from django.db import transaction
from django.db.models import Q

from vloot.ground import clock, ids, jobs, live
from vloot.ground.live import Signal
from vloot.notices import carrying, choices, engine, groups, words
from vloot.notices.models import Attention, Delivery, Notice

MOST_NAMED = 20  # deeds kept on one notice
KEPT_DAYS = 90
_AT_ONCE = 1000  # rows

_Key = tuple[int, str, int]  # person, kind, object


class Because(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why somebody is told what they follow: `what` is person, space, thread or tag; `id` or, for a tag, `tag` says which."""

    what: str
    id: int = 0
    tag: str = ""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What a room has to tell somebody.

    `object_id` is what it is about: notes about the same bundle. `space_id` says who may see it (None: its person), `thread_id` in which
    thread it stands, `event_id` what exactly was done or written (for a post its id; it goes when that goes). `asked_at` is when its
    reader asked for this on a page, `void_at` from when on it is of no use to be told; `because` is needed only where the kind does not
    say why.
    """

    person_id: int
    kind: str
    object_id: int
    actor_id: int
    link: str
    title: str = ""
    space_id: int | None = None
    thread_id: int | None = None
    event_id: int = 0
    asked_at: datetime | None = None
    void_at: datetime | None = None
    because: Because | None = None


def tell_many(notes: Iterable[Note]) -> int:
    """Tell people, through every channel they want to be told. Returns how many were told.

    The same kind about the same thing, still unread, becomes one notice with several names.
    """
    with transaction.atomic():
        wanted = [note for note in notes if _has_words(note) and note.actor_id != note.person_id]
        if not wanted:
            return 0
        telling = _Telling(wanted)
        told = sum(telling.tell(note) for note in wanted)
        telling.write()
        if telling.is_due:
            jobs.defer("vloot.notices.deliver_now")
    return told


def forget_about(object_ids: Sequence[int]) -> None:
    """What some notices are about is gone, and so are they; of several deeds on one notice only those that are gone."""
    with transaction.atomic():
        Notice.objects.filter(object_id__in=object_ids).delete()
        gone = set(object_ids)
        touched = Q(event_ids__overlap=list(gone))
        for notice in Notice.objects.select_for_update().filter(touched):
            _keep_apart(notice, gone)
        for delivery in Delivery.objects.select_for_update().filter(touched, ended_at=None):
            _keep_apart(delivery, gone)


def take_back(*, kind: str, object_ids: Sequence[int]) -> None:
    """What was told of some things in this one way holds no more: it goes, with what still waits to be sent of it."""
    Notice.objects.filter(kind=kind, object_id__in=object_ids).delete()


def prune() -> int:
    """Drop notices older than 90 days. Returns how many."""
    return (
        Notice.objects.filter(id__lt=ids.first(clock.ago(days=KEPT_DAYS)))
        .delete()[1]
        .get(Notice._meta.label, 0)
    )


def _has_words(note: Note) -> bool:
    if note.kind not in words.SENTENCES:
        raise KeyError(f"{note.kind} has no words in notices/words.py")
    return True


def _keep_apart(kept: Notice | Delivery, gone: set[int]) -> None:
    left = [pair for pair in zip(kept.actor_ids, kept.event_ids, strict=True) if pair[1] not in gone]
    if not left:
        kept.delete()
        return
    kept.actor_ids, kept.event_ids = [pair[0] for pair in left], [pair[1] for pair in left]
    kept.save(update_fields=["actor_ids", "event_ids"])


class _Made(msgspec.Struct):
    """A notice that is being made: the unread one that it takes the place of, and what waits to be sent of it, by channel."""

    notice: Notice
    was: Notice | None
    waiting: dict[str, Delivery]


class _Telling:
    """One round of telling: what holds for everybody in it is asked once, and what comes of it is written once."""

    def __init__(self, notes: Sequence[Note]) -> None:
        persons = {note.person_id for note in notes}
        self.now = clock.now()
        self.channels = [channel for channel in (groups.MAIL, groups.PUSH) if channel in carrying.carriers()]
        self.rhythms = choices.Rhythms(persons)
        self.rests = choices.rests(persons) if self.channels else {}
        self.hearing = choices.Hearing(
            persons,
            {note.space_id for note in notes if note.space_id},
            {note.thread_id for note in notes if note.thread_id},
        )
        self.unread = _unread(notes)
        self.waiting = _waiting(self.unread.values())
        self.made: dict[_Key, _Made] = {}
        self.is_due = False

    def tell(self, note: Note) -> bool:
        """Tell one; whether it reaches them in any way."""
        hears = self.hearing.of(note.person_id, note.space_id, note.thread_id)
        if hears == Attention.NAMED and note.kind not in words.DIRECT:
            return False
        group = words.GROUPS[note.kind]
        rhythms = {channel: self.rhythms.of(note.person_id, group, channel) for channel in self.channels}
        wanted = {channel: rhythm for channel, rhythm in rhythms.items() if rhythm != groups.OFF}
        on_page = self.rhythms.of(note.person_id, group, groups.PAGE) != groups.OFF
        if not on_page and not wanted:
            return False
        made = self._bundled(note, on_page=on_page)
        if made is None:
            return False
        for channel, rhythm in wanted.items():
            self._queue(note, made, channel, rhythm)
        return True

    def write(self) -> None:
        """All that was made, in a fixed number of statements but for what takes the place of something."""
        made = list(self.made.values())
        if not made:
            return
        replaced = [one for one in made if one.was]
        gone = Notice.objects.filter(id__in=[one.was.id for one in replaced if one.was])
        # One unread notice about one thing: the old row gives way, what waits in the outbox goes with the new one.
        gone.update(read_at=self.now)
        Notice.objects.bulk_create([one.notice for one in made], batch_size=_AT_ONCE)
        for one in replaced:
            Delivery.objects.filter(notice=one.was).update(notice=one.notice)
        sent = [delivery for one in made for delivery in one.waiting.values()]
        known = [delivery for delivery in sent if not delivery._state.adding]
        Delivery.objects.bulk_update(known, ["actor_ids", "event_ids"], batch_size=_AT_ONCE)
        Delivery.objects.bulk_create(
            [delivery for delivery in sent if delivery._state.adding], batch_size=_AT_ONCE
        )
        gone.delete()
        live.announce_many(
            Signal(kind="notice", object_id=one.notice.id, person_id=one.notice.person_id)
            for one in made
            if one.notice.is_on_page
        )

    def _bundled(self, note: Note, *, on_page: bool) -> _Made | None:
        """The notice of a note, together with what is still unread about the same; None when just this was told already."""
        key, event = _key(note), note.event_id or note.object_id
        before = self.made.get(key)
        was = before.was if before else self.unread.get(key)
        known = before.notice if before else was
        told = list(zip(known.actor_ids, known.event_ids, strict=True)) if known else []
        if note.event_id and (note.actor_id, event) in told:
            return None
        pairs = [*told, (note.actor_id, event)][-MOST_NAMED:]
        notice = Notice(
            id=ids.new(),
            person_id=note.person_id,
            kind=note.kind,
            object_id=note.object_id,
            space_id=note.space_id,
            thread_id=note.thread_id,
            link=note.link,
            title=note.title[:200],
            actor_ids=[pair[0] for pair in pairs],
            event_ids=[pair[1] for pair in pairs],
            because=msgspec.to_builtins(note.because) if note.because else {},
            is_on_page=on_page,
        )
        waiting = before.waiting if before else self.waiting.get(was.id, {}) if was else {}
        for delivery in waiting.values():
            delivery.notice = notice
        self.made[key] = made = _Made(notice, was, waiting)
        return made

    def _queue(self, note: Note, made: _Made, channel: str, rhythm: str) -> None:
        delivery = made.waiting.get(channel)
        if delivery is None:
            due_at = engine.due(self.now, rhythm, channel, self.rests[note.person_id], note.asked_at)
            made.waiting[channel] = delivery = Delivery(
                notice=made.notice,
                person_id=note.person_id,
                channel=channel,
                rhythm=rhythm,
                happened_at=self.now,
                asked_at=note.asked_at,
                void_at=note.void_at,
                due_at=due_at,
            )
            self.is_due = self.is_due or due_at <= self.now
        delivery.actor_ids = [*delivery.actor_ids, note.actor_id][-MOST_NAMED:]
        delivery.event_ids = [*delivery.event_ids, note.event_id or note.object_id][-MOST_NAMED:]


def _key(one: Note | Notice) -> _Key:
    return one.person_id, one.kind, one.object_id


def _unread(notes: Sequence[Note]) -> dict[_Key, Notice]:
    """What somebody has not read yet of what the notes are about."""
    about = Notice.objects.filter(
        person_id__in={note.person_id for note in notes},
        kind__in={note.kind for note in notes},
        object_id__in={note.object_id for note in notes},
        read_at=None,
    )
    return {_key(notice): notice for notice in about.order_by("id").select_for_update()}


def _waiting(notices: Iterable[Notice]) -> dict[int, dict[str, Delivery]]:
    """What waits to be sent of these, by channel."""
    found: dict[int, dict[str, Delivery]] = {}
    asked = Delivery.objects.filter(notice__in=[notice.id for notice in notices], ended_at=None, parcel=None)
    for delivery in asked.order_by("id").select_for_update(of=("self",)):
        found.setdefault(delivery.notice_id, {})[delivery.channel] = delivery
    return found
