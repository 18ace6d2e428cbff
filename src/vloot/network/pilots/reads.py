"""Questions to the pilots: who they are, whether I am asked, and what leaders can learn without anybody being named."""

from __future__ import annotations

from datetime import date

import msgspec
from django.db.models import Count, Q

from vloot.company.settings.reads import minimum_group
from vloot.ground import clock, ids, privacy
from vloot.ground.database import sql
from vloot.ground.privacy import Figure
from vloot.network.pilots import asking, rules, weighing
from vloot.network.pilots.models import Pilot, Quiet
from vloot.network.ties.gathering import WINDOW
from vloot.people.actor import Actor
from vloot.people.cards import alphabetical, cards
from vloot.people.models import Team
from vloot.people.reads import PersonCard


class PilotCard(msgspec.Struct, frozen=True, kw_only=True):
    """A pilot as they want to be found."""

    person: PersonCard
    topics: list[str]
    words: str


class Asked(msgspec.Struct, frozen=True):
    """That I am asked, and why: how many teams say that I helped. Until when it can be answered."""

    teams: int
    until: date


class Mine(msgspec.Struct, frozen=True, kw_only=True):
    """My own page: what I said yes to, or that I am asked, or neither; whether I never want to be."""

    pilot: PilotCard | None
    asked: Asked | None
    asking_until: date | None  # when weeks of asking are now, for everybody alike
    is_quiet: bool


def listed(actor: Actor) -> list[PilotCard]:
    """All pilots, by name."""
    found = {one.person_id: one for one in Pilot.objects.filter(rules.visible(actor))}
    return [_card(found[person.id], person) for person in alphabetical(cards(found).values())]


def topics_of(actor: Actor, person_id: int) -> list[str]:
    """What somebody is a pilot for; nothing for who is none."""
    found = Pilot.objects.filter(rules.visible(actor), person_id=person_id).values_list("topics", flat=True)
    return next(iter(found), [])


def mine(actor: Actor) -> Mine:
    """My own page; the same questions are asked for everybody."""
    now = asking.current()
    found = weighing.standing(actor.person_id, now) if now else None
    is_quiet = Quiet.objects.filter(person_id=actor.person_id).exists()
    own = Pilot.objects.filter(person_id=actor.person_id).first()
    is_asked = now is not None and found is not None and found.is_asked and not is_quiet and own is None
    return Mine(
        pilot=_card(own, cards([actor.person_id])[actor.person_id]) if own else None,
        asked=Asked(found.teams, now.until) if is_asked and now and found else None,
        asking_until=now.until if now else None,
        is_quiet=is_quiet,
    )


def teams_without(actor: Actor) -> list[str]:
    """Teams of at least the minimum group in which nobody is a pilot, by name."""
    if not listed(actor):
        return []
    own = set(Pilot.objects.filter(rules.visible(actor)).values_list("person__team_id", flat=True))
    here = Count("people", filter=Q(people__in=weighing.taking_part()))
    teams = Team.objects.annotate(here=here).filter(here__gte=minimum_group()).exclude(id__in=own - {None})
    return list(teams.order_by("sort_key").values_list("name", flat=True))


def resting_on_one() -> Figure | None:
    """Of the topics that were asked about and answered several times in half a year, on how many one person alone gave what helped."""
    since = ids.first(clock.now() - WINDOW)
    rows = sql.rows(sql.beside(__file__, "topics"), {"since": since})
    count, of = rows[0]
    return privacy.shown(count, of, smallest=minimum_group()) if of else None


def _card(pilot: Pilot, person: PersonCard) -> PilotCard:
    return PilotCard(person=person, topics=pilot.topics, words=pilot.words)
