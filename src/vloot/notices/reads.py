"""Questions to the notices; everybody only asks about their own."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

import msgspec
from django.db.models import Q

from vloot.ground import ids
from vloot.ground.database import sql
from vloot.notices import words
from vloot.notices.models import Attention, Delivery, Notice
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard

_UNREAD = """
select distinct space_id from notices_notice where person_id = %(me)s and read_at is null and is_on_page
"""

_HEARS = """
select hears from notices_attention
where person_id = %(me)s and (space_id = %(space)s or thread_id = %(thread)s) limit 1
"""


class NoticeCard(msgspec.Struct, frozen=True, kw_only=True):
    """A notice as its person sees it: a sentence with names, a title to follow, and the reason.

    `group` is the group of events it belongs to, `post_id` the newest post that made it (or what else did).
    """

    id: int
    kind: str
    group: str
    sentence: str  # has the place "%(who)s"
    reason: str
    actors: list[PersonCard]
    title: str
    link: str
    at: datetime
    is_read: bool
    space_id: int | None
    thread_id: int | None
    post_id: int


def listed(
    actor: Actor,
    readable: Mapping[int, str],
    *,
    before: int | None = None,
    limit: int = 30,
    only_unread: bool = False,
) -> list[NoticeCard]:
    """The actor's notices, the newest first; of spaces only those in `readable`, which gives their names."""
    found = Notice.objects.filter(_shown(actor, readable))
    if before is not None:
        found = found.filter(id__lt=before)
    if only_unread:
        found = found.filter(read_at=None)
    rows = list(found.order_by("-id")[:limit])
    return _cards([(notice, notice.actor_ids, notice.event_ids) for notice in rows], readable)


def cards_of(deliveries: Sequence[Delivery], readable: Mapping[int, str]) -> list[NoticeCard]:
    """What some deliveries tell, the newest first: only the deeds that were not told before."""
    newest = sorted(deliveries, key=lambda delivery: -delivery.notice_id)
    return _cards([(d.notice, d.actor_ids, d.event_ids) for d in newest], readable)


def unread(actor: Actor, readable: Collection[int]) -> int:
    """How many notices the actor has not read, up to 99."""
    return Notice.objects.filter(_shown(actor, readable), read_at=None)[:99].count()


def has_unread(actor: Actor, readable: Callable[[], Collection[int]]) -> bool:
    """Whether there is a notice the actor has not read; `readable` is only asked for when it depends on a space."""
    spaces = {row[0] for row in sql.rows(_UNREAD, {"me": actor.person_id})}
    return bool(spaces) and (None in spaces or not spaces.isdisjoint(readable()))


def hears(person_id: int, *, space_id: int | None = None, thread_id: int | None = None) -> str:
    """How much somebody said they want to hear of a space, or of a thread; "" where they said nothing."""
    found = sql.rows(_HEARS, {"me": person_id, "space": space_id or 0, "thread": thread_id or 0})
    return str(found[0][0]) if found else ""


def who_hear_all(space_id: int, thread_id: int) -> tuple[set[int], set[int]]:
    """Who wants to hear everything of a space, and who of a thread."""
    found = Attention.objects.filter(Q(space_id=space_id) | Q(thread_id=thread_id), hears=Attention.ALL)
    rows = list(found.values_list("person_id", "thread_id"))
    return {person for person, thread in rows if not thread}, {person for person, thread in rows if thread}


def told_of(event_id: int) -> set[int]:
    """Who has been told of one post already, whatever the reason."""
    found = Notice.objects.filter(event_ids__contains=[event_id])
    return set(found.values_list("person_id", flat=True))


def _shown(actor: Actor, readable: Collection[int]) -> Q:
    seen = Q(space_id=None) | Q(space_id__in=list(readable))
    return Q(person_id=actor.person_id, is_on_page=True) & seen


def _cards(
    found: Sequence[tuple[Notice, Sequence[int], Sequence[int]]], spaces: Mapping[int, str]
) -> list[NoticeCard]:
    named = {actor for _notice, actors, _events in found for actor in actors}
    followed = {notice.because["id"] for notice, _a, _e in found if notice.because.get("what") == "person"}
    persons = people.cards(named | followed)
    return [
        NoticeCard(
            id=notice.id,
            kind=notice.kind,
            group=words.GROUPS[notice.kind],
            sentence=str(words.SENTENCES[notice.kind]),
            reason=_reason(notice, persons, spaces),
            actors=[persons[actor] for actor in dict.fromkeys(reversed(actors)) if actor in persons],
            title=notice.title,
            link=notice.link,
            at=ids.moment(notice.id),
            is_read=notice.read_at is not None,
            space_id=notice.space_id,
            thread_id=notice.thread_id,
            post_id=events[-1] if events else notice.object_id,
        )
        for notice, actors, events in found
    ]


def _reason(notice: Notice, persons: Mapping[int, PersonCard], spaces: Mapping[int, str]) -> str:
    """Why, with names as they are now."""
    because = notice.because
    if because:
        person = persons.get(because.get("id", 0))
        names = {
            "person": person.name if person else "",
            "space": spaces.get(because.get("id", 0), ""),
            "tag": because.get("tag", ""),
        }
        return str(words.FOLLOWED[because["what"]]) % names
    space = spaces.get(notice.space_id or 0, "")
    reasons = words.IN_SPACE if space and notice.kind in words.IN_SPACE else words.REASONS
    return str(reasons[notice.kind]) % {"space": space}
