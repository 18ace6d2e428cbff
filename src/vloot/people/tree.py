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
    """The teams at the top, each with all that is below it. Names only people this actor may see."""
    leads = _leads(actor, shared_person_ids)
    shown = cards(person_id for found in leads.values() for person_id in found)
    below: dict[int | None, list[Team]] = {}
    for team in Team.objects.order_by("sort_key", "id"):
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


def team_names() -> list[tuple[int, str]]:
    """Every team with its way from the top ("Ship > Deck"), in the order of the tree."""
    teams = {team.id: team for team in Team.objects.all()}

    def way(team: Team) -> list[Team]:
        steps = [team]
        while steps[0].parent_id:
            steps.insert(0, teams[steps[0].parent_id])
        return steps

    ways = sorted((way(team) for team in teams.values()), key=lambda steps: [s.sort_key for s in steps])
    return [(steps[-1].id, " > ".join(step.name for step in steps)) for steps in ways]


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
