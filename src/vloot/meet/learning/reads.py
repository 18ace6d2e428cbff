"""Questions to the logs: one's own, what was said in the open, and what a month brought the whole company."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Count, Q
from msgspec import Struct

from vloot.company.settings.reads import minimum_group
from vloot.ground import clock, ids, privacy
from vloot.ground.errors import NotFound
from vloot.ground.privacy import Figure
from vloot.meet.learning import rules
from vloot.meet.learning.models import Learned, Turn
from vloot.people.actor import Actor
from vloot.people.cards import PersonCard, cards
from vloot.talk.posts import rules as posts
from vloot.talk.posts.models import Post

MOST_SHOWN = 50
MONTHS_SHOWN = 3


class LearnedCard(Struct, frozen=True, kw_only=True):
    """An entry of one's own log."""

    id: int
    after: str
    at: datetime
    expected: str
    found: str
    will_change: str
    changed_mind: bool
    post_id: int | None


class TurnCard(Struct, frozen=True, kw_only=True):
    """ "I used to …, now I …", as a post that this reader may read."""

    post_id: int
    person: PersonCard
    html: str
    at: datetime


class Month(Struct, frozen=True, kw_only=True):
    """What a month brought: at least so many notes, and to how many of those who wrote one it changed their mind."""

    begins: date
    notes: int
    changed: Figure | None


def get(actor: Actor, learned_id: int) -> Learned:
    """One of one's own. Raises NotFound."""
    found = Learned.objects.filter(rules.visible(actor), pk=learned_id).first()
    if found is None:
        raise NotFound
    return found


def mine(actor: Actor) -> list[LearnedCard]:
    """One's own log, the newest first."""
    found = Learned.objects.filter(rules.visible(actor)).order_by("-id")[:MOST_SHOWN]
    return [
        LearnedCard(
            id=one.id,
            after=one.after,
            at=ids.moment(one.id),
            expected=one.expected,
            found=one.found,
            will_change=one.will_change,
            changed_mind=one.changed_mind,
            post_id=one.post_id,
        )
        for one in found
    ]


def months() -> list[Month]:
    """The last months that are over and in which enough people wrote, the newest first: never who, never how many a person wrote."""
    end, found = clock.now().date().replace(day=1), []
    for _n in range(MONTHS_SHOWN):
        begin = (end - timedelta(days=1)).replace(day=1)
        if (month := _month(begin, end)) is not None:
            found.append(month)
        end = begin
    return found


def turns_after(actor: Actor, walk_id: int) -> list[TurnCard]:
    """What who walked does otherwise now, as far as the actor may read it."""
    return _turns(actor, Q(walk_id=walk_id))


def turns_of(actor: Actor, person_id: int) -> list[TurnCard]:
    """The same of one person, the newest first."""
    return _turns(actor, Q(person_id=person_id))


def _month(begin: date, end: date) -> Month | None:
    within = Q(id__gte=ids.first(_midnight(begin)), id__lt=ids.first(_midnight(end)))
    counted = Learned.objects.filter(within).aggregate(
        notes=Count("id"),
        people=Count("person", distinct=True),
        changed=Count("person", distinct=True, filter=Q(changed_mind=True)),
    )
    smallest = minimum_group()
    notes = privacy.at_least(counted["notes"], counted["people"], smallest=smallest)
    if notes is None:
        return None
    figure = privacy.shown(counted["changed"], counted["people"], smallest=smallest)
    return Month(begins=begin, notes=notes, changed=figure)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), tzinfo=clock.now().tzinfo)


def _turns(actor: Actor, which: Q) -> list[TurnCard]:
    readable = Q(post__in=Post.objects.filter(posts.visible(actor), removed_at=None))
    found = list(
        Turn.objects.filter(which & readable).select_related("post").order_by("-post_id")[:MOST_SHOWN]
    )
    people = cards(one.person_id for one in found)
    return [
        TurnCard(
            post_id=one.post_id, person=people[one.person_id], html=one.post.html, at=ids.moment(one.post_id)
        )
        for one in found
    ]
