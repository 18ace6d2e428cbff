"""Who could be a newcomer's buddy, and drawing one."""

from __future__ import annotations

import secrets

from django.db.models import Count, Q, QuerySet

from vloot.people import reads
from vloot.people.engine import Candidate, draw
from vloot.people.models import Kind, Person, RoleName


def draw_for(person: Person) -> int | None:
    """Somebody for this newcomer; None when nobody can be asked.

    Not their manager, not another newcomer. First whoever shares their team, then a language; among those the
    ones who look after the fewest newcomers, and of these one by lot.
    """
    first_day = reads.first_day_of_newcomers()
    settled = Q(joined_on__isnull=True) | Q(joined_on__lt=first_day)
    newcomers = Count("newcomers", filter=Q(newcomers__is_active=True, newcomers__joined_on__gte=first_day))
    rows = (
        possible(person)
        .filter(settled)
        .annotate(looks_after=newcomers)
        .values_list("id", "team_id", "languages", "looks_after")
    )
    spoken = set(person.languages)
    candidates = [
        Candidate(
            id=person_id,
            is_in_team=bool(team_id) and team_id == person.team_id,
            shares_language=bool(spoken & set(languages)),
            looks_after=looks_after,
        )
        for person_id, team_id, languages, looks_after in rows
    ]
    return draw(candidates, secrets.choice)


def possible(person: Person) -> QuerySet[Person]:
    """Who could be somebody's buddy: active members, not their manager."""
    others = Person.objects.filter(is_active=True, kind=Kind.HUMAN).exclude(
        id__in=[person.id, person.manager_id or 0]
    )
    return others.exclude(role_rows__name=RoleName.GUEST)
