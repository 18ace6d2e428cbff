"""A newcomer gets a buddy: somebody close, and fairly drawn."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from vloot.ground.errors import NotFound, Refused, require
from vloot.logbook.acts import record
from vloot.people import reads, rules
from vloot.people.actor import Actor
from vloot.people.engine import Candidate, draw
from vloot.people.models import Kind, Person, RoleName


def give_buddy(*, by: Actor, person_id: int, buddy_id: int | None = None) -> int | None:
    """Give somebody a buddy: the one chosen, or else one drawn. Returns the buddy's id, None when nobody can be.

    Raises Refused when the rule says no or the buddy is the person themselves, NotFound for an unknown person.
    """
    require(rules.may_give_buddy(by))
    with transaction.atomic():
        person = Person.objects.select_for_update().filter(id=person_id, is_active=True).first()
        if person is None:
            raise NotFound
        if buddy_id == person_id:
            raise Refused("buddy.self", _("Choose somebody else than the person themselves."), "buddy")
        if buddy_id is not None and not _possible(person).filter(id=buddy_id).exists():
            raise NotFound
        person.buddy_id = buddy_id or draw_buddy(person)
        person.save(update_fields=["buddy"])
        if person.buddy_id:
            details = {"buddy": person.buddy_id}
            record(
                kind="BuddyGiven",
                actor_id=by.person_id,
                object_id=person.id,
                origin=by.origin,
                details=details,
            )
    return person.buddy_id


def draw_buddy(person: Person) -> int | None:
    """Somebody for this newcomer; None when nobody can be asked.

    Not their manager, not another newcomer. First whoever shares their team, then a language; among those the
    ones who look after the fewest newcomers, and of these one by lot.
    """
    first_day = reads.first_day_of_newcomers()
    settled = Q(joined_on__isnull=True) | Q(joined_on__lt=first_day)
    newcomers = Count("newcomers", filter=Q(newcomers__is_active=True, newcomers__joined_on__gte=first_day))
    rows = (
        _possible(person)
        .filter(settled)
        .annotate(looks_after=newcomers)
        .values_list("id", "team_id", "languages", "looks_after")
    )
    spoken = set(person.languages)
    candidates = [
        Candidate(
            id=person_id,
            is_in_team=team_id is not None and team_id == person.team_id,
            shares_language=bool(spoken & set(languages)),
            looks_after=looks_after,
        )
        for person_id, team_id, languages, looks_after in rows
    ]
    return draw(candidates, secrets.choice)


def _possible(person: Person) -> QuerySet[Person]:
    others = Person.objects.filter(is_active=True, kind=Kind.HUMAN).exclude(
        id__in=[person.id, person.manager_id or 0]
    )
    return others.exclude(role_rows__name=RoleName.GUEST)
