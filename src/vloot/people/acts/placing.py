"""Persons and teams in bulk, for importers and the demo: people who may be only names, and bots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

import msgspec
from django.db import transaction

from vloot.ground import ids
from vloot.ground.errors import require
from vloot.ground.text import sort_key
from vloot.logbook.acts import record
from vloot.people import names, reads, rules, typed
from vloot.people.actor import Actor
from vloot.people.models import Person, Role, RoleName, Team

_BATCH = 1000


class PersonDraft(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to place. `external_key` names them for ever in the source they come from, like "slack:U023"."""

    external_key: str
    name: str
    kind: str = "human"  # or "bot", "placeholder"
    username: str = ""  # made from the name when empty; numbered when it is taken
    email: str | None = None
    first_name: str = ""
    last_name: str = ""
    face: str = ""
    ask_me_about: str = ""
    learning: str = ""
    how_to_work: str = ""
    languages: Sequence[str] = ()
    working_hours: str = ""
    tenure: str = ""
    function: str = ""
    team_id: int | None = None
    manager_key: str = ""  # the external key of somebody placed before or in the same call
    buddy_key: str = ""
    joined_on: date | None = None
    left_on: date | None = None
    is_active: bool = True
    locale: str = ""
    time_zone: str = ""
    roles: Sequence[str] = ()
    at: datetime | None = None  # the moment the id is made for

    @property
    def is_guest(self) -> bool:
        """Whether somebody would come in as a guest, with access."""
        return self.is_active and RoleName.GUEST in self.roles


class TeamDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A team to place; its slug names it. A parent comes before its children."""

    slug: str
    name: str
    parent_slug: str = ""


def place_many(*, by: Actor, drafts: Iterable[PersonDraft]) -> dict[str, int]:
    """Place persons in one go and give back their ids by external key; those already here stay untouched.

    An e-mail address that somebody here has makes the draft that person: their id is given back, and who had no key
    gets the draft's, so that they are known when their address has changed. Guests whom the company does not take are placed
    without access. Raises Refused when the rule says no.
    """
    require(rules.may_import(by))
    wanted = {draft.external_key: draft for draft in drafts}
    with transaction.atomic():
        known = reads.by_external_key(wanted)
        same = _by_email(draft for key, draft in wanted.items() if key not in known)
        for key, person_id in same.items():
            Person.objects.filter(id=person_id, external_key=None).update(external_key=key)
        known |= same
        fresh = [draft for key, draft in wanted.items() if key not in known]
        if not fresh:
            return known
        rows = _rows(_admitted(fresh))
        Person.objects.bulk_create(rows.values(), batch_size=_BATCH)
        found = known | {key: row.id for key, row in rows.items()}
        above = {key for draft in fresh for key in (draft.manager_key, draft.buddy_key) if key}
        _join(fresh, rows, reads.by_external_key(above - found.keys()) | found)
        Role.objects.bulk_create(
            [Role(person=rows[draft.external_key], name=role) for draft in fresh for role in draft.roles]
        )
        record(
            kind="PeopleImported",
            actor_id=by.person_id or None,
            object_id=next(iter(rows.values())).id,
            origin=by.origin,
            details={"placed": len(rows)},
        )
    return found


def place_teams_many(*, by: Actor, drafts: Iterable[TeamDraft]) -> dict[str, int]:
    """Place teams in one go and give back their ids by slug; those already here stay untouched. Raises Refused."""
    require(rules.may_import(by))
    wanted = list(drafts)
    with transaction.atomic():
        named = {slug for draft in wanted for slug in (draft.slug, draft.parent_slug)}
        found = dict(Team.objects.filter(slug__in=named).values_list("slug", "id"))
        fresh = []
        for draft in wanted:
            if draft.slug not in found:
                parent_id = found[draft.parent_slug] if draft.parent_slug else None
                team = Team(
                    slug=draft.slug, name=draft.name, sort_key=sort_key(draft.name), parent_id=parent_id
                )
                found[draft.slug] = team.id
                fresh.append(team)
        Team.objects.bulk_create(fresh)
        if fresh:
            details = {"teams": len(fresh)}
            actor_id = by.person_id or None
            record(
                kind="PeopleImported",
                actor_id=actor_id,
                object_id=fresh[0].id,
                origin=by.origin,
                details=details,
            )
    return found


def _admitted(drafts: Sequence[PersonDraft]) -> Sequence[PersonDraft]:
    """The drafts, those of guests without access where the company takes none: they stay guests, for when it does."""
    if not any(draft.is_guest for draft in drafts) or rules.may_take_guests():
        return drafts
    return [msgspec.structs.replace(draft, is_active=False) if draft.is_guest else draft for draft in drafts]


def _by_email(drafts: Iterable[PersonDraft]) -> dict[str, int]:
    keys = {names.fold_email(draft.email): draft.external_key for draft in drafts if draft.email}
    rows = Person.objects.filter(email__in=list(keys)).values_list("email", "id")
    return {keys[str(email)]: person_id for email, person_id in rows}


def _rows(drafts: Sequence[PersonDraft]) -> dict[str, Person]:
    taken = set(Person.objects.values_list("username", flat=True))
    addresses: set[str] = set()
    rows = {}
    for draft in drafts:
        person = _row(draft)
        person.username = names.free_name(names.username_from(draft.username or draft.name), taken)
        taken.add(person.username)
        email = names.fold_email(draft.email or "")
        if email and email not in addresses:
            addresses.add(email)
            person.email = email
        rows[draft.external_key] = person
    return rows


def _row(draft: PersonDraft) -> Person:
    person = Person(id=ids.new(draft.at), external_key=draft.external_key)
    typed.set_names(person, " ".join(draft.name.split())[: typed.LIMITS["name"]] or draft.external_key[:80])
    person.first_name = draft.first_name[: typed.LIMITS["first_name"]] or person.first_name
    person.last_name = draft.last_name[: typed.LIMITS["last_name"]] or person.last_name
    for field in ("ask_me_about", "learning", "how_to_work", "working_hours", "function"):
        setattr(person, field, getattr(draft, field)[: typed.LIMITS[field]])
    for field in (
        "kind",
        "face",
        "tenure",
        "team_id",
        "joined_on",
        "left_on",
        "is_active",
        "locale",
        "time_zone",
    ):
        setattr(person, field, getattr(draft, field))
    person.languages = list(draft.languages)
    person.set_unusable_password()
    return person


def _join(drafts: Sequence[PersonDraft], rows: dict[str, Person], found: dict[str, int]) -> None:
    joined = []
    for draft in drafts:
        if draft.manager_key or draft.buddy_key:
            row = rows[draft.external_key]
            row.manager_id = found.get(draft.manager_key)
            row.buddy_id = found.get(draft.buddy_key)
            joined.append(row)
    Person.objects.bulk_update(joined, ["manager", "buddy"], batch_size=_BATCH)
