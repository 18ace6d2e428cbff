"""Questions to the events."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from vloot.ground import clock
from vloot.ground.database import sql
from vloot.ground.errors import NotFound
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.cards import SELECT, of_row
from vloot.people.reads import PersonCard
from vloot.talk.events import seats
from vloot.talk.events.models import Event, EventReply
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post

SHOWN = 12  # names of those who come, on a card
_PARTS = """
select e.post_id, e.starts_at, e.ends_at, e.zone, e.place, e.link, e.capacity, e.cancelled_at is not null, e.cancelled_reason,
       coalesce(mine.answer, ''),
       e.capacity is not null and mine.answer = 'yes' and (
           select count(*) from talk_event_reply r where r.event_id = e.post_id and r.answer = 'yes' and r.id < mine.id
       ) >= e.capacity,
       case when e.capacity is not null then greatest(0, e.capacity - (
           select count(*) from talk_event_reply r where r.event_id = e.post_id and r.answer = 'yes'
       )) end
from talk_event e left join talk_event_reply mine on mine.event_id = e.post_id and mine.person_id = %(me)s
where e.post_id = any(%(ids)s::bigint[])
"""
# Of each event, the first who come by name, one more than is shown: among those who have a place.
_COMING = """
select e.post_id, person.*
from talk_event e cross join lateral (
    select r.person_id from (
        select person_id, row_number() over (order by id) as turn from talk_event_reply
        where event_id = e.post_id and answer = 'yes'
    ) r
    join people_person n on n.id = r.person_id
    where e.capacity is null or r.turn <= e.capacity
    order by n.sort_key, n.id limit %(shown)s
) coming
join ({persons}) person on person.id = coming.person_id
where e.post_id = any(%(ids)s::bigint[])
""".replace("{persons}", SELECT)


class EventPart(msgspec.Struct, frozen=True, kw_only=True):
    """What an event's card shows beyond a post's. `coming` are the first by name; `are_more` says that there are others."""

    starts_at: datetime
    ends_at: datetime
    zone: str
    place: str
    link: str
    capacity: int | None
    left: int | None  # places nobody has; None when all have room
    is_cancelled: bool
    cancelled_reason: str
    is_over: bool
    answer: str  # what the reader said: "yes", "maybe", "no" or ""
    is_waiting: bool  # said yes, and has no place yet
    coming: list[PersonCard]
    are_more: bool


class _Row(NamedTuple):
    starts_at: datetime
    ends_at: datetime
    zone: str
    place: str
    link: str
    capacity: int | None
    is_cancelled: bool
    cancelled_reason: str
    answer: str
    is_waiting: bool | None
    left: int | None


class Said(msgspec.Struct, frozen=True):
    """Who said what to an event, each alphabetically."""

    coming: list[PersonCard]
    waiting: list[PersonCard]
    maybe: list[PersonCard]
    no: list[PersonCard]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An event as a calendar holds it."""

    id: int
    title: str
    source: str
    starts_at: datetime
    ends_at: datetime
    place: str
    link: str
    revision: int
    changed_at: datetime
    is_cancelled: bool
    is_sure: bool = True  # its reader comes, and has a place


def parts(actor: Actor, post_ids: Collection[int]) -> dict[int, EventPart]:
    """What the cards of events show, in two queries."""
    asked = {"me": actor.person_id, "ids": sql.array(post_ids)}
    coming: dict[int, list[PersonCard]] = {}
    for post_id, *columns in sql.rows(_COMING, {"ids": asked["ids"], "shown": SHOWN + 1}):
        coming.setdefault(post_id, []).append(of_row(tuple(columns)))
    now = clock.now()
    found = {}
    for post_id, *columns in sql.rows(_PARTS, asked):
        row = _Row(*columns)
        known = people.alphabetical(coming.get(post_id, []))
        told: dict[str, Any] = row._asdict() | {"is_waiting": bool(row.is_waiting)}
        found[post_id] = EventPart(
            **told, is_over=row.ends_at <= now, coming=known[:SHOWN], are_more=len(known) > SHOWN
        )
    return found


def get(actor: Actor, post_id: int) -> Event:
    """An event the actor may see, with its post. Raises NotFound."""
    seen = Post.objects.filter(posts.visible(actor), pk=post_id, removed_at=None).values("id")
    found = Event.objects.filter(post__in=seen).select_related("post", "post__space").first()
    if found is None:
        raise NotFound
    return found


def said_to(event: Event) -> Said:
    """Everybody who replied to an event that was obtained by the reader."""
    replies = list(EventReply.objects.filter(event=event).order_by("id").values_list("person_id", "answer"))
    cards = people.cards({person for person, _answer in replies})
    said = {answer: [person for person, given in replies if given == answer] for answer in EventReply.ANSWERS}
    taken = seats.split(said[EventReply.YES], event.capacity)
    lists = (taken.seated, taken.waiting, said[EventReply.MAYBE], said[EventReply.NO])
    return Said(*(people.alphabetical(cards[person] for person in chosen) for chosen in lists))


def entry(event: Event) -> Entry:
    """One event for a calendar."""
    return Entry(
        id=event.post_id,
        title=event.post.title,
        source=event.post.source,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        place=event.place,
        link=event.link,
        revision=event.revision,
        changed_at=event.changed_at,
        is_cancelled=event.cancelled_at is not None,
    )
