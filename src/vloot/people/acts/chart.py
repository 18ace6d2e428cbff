"""Importing the formal chart."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from vloot.ground import ids
from vloot.ground.errors import require
from vloot.ground.text import sort_key
from vloot.logbook.acts import record
from vloot.people import buddies, reads, rules, typed
from vloot.people.actor import Actor
from vloot.people.chart.plan import CHART_FIELDS, Plan, Standing
from vloot.people.chart.rows import ChartReport, ChartRow
from vloot.people.chart.teams import PlannedTeam, Teams
from vloot.people.models import Person, Team

_BATCH = 1000


def import_people_many(*, by: Actor, rows: Sequence[ChartRow], is_dry_run: bool = False) -> ChartReport:
    """Bring the chart up to the file: people are added and changed, never removed; what is empty stays.

    One bad row and nothing is written; the report says what every row does or why it is bad. The same file twice
    changes nothing the second time. Newcomers among the new get a buddy. Raises Refused when the rule says no.
    """
    require(rules.may_import(by))
    with transaction.atomic():
        people = {person.id: person for person in Person.objects.select_for_update().order_by("id")}
        plan = Plan(map(_standing, people.values()), Teams(map(_team, Team.objects.order_by("id"))), rows)
        report = ChartReport(
            lines=plan.lines, is_dry_run=is_dry_run, new_teams=[team.name for team in plan.teams.new]
        )
        if not report.is_refused and not is_dry_run:
            _write(by, plan, report, people)
    return report


def _write(by: Actor, plan: Plan, report: ChartReport, people: dict[int, Person]) -> None:
    if not plan.teams.new and report.counts["same"] == len(report.lines):
        return
    Team.objects.bulk_create(
        Team(
            id=team.id, name=team.name, slug=team.slug, parent_id=team.parent_id, sort_key=sort_key(team.name)
        )
        for team in plan.teams.new
    )
    new: list[Person] = []
    changed: list[Person] = []
    for standing in plan.people.values():
        person = people.get(standing.id) or Person(id=standing.id)
        if standing.is_new:
            person.set_unusable_password()
        (new if standing.is_new else changed).append(person)
        for field in (*CHART_FIELDS, "kind"):
            setattr(person, field, getattr(standing, field))
        typed.set_names(person, standing.name)
    # Whoever is new may report to somebody who is new too: managers only once everybody is there.
    leaders = {person.id: person.manager_id for person in new}
    for person in new:
        person.manager_id = None
    Person.objects.bulk_create(new, batch_size=_BATCH)
    for person in new:
        person.manager_id = leaders[person.id]
    fields = ["name", "first_name", "last_name", "sort_key", "username", "email", "kind"]
    fields += ["team", "manager", "function", "joined_on"]
    Person.objects.bulk_update([*new, *changed], fields, batch_size=_BATCH)
    _give_buddies(new)
    record(
        kind="PeopleImported",
        actor_id=by.person_id or None,
        object_id=ids.new(),
        origin=by.origin,
        details=report.counts,
    )


def _give_buddies(new: Sequence[Person]) -> None:
    first_day = reads.first_day_of_newcomers()
    for person in new:
        if person.joined_on and person.joined_on >= first_day:
            person.buddy_id = buddies.draw_for(person)
            person.save(update_fields=["buddy"])


def _standing(person: Person) -> Standing:
    standing = Standing(id=person.id, kind=person.kind, is_active=person.is_active)
    for field in CHART_FIELDS:
        setattr(standing, field, getattr(person, field))
    standing.has_signed_in = person.last_login is not None
    return standing


def _team(team: Team) -> PlannedTeam:
    return PlannedTeam(id=team.id, name=team.name, slug=team.slug, parent_id=team.parent_id)
