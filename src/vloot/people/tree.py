"""The formal chart as a tree of teams, with who leads each."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.db.models import F, Q

from vloot.people import rules
from vloot.people.actor import Actor
from vloot.people.cards import PersonCard, alphabetical, cards
from vloot.people.models import Person, Team


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """A team, who leads it, and the teams below it, alphabetically."""

    id: int
    name: str
    slug: str
    leads: list[PersonCard]
    below: list[Branch]


def tree(actor: Actor, shared_person_ids: Iterable[int] | None = None) -> list[Branch]:
    """The teams at the top, each with all that is below it. Names only people this actor may see, and for a guest their teams."""
    leads = _leads(actor, shared_person_ids)
    shown = cards(person_id for found in leads.values() for person_id in found)
    below: dict[int | None, list[Team]] = {}
    for team in _teams(actor, shared_person_ids):
        below.setdefault(team.parent_id, []).append(team)

    def branches(parent_id: int | None) -> list[Branch]:
        return [
            Branch(
                id=team.id,
                name=team.name,
                slug=team.slug,
                leads=alphabetical(shown[person_id] for person_id in leads.get(team.id, ())),
                below=branches(team.id),
            )
            for team in below.get(parent_id, ())
        ]

    return branches(None)


def team_names(actor: Actor, shared_person_ids: Iterable[int] | None = None) -> list[tuple[int, str]]:
    """Every team this actor may know of with its way from the top ("Ship > Deck"), in the order of the tree."""
    teams = {team.id: team for team in _teams(actor, shared_person_ids)}

    def way(team: Team) -> list[Team]:
        steps = [team]
        while steps[0].parent_id:
            steps.insert(0, teams[steps[0].parent_id])
        return steps

    ways = sorted((way(team) for team in teams.values()), key=lambda steps: [s.sort_key for s in steps])
    return [(steps[-1].id, " > ".join(step.name for step in steps)) for steps in ways]


def _teams(actor: Actor, shared_person_ids: Iterable[int] | None) -> list[Team]:
    """All teams, alphabetically; for a guest those of the people they may see, and the teams above these."""
    teams = list(Team.objects.order_by("sort_key", "id"))
    if not actor.is_guest:
        return teams
    above = {team.id: team.parent_id for team in teams}
    met = Person.objects.filter(rules.visible(actor, shared_person_ids), is_active=True, team__isnull=False)
    shown: set[int | None] = set()
    for own in set(met.values_list("team_id", flat=True)):
        at: int | None = own
        while at is not None and at not in shown:
            shown.add(at)
            at = above.get(at)
    return [team for team in teams if team.id in shown]


def _leads(actor: Actor, shared_person_ids: Iterable[int] | None) -> dict[int, set[int]]:
    """By team: its people who have somebody reporting to them, and report to nobody within the team."""
    within = Q(manager__team_id=F("team_id"), manager__is_active=True)
    found = Person.objects.filter(
        rules.visible(actor, shared_person_ids), rules.leads(), is_active=True, team__isnull=False
    )
    leads: dict[int, set[int]] = {}
    for person_id, team_id in found.exclude(within).values_list("id", "team_id"):
        leads.setdefault(team_id, set()).add(person_id)
    return leads
