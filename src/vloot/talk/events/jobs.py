"""What follows for events: who comes gets to know of changes, who waited that they have a place."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec
from django.utils import formats, translation

from vloot.ground import clock
from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices import choices
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.events import acts
from vloot.talk.events.models import Event, EventReply
from vloot.talk.posts import jobs as posts
from vloot.talk.posts.models import Post


def tell_changed(entries: Sequence[Entry]) -> None:
    """Who said yes, or waits, gets to know that time or place changed; more room alone concerns only who moved up."""
    for entry in entries:
        if set(entry.details.get("changed", ())) - {"capacity"}:
            _tell("event_changed", entry, _coming(entry.object_id))


def tell_cancelled(entries: Sequence[Entry]) -> None:
    """Who said yes, or waits, gets to know that it is off."""
    for entry in entries:
        _tell("event_cancelled", entry, _coming(entry.object_id))


def tell_moved_up(entries: Sequence[Entry]) -> None:
    """Who waited and has a place now gets to know."""
    for entry in entries:
        _tell("event_moved_up", entry, [int(person) for person in entry.details.get("moved_up", ())])


def tell_near(entries: Sequence[Entry]) -> None:
    """Who said yes or maybe is reminded, as long as it still begins at that time and they still come."""
    for entry in entries:
        begins = datetime.fromisoformat(entry.details["starts_at"])
        event = Event.objects.filter(pk=entry.object_id, starts_at=begins, cancelled_at=None).first()
        post = Post.objects.filter(pk=entry.object_id, removed_at=None).select_related("root").first()
        if event is None or post is None or begins <= clock.now():
            continue
        asked = EventReply.objects.filter(event=event, person_id__in=entry.details["persons"])
        come = asked.exclude(answer=EventReply.NO).values_list("person_id", flat=True)
        told = posts.readers(post, come)
        rests = choices.rests(told)
        notices.tell_many(
            msgspec.structs.replace(
                posts.note("event_near", post, person, actor_id=0),
                title=_at(begins.astimezone(rests[person].zone), post.title, people.locale_of(person)),
                void_at=begins,
            )
            for person in told
        )


def forget_reminders(entries: Sequence[Entry]) -> None:
    """What reminds of a time at which the event does not begin any more is taken back."""
    moved = [e.object_id for e in entries if e.kind != "EventChanged" or "starts_at" in e.details["changed"]]
    notices.take_back(kind="event_near", object_ids=moved)


def tell_taken_away(entries: Sequence[Entry]) -> None:
    """An event that was taken away is off: who said yes, or waits, gets to know."""
    for entry in entries:
        ahead = Event.objects.filter(pk=entry.object_id, cancelled_at=None, ends_at__gt=clock.now())
        if ahead.exists():
            _tell("event_cancelled", entry, _coming(entry.object_id))


def forget_removed(entries: Sequence[Entry]) -> None:
    """To a removed event nobody comes any more."""
    Event.objects.filter(post__in=[entry.object_id for entry in entries]).delete()


def release_places(entries: Sequence[Entry]) -> None:
    """Who has left the company, or a space that only its members read, leaves their place to who waits."""
    for entry in entries:
        person = entry.object_id if entry.kind == "PersonDeactivated" else entry.actor_id or 0
        replies = EventReply.objects.filter(
            person_id=person, event__ends_at__gt=clock.now(), event__cancelled_at=None
        )
        if entry.kind == "SpaceLeft":
            replies = replies.filter(event__post__space_id=entry.space_id or 0)
        for post in Post.objects.filter(id__in=replies.values("event_id")):
            if not posts.readers(post, [person]):
                acts.release(by=Actor(person_id=person, origin=entry.origin), event=post, person_ids=[person])


def _coming(event_id: int) -> list[int]:
    return list(
        EventReply.objects.filter(answer=EventReply.YES, event_id=event_id).values_list(
            "person_id", flat=True
        )
    )


def _at(begins: datetime, title: str, locale: str) -> str:
    """ "Tuesday 24 November, 14:00: Toolbox talk", as the reader's wall clock and language have it."""
    with translation.override(locale):
        return f"{formats.date_format(begins, 'l j F, H:i')}: {title}"


def _tell(kind: str, entry: Entry, persons: Iterable[int]) -> None:
    post = Post.objects.filter(pk=entry.object_id).select_related("root", "author").first()
    wanted = list(persons)
    if post is None or not entry.is_news or not wanted:
        return
    told = posts.readers(post, wanted)
    notices.tell_many(posts.note(kind, post, person, actor_id=entry.actor_id) for person in told)
