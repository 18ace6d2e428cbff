"""What pages show of a walk and of a promise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct

from vloot.ground import clock, ids
from vloot.meet.walks import lock, rules
from vloot.meet.walks.models import Place, Promise, Walk
from vloot.people.actor import Actor
from vloot.people.cards import PersonCard, cards

WAITING, AGREED, OVER, DECLINED, LAPSED, OFF = "waiting", "agreed", "over", "declined", "lapsed", "off"


class WalkCard(Struct, frozen=True, kw_only=True):
    """A walk as somebody sees it. `state` is waiting, agreed, over, declined, lapsed or off; `answer` only the two read."""

    id: int
    state: str
    leader: PersonCard
    host: PersonCard | None
    is_offer: bool
    is_leader: bool
    is_host: bool
    place: str
    spot: str
    wish: str
    moments: list[datetime]
    starts_at: datetime | None
    ends_at: datetime | None
    asked_at: datetime
    answer: str
    off_because: str

    @property
    def where(self) -> str:
        """The place and where exactly, as far as they are known."""
        return ", ".join(part for part in (self.place, self.spot) if part)

    @property
    def days(self) -> list[datetime]:
        """The moments that are still to come."""
        return [one for one in self.moments if one > clock.now()]


class PromiseCard(Struct, frozen=True, kw_only=True):
    """A promise as everybody sees it, and what this reader may do with it."""

    id: int
    walk_id: int
    leader: PersonCard
    text: str
    is_easy: bool
    promised_at: datetime
    due_on: date
    is_done: bool
    is_kept: bool
    is_given_up: bool
    because: str
    is_late: bool
    may_keep: bool
    may_confirm: bool


def of_walks(actor: Actor, walks: Iterable[Walk]) -> list[WalkCard]:
    """The cards of some walks, as this reader sees them."""
    found = list(walks)
    people = cards(person for walk in found for person in (walk.leader_id, walk.host_id) if person)
    names = dict(Place.objects.filter(id__in={walk.place_id for walk in found}).values_list("id", "name"))
    return [_card(actor, walk, people, names) for walk in found]


def _card(actor: Actor, walk: Walk, people: dict[int, PersonCard], names: dict[int, str]) -> WalkCard:
    is_ours = actor.person_id in (walk.leader_id, walk.host_id)
    return WalkCard(
        id=walk.id,
        state=_state(walk),
        leader=people[walk.leader_id],
        host=people[walk.host_id] if walk.host_id else None,
        is_offer=walk.is_offer,
        is_leader=actor.person_id == walk.leader_id,
        is_host=actor.person_id == walk.host_id,
        place=names.get(walk.place_id or 0, ""),
        spot=walk.spot,
        wish=walk.wish,
        moments=walk.moments,
        starts_at=walk.starts_at,
        ends_at=walk.starts_at + lock.LONG if walk.starts_at else None,
        asked_at=ids.moment(walk.id),
        answer=walk.answer if is_ours else "",
        off_because=walk.off_because if is_ours else "",
    )


def _state(walk: Walk) -> str:
    if walk.off_at:
        return OFF
    if walk.starts_at:
        return OVER if rules.is_over(walk) else AGREED
    if walk.answered_at:
        return DECLINED
    return WAITING if rules.is_waiting(walk) else LAPSED


def of_promises(actor: Actor, promises: Iterable[Promise]) -> list[PromiseCard]:
    """The cards of some promises, and what this reader may do with each."""
    found = list(promises)
    walks = Walk.objects.select_related("host").in_bulk([one.walk_id for one in found])
    people = cards(walk.leader_id for walk in walks.values())
    today = clock.now().date()
    for one in found:
        one.walk = walks[one.walk_id]
    return [
        PromiseCard(
            id=one.id,
            walk_id=one.walk_id,
            leader=people[one.walk.leader_id],
            text=one.text,
            is_easy=one.is_easy,
            promised_at=ids.moment(one.id),
            due_on=one.due_on,
            is_done=one.done_at is not None,
            is_kept=one.kept_at is not None,
            is_given_up=one.given_up_at is not None,
            because=one.because,
            is_late=one.done_at is None and one.given_up_at is None and one.due_on < today,
            may_keep=bool(rules.may_keep(actor, one)) and one.done_at is None,
            may_confirm=bool(rules.may_confirm(actor, one)),
        )
        for one in found
    ]
