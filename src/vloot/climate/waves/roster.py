"""Who is asked: everybody who works here, by the team they are in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from vloot.climate.engine import merging
from vloot.climate.engine.merging import Merged, Team
from vloot.people import models as people
from vloot.people.models import Person, RoleName

LEAST = 10  # people in a reporting group, where there are so many
NO_TEAM = 0


def everybody() -> dict[int, list[int]]:
    """Who works here, by team; guests, bots and names from imports are not asked."""
    asked = Person.objects.filter(is_active=True, kind="human").exclude(role_rows__name=RoleName.GUEST)
    found: dict[int, list[int]] = {}
    for person_id, team_id in asked.order_by("id").values_list("id", "team_id"):
        found.setdefault(team_id or NO_TEAM, []).append(person_id)
    return found


def groups(by_team: Mapping[int, Sequence[int]]) -> list[Merged]:
    """The reporting groups of these people, from the chart as it is now."""
    teams = [
        Team(team_id, name, parent_id, len(by_team.get(team_id, ())))
        for team_id, name, parent_id in people.Team.objects.values_list("id", "name", "parent_id")
    ]
    alone = Team(NO_TEAM, _("People without a team"), None, len(by_team.get(NO_TEAM, ())))
    return merging.merge([*teams, alone], least=LEAST)
