"""Planning, changing and cancelling events, and saying whether one comes."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from vloot.company.switches import rules as switches
from vloot.ground import clock
from vloot.ground.errors import NotFound, Refused, Verdict, require
from vloot.people.actor import Actor
from vloot.talk.events import reminding, rules, seats
from vloot.talk.events.models import CalendarKey, Event, EventReply
from vloot.talk.posts import acts as posts
from vloot.talk.posts import recording
from vloot.talk.posts.acts import PostDraft
from vloot.talk.posts.models import Post

# Where a form shows what a rule refuses.
FIELDS = {
    "ends_first": "ends", "too_long": "ends", "not_ahead": "starts", "no_zone": "zone", "no_place": "place", "long_place": "place",
    "no_link": "link", "no_room": "capacity", "taken": "capacity",
}  # fmt: skip
DETAILS = ("starts_at", "ends_at", "zone", "place", "link", "capacity")


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """When and where, and for how many (None: for all who come)."""

    starts_at: datetime
    ends_at: datetime
    zone: str
    place: str = ""
    link: str = ""
    capacity: int | None = None


class EventDraft(msgspec.Struct, frozen=True, kw_only=True):
    """An event to plan."""

    space_id: int
    author_id: int
    title: str
    meeting: Meeting
    body: str = ""
    files: tuple[int, ...] = ()
    at: datetime | None = None
    external_key: str | None = None


def plan(*, by: Actor, draft: EventDraft) -> Post:
    """Plan an event. Refused without a title, a time that lies ahead, or a place or link."""
    return plan_many(by=by, drafts=[draft])[0]


def plan_many(*, by: Actor, drafts: Sequence[EventDraft]) -> list[Post]:
    """Plan events; a known external key gives the event that is there already."""
    switches.require_on(rules.ROOM, by)
    for draft in drafts:
        _require_title(draft.title)
        if not by.is_importer:
            _require_meeting(draft.meeting)
    with transaction.atomic():
        made = posts.place_many(by=by, drafts=[_as_post(draft) for draft in drafts])
        known = set(Event.objects.filter(post__in=made).values_list("post_id", flat=True))
        # What was removed here stays so, also when its import runs again.
        fresh = {
            post.id: draft.meeting
            for draft, post in zip(drafts, made, strict=True)
            if post.id not in known and not post.removed_at
        }
        Event.objects.bulk_create(
            [
                Event(post_id=post_id, changed_at=clock.now(), **_told(meeting))
                for post_id, meeting in fresh.items()
            ]
        )
    return made


def change(*, by: Actor, event: Post, meeting: Meeting, title: str, body: str) -> None:
    """Change an event. Who said yes gets to know when time or place change; more room lets the first of the waiting list in.

    Refused to all but who planned it and the hosts, and when fewer would fit than have a place.
    """
    _require_title(title)
    with transaction.atomic():
        found = _held(event)
        require(rules.may_change(by, found))
        if _told(meeting) != {name: getattr(found, name) for name in DETAILS}:
            _require_meeting(meeting)
            before = seats.of(found)
            _require(rules.may_shrink(meeting.capacity, len(before.seated)))
            moved = sorted(name for name, value in _told(meeting).items() if value != getattr(found, name))
            for name, value in _told(meeting).items():
                setattr(found, name, value)
            found.revision, found.changed_at = found.revision + 1, clock.now()
            found.save()
            up = seats.moved_up(before, seats.of(found))
            recording.changed("EventChanged", by, event, {"changed": moved, "moved_up": up})
        if (title.strip(), body.replace("\r\n", "\n").strip()) != (event.title, event.source):
            if event.author_id != by.person_id:
                raise Refused(
                    "not_author",
                    _("Only who planned this event changes its words; you can change when and where."),
                    "title",
                )
            posts.edit(by=by, post=event, title=title, body=body)


def cancel(*, by: Actor, event: Post, reason: str) -> None:
    """Call an event off, with a reason that everybody reads; who said yes gets to know. Refused to all but who planned it and the hosts."""
    words = reason.strip()
    with transaction.atomic():
        found = _held(event)
        require(rules.may_change(by, found))
        if not 3 <= len(words) <= 200:
            raise Refused("no_reason", _("Say in at most 200 characters why it is cancelled."), "reason")
        found.cancelled_at = found.changed_at = clock.now()
        found.cancelled_reason, found.revision = words, found.revision + 1
        found.save(update_fields=["cancelled_at", "changed_at", "cancelled_reason", "revision"])
        recording.changed("EventCancelled", by, event)


def reply(*, by: Actor, event: Post, answer: str) -> None:
    """Say yes, maybe or no under one's own name, or "" to take back what one said. Yes beyond the capacity waits in order of answering."""
    _say(by, event, {by.person_id: answer})


