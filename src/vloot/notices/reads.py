"""Questions to the notices; everybody only asks about their own."""

from collections.abc import Callable, Collection
from datetime import datetime

import msgspec
from django.db.models import Q

from vloot.ground import ids
from vloot.ground.database import sql
from vloot.notices import words
from vloot.notices.models import Notice
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.reads import PersonCard

_UNREAD = "select distinct space_id from notices_notice where person_id = %(me)s and read_at is null"


class NoticeCard(msgspec.Struct, frozen=True, kw_only=True):
    """A notice as its person sees it: a sentence with names, a title to follow, and the reason."""

    id: int
    kind: str
    sentence: str  # has the place "%(who)s"
    reason: str
    actors: list[PersonCard]
    title: str
    link: str
    at: datetime
    is_read: bool


def listed(
    actor: Actor, readable: Collection[int], *, before: int | None = None, limit: int = 30
) -> list[NoticeCard]:
    """The actor's notices, the newest first; of spaces only those in `readable`."""
    found = Notice.objects.filter(_shown(actor, readable))
    if before is not None:
        found = found.filter(id__lt=before)
    return _cards(list(found.order_by("-id")[:limit]))


def unread(actor: Actor, readable: Collection[int]) -> int:
    """How many notices the actor has not read, up to 99."""
    return Notice.objects.filter(_shown(actor, readable), read_at=None)[:99].count()


def has_unread(actor: Actor, readable: Callable[[], Collection[int]]) -> bool:
    """Whether there is a notice the actor has not read; `readable` is only asked for when it depends on a space."""
    spaces = {row[0] for row in sql.rows(_UNREAD, {"me": actor.person_id})}
    return bool(spaces) and (None in spaces or not spaces.isdisjoint(readable()))


def _shown(actor: Actor, readable: Collection[int]) -> Q:
    return Q(person_id=actor.person_id) & (Q(space_id=None) | Q(space_id__in=readable))


def _cards(found: list[Notice]) -> list[NoticeCard]:
    persons = people.cards({actor for notice in found for actor in notice.actor_ids})
    return [
        NoticeCard(
            id=notice.id,
            kind=notice.kind,
            sentence=str(words.SENTENCES[notice.kind]),
            reason=str(words.REASONS[notice.kind]),
            actors=[persons[actor] for actor in reversed(notice.actor_ids) if actor in persons],
            title=notice.title,
            link=notice.link,
            at=ids.moment(notice.id),
            is_read=notice.read_at is not None,
        )
        for notice in found
    ]
