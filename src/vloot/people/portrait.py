"""A person's page: the human first, then their place in the chart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from vloot.people import reads, rules
from vloot.people.actor import Actor
from vloot.people.cards import PersonCard, alphabetical, cards, face_url
from vloot.people.languages import spoken_names
from vloot.people.models import Kind, Person, RoleName, Tenure


class Portrait(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a person's page shows. `can` names what this reader may do here."""

    card: PersonCard
    large_face_url: str
    username: str
    topics: list[str]
    learning: str
    how_to_work: str
    languages: list[str]
    working_hours: str
    time_zone: str
    tenure: str
    function: str
    team_id: int | None
    team_name: str
    manager: PersonCard | None
    reports: list[PersonCard]
    buddy: PersonCard | None
    newcomers: list[PersonCard]
    joined_on: date | None
    left_on: date | None
    roles: list[str]
    role_names: list[str]
    is_newcomer: bool
    is_in_top_team: bool
    can: frozenset[str]


def portrait(actor: Actor, person_id: int, shared_person_ids: Iterable[int] | None = None) -> Portrait:
    """The page of somebody this actor may see. Raises NotFound."""
    person = reads.get(actor, person_id, shared_person_ids)
    first_day = reads.first_day_of_newcomers()
    met = Person.objects.filter(rules.visible(actor, shared_person_ids), is_active=True)
    reports = set(met.filter(manager_id=person_id).values_list("id", flat=True))
    newcomers = set(met.filter(buddy_id=person_id, joined_on__gte=first_day).values_list("id", flat=True))
    above = set(
        met.filter(id__in=[person.manager_id or 0, person.buddy_id or 0]).values_list("id", flat=True)
    )
    shown = cards({person_id, *reports, *newcomers, *above})
    is_newcomer = person.joined_on is not None and person.joined_on >= first_day
    roles = reads.roles_of(person_id)
    return Portrait(
        card=shown[person_id],
        large_face_url=face_url(person.face, 320),
        username=person.username,
        topics=[topic.strip() for topic in person.ask_me_about.split(",") if topic.strip()],
        learning=person.learning,
        how_to_work=person.how_to_work,
        languages=spoken_names(person.languages),
        working_hours=person.working_hours,
        time_zone=person.time_zone,
        tenure=str(Tenure(person.tenure).label) if person.tenure else "",
        function=person.function,
        team_id=person.team_id,
        team_name=person.team.name if person.team else "",
        manager=shown.get(person.manager_id or 0),
        reports=alphabetical(shown[report] for report in reports),
        buddy=shown.get(person.buddy_id or 0) if is_newcomer else None,
        newcomers=alphabetical(shown[newcomer] for newcomer in newcomers),
        joined_on=person.joined_on,
        left_on=person.left_on,
        roles=sorted(roles),
        role_names=[str(RoleName(role).label) for role in RoleName.values if role in roles],
        is_newcomer=is_newcomer,
        is_in_top_team=Person.objects.filter(rules.in_top_team(), id=person_id).exists(),
        can=_can(actor, person, roles),
    )


def _can(actor: Actor, person: Person, roles: frozenset[str]) -> frozenset[str]:
    is_human = person.is_active and person.kind == Kind.HUMAN
    is_self = actor.person_id == person.id
    can = {
        "profile": is_self and is_human,
        "code": not is_self and rules.may_make_code(actor, person, roles).ok,
        "place": rules.may_change_place(actor).ok and is_human,
        "role": rules.may_give_role(actor).ok and is_human,
        "deactivate": rules.may_deactivate(actor).ok and person.is_active and not is_self,
        "reactivate": rules.may_deactivate(actor).ok and not person.is_active and person.kind == Kind.HUMAN,
        "buddy": rules.may_give_buddy(actor).ok and is_human and RoleName.GUEST not in roles,
    }
    return frozenset(deed for deed, allowed in can.items() if allowed)