def reply_many(*, by: Actor, event: Post, answers: Sequence[tuple[int, str]]) -> None:
    """Note down what several people said, in this order. Refused to all but an importer."""
    if not by.is_importer:
        raise Refused("not_you", _("Everybody says for themselves whether they come."))
    _say(by, event, dict(answers))


def release(*, by: Actor, event: Post, person_ids: Sequence[int]) -> None:
    """Free the places of people who cannot come any more because they left; who waits moves up."""
    with transaction.atomic():
        found = _held(event)
        before = seats.of(found)
        EventReply.objects.filter(event=found, person_id__in=person_ids).delete()
        recording.changed("EventReplied", by, event, {"moved_up": seats.moved_up(before, seats.of(found))})


def renew_calendar(*, by: Actor) -> None:
    """Give one's calendar a new secret address; the old one opens nothing any more."""
    with transaction.atomic():
        found, _made = CalendarKey.objects.select_for_update().get_or_create(person_id=by.person_id)
        found.renewals += 1
        found.save(update_fields=["renewals"])


def _say(by: Actor, event: Post, answers: dict[int, str]) -> None:
    if set(answers.values()) - {*EventReply.ANSWERS, ""}:
        raise Refused("answer", _("Choose yes, maybe or no."), "answer")
    with transaction.atomic():
        found = _held(event)
        require(rules.may_reply(by, found))
        known = dict(
            EventReply.objects.filter(event=found, person_id__in=answers).values_list("person_id", "answer")
        )
        new = {person: answer for person, answer in answers.items() if known.get(person, "") != answer}
        if not new:
            return
        before = seats.of(found)
        EventReply.objects.filter(event=found, person_id__in=new).delete()
        passed = set() if by.is_importer else reminding.passed(found, new)
        EventReply.objects.bulk_create(
            [
                EventReply(
                    event=found,
                    person_id=person,
                    answer=answer,
                    reminded_for=found.starts_at if person in passed else None,
                )
                for person, answer in new.items()
                if answer
            ]
        )
        recording.changed("EventReplied", by, event, {"moved_up": seats.moved_up(before, seats.of(found))})


def _held(post: Post) -> Event:
    """The event, held until the transaction ends: one after the other, people say yes and no."""
    found = (
        Event.objects.select_for_update(of=("self",))
        .filter(pk=post.pk)
        .select_related("post", "post__space")
        .first()
    )
    if found is None:
        raise NotFound
    return found


def _require_title(title: str) -> None:
    if not title.strip():
        raise Refused("no_title", _("Say in one line what happens."), "title")


def _require_meeting(meeting: Meeting) -> None:
    _require(rules.may_be_held(meeting.starts_at, meeting.ends_at, meeting.zone))
    _require(rules.may_hold_at(meeting.place, meeting.link, meeting.capacity))


def _require(verdict: Verdict) -> None:
    if not verdict.ok:
        raise Refused(verdict.code, verdict.text, FIELDS.get(verdict.code, ""))


def _told(meeting: Meeting) -> dict[str, object]:
    return {
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "zone": meeting.zone,
        "place": meeting.place.strip(),
        "link": meeting.link.strip(),
        "capacity": meeting.capacity,
    }


def _as_post(draft: EventDraft) -> PostDraft:
    return PostDraft(
        kind=Post.EVENT,
        space_id=draft.space_id,
        author_id=draft.author_id,
        title=draft.title,
        body=draft.body,
        files=draft.files,
        at=draft.at,
        external_key=draft.external_key,
    )
