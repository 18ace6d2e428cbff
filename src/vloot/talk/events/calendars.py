"""The calendar that a person's own programs read, at an address that is its only key."""

from datetime import timedelta

from django.utils.crypto import constant_time_compare, salted_hmac
from msgspec.structs import replace

from vloot.ground import clock, ids
from vloot.ground.errors import NotFound
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.events import reads
from vloot.talk.events.models import CalendarKey, Event, EventReply
from vloot.talk.events.reads import Entry
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post

KEPT = timedelta(days=90)  # how long past events stay in it


def token_of(person_id: int) -> str:
    """The secret part of the address of somebody's calendar. Nothing that is stored gives it away."""
    renewals = CalendarKey.objects.filter(pk=person_id).values_list("renewals", flat=True).first() or 0
    return f"{person_id}-{_mac(person_id, renewals)}"


def owner_of(token: str) -> Actor:
    """Whose calendar an address opens, with the rights they have now. Raises NotFound for a wrong or renewed one, and for who has left."""
    number, _dash, mac = token.partition("-")
    person_id = ids.read(number)
    if person_id is None or not constant_time_compare(
        mac.encode(), token_of(person_id).partition("-")[2].encode()
    ):
        raise NotFound
    return people.actor_for(person_id)


def mine(actor: Actor) -> list[Entry]:
    """The events the actor said yes or maybe to, as far as they may still read them; the past ones for three months."""
    said = dict(
        EventReply.objects.filter(person_id=actor.person_id)
        .exclude(answer=EventReply.NO)
        .values_list("event_id", "answer")
    )
    visible = Post.objects.filter(posts.visible(actor), removed_at=None, id__in=said).values("id")
    found = Event.objects.filter(post__in=visible, ends_at__gt=clock.now() - KEPT).select_related("post")
    waiting = (
        {post_id for post_id, part in reads.parts(actor, list(said)).items() if part.is_waiting}
        if said
        else set()
    )
    entries = []
    for event in found.order_by("starts_at", "post_id"):
        entry = reads.entry(event)
        is_sure = said[event.post_id] == EventReply.YES and event.post_id not in waiting
        entries.append(entry if is_sure else replace(entry, is_sure=False))
    return entries


def _mac(person_id: int, renewals: int) -> str:
    return salted_hmac("vloot.talk.calendar", f"{person_id}:{renewals}", algorithm="sha256").hexdigest()[:40]
