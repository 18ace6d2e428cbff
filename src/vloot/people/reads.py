"""Questions to the people room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Case, Q, QuerySet, When

from vloot.ground import clock
from vloot.ground.database import sql
from vloot.ground.errors import NotFound
from vloot.ground.text import sort_key
from vloot.people import names, rules, tokens
from vloot.people.actor import Actor
from vloot.people.cards import SELECT, PersonCard, alphabetical, cards, face_url, hue, of_row, who_helps
from vloot.people.models import Erasure, Invitation, Kind, Person, Role, RoleName, Team

__all__ = [
    "NEWCOMER_DAYS",
    "PersonCard",
    "actor_for",
    "alphabetical",
    "at_work",
    "by_email",
    "by_external_key",
    "by_sign_in_name",
    "by_team_slug",
    "by_username",
    "by_vouched_email",
    "called",
    "card",
    "cards",
    "face_url",
    "first_day_of_newcomers",
    "forgotten_on",
    "get",
    "hue",
    "ids_of_all",
    "invitation",
    "leads",
    "locale_of",
    "roles_of",
    "suggest",
    "suggest_teams",
    "usernames",
    "who_helps",
    "with_role",
]

NEWCOMER_DAYS = 90

_CALLED = sql.beside(__file__, "called").replace("{persons}", SELECT)
_LEADS = "SELECT 1 FROM people_person WHERE manager_id = %(me)s AND is_active LIMIT 1"


def actor_for(person_id: int, origin: str = "web") -> Actor:
    """The actor that this person is. Raises NotFound when there is no such person or their access has ended."""
    found = actors_for([person_id], origin)
    if not found:
        raise NotFound
    return found[person_id]


def actors_for(person_ids: Iterable[int], origin: str = "web") -> dict[int, Actor]:
    """The actors that these persons are, in one query; without those who are not here (any more)."""
    rows = Person.objects.filter(id__in=list(person_ids), is_active=True).annotate(
        held=ArrayAgg("role_rows__name", default=[], filter=Q(role_rows__isnull=False))
    )
    return {
        person_id: Actor(person_id=person_id, roles=frozenset(held), origin=origin, read_only_until=until)
        for person_id, held, until in rows.values_list("id", "held", "read_only_until")
    }


def get(actor: Actor, person_id: int, shared_person_ids: Iterable[int] | None = None) -> Person:
    """One person whom this actor may see. Raises NotFound."""
    seen = rules.visible(actor, shared_person_ids)
    person = Person.objects.filter(seen, id=person_id).select_related("team").distinct().first()
    if person is None:
        raise NotFound
    return person


def card(person_id: int) -> PersonCard:
    """The card of one person. Raises NotFound."""
    try:
        return cards([person_id])[person_id]
    except KeyError:
        raise NotFound from None


def roles_of(person_id: int) -> frozenset[str]:
    """The roles someone has; none for a plain member."""
    return frozenset(Role.objects.filter(person_id=person_id).values_list("name", flat=True))


def locale_of(person_id: int) -> str:
    """The language somebody reads Vloot in, where no browser says one: their own choice, else the house's."""
    chosen = Person.objects.filter(id=person_id).values_list("locale", flat=True).first()
    return chosen or settings.LANGUAGE_CODE


def leads(person_id: int) -> bool:
    """Whether somebody who is active reports to this person in the chart (`rules.leads`)."""
    return bool(sql.rows(_LEADS, {"me": person_id}))


def with_role(*role_names: str) -> list[int]:
    """Ids of the active people with one of these roles, alphabetically."""
    holders = Person.objects.filter(is_active=True, role_rows__name__in=role_names)
    return list(dict.fromkeys(holders.order_by("sort_key", "id").values_list("id", flat=True)))


def at_work() -> list[int]:
    """Ids of the people who work here: humans who are here and no guests."""
    here = Person.objects.filter(kind=Kind.HUMAN, is_active=True).exclude(role_rows__name=RoleName.GUEST)
    return list(here.order_by("id").values_list("id", flat=True))


def by_username(usernames: Iterable[str]) -> dict[str, int]:
    """Ids by folded user name, of active people; names that nobody has are left out."""
    wanted = {names.fold_username(username) for username in usernames}
    if not wanted:
        return {}
    found = Person.objects.filter(username__in=wanted, is_active=True)
    return dict(found.values_list("username", "id"))


def usernames(person_ids: Iterable[int]) -> dict[int, str]:
    """User names by id."""
    return dict(Person.objects.filter(id__in=list(person_ids)).values_list("id", "username"))


def by_team_slug(slugs: Iterable[str]) -> dict[str, list[int]]:
    """Ids of the active people of each team named, by slug, teams below it not included."""
    found: dict[str, list[int]] = {}
    wanted = list(slugs)
    if wanted:
        rows = Person.objects.filter(team__slug__in=wanted, is_active=True).order_by("sort_key", "id")
        for slug, person_id in rows.values_list("team__slug", "id"):
            found.setdefault(str(slug), []).append(person_id)
    return found


def by_email(email: str) -> Person | None:
    """The active person with this address; None when it is nobody's."""
    return _who_come_in().filter(email=names.fold_email(email)).first()


def by_vouched_email(email: str) -> Person | None:
    """The active person with this address, if a host, an import or their invitation gave it to them; None otherwise.

    What people say themselves opens no way in from outside: else one could wait under a colleague's address.
    """
    found = by_email(email)
    return found if found is not None and found.is_email_vouched else None


def by_sign_in_name(typed: str) -> Person | None:
    """The active person with this user name or address; None when it is nobody's."""
    return (
        by_email(typed)
        if "@" in typed
        else _who_come_in().filter(username=names.fold_username(typed)).first()
    )


def _who_come_in() -> QuerySet[Person]:
    """Humans who are here; bots and mere names have no way in."""
    return Person.objects.filter(kind=Kind.HUMAN, is_active=True)


def by_external_key(keys: Iterable[str]) -> dict[str, int]:
    """Ids by the key an importer gave; keys that nobody has are left out."""
    found = Person.objects.filter(external_key__in=list(keys))
    return {str(key): person_id for key, person_id in found.values_list("external_key", "id")}


def suggest(
    actor: Actor, start: str, shared_person_ids: Iterable[int] | None = None, limit: int = 8
) -> list[tuple[str, PersonCard]]:
    """User name and card of active people of whom a name begins with `start`.

    First those whose whole name begins so (one thinks of colleagues by their first names), then the others, both alphabetically.
    """
    key = sort_key(start.strip().removeprefix("@"))
    if not key:
        return []
    begins = Q(sort_key__startswith=key) | Q(sort_key__contains=f" {key}") | Q(username__startswith=key)
    seen = _meetable(rules.visible(actor, shared_person_ids)).filter(begins)
    by_first = seen.annotate(is_later=Case(When(sort_key__startswith=key, then=0), default=1))
    named = by_first.order_by("is_later", "sort_key", "id").values_list(
        "id", "username", "is_later", "sort_key"
    )
    rows = [row[:2] for row in named.distinct()[:limit]]
    found = cards(person_id for person_id, _ in rows)
    return [(username, found[person_id]) for person_id, username in rows]


def called(
    actor: Actor, typed: str, shared_person_ids: Iterable[int] | None = None, limit: int = 12
) -> list[PersonCard]:
    """Whom somebody means by a name, also those who have left: who has exactly this name, else all whose names begin so."""
    wanted = sort_key(typed.strip().removeprefix("@")).split()
    if not wanted:
        return []
    asked = {
        "is_narrowed": actor.is_guest and not actor.is_importer,
        "me": actor.person_id,
        "met": sql.array(shared_person_ids or ()),
        "username": names.fold_username(typed),
        "name": " ".join(wanted),
        "words": wanted,
        "limit": limit,
    }
    return alphabetical(of_row(row) for row in sql.rows(_CALLED, asked))


def suggest_teams(start: str, limit: int = 5) -> list[tuple[str, str]]:
    """Slug and name of teams whose name or slug begins with `start`, alphabetically."""
    key = sort_key(start.strip().removeprefix("@"))
    found = Team.objects.filter(Q(sort_key__startswith=key) | Q(slug__startswith=key)).order_by("sort_key")
    return list(found.values_list("slug", "name")[:limit])


def invitation(token: str) -> Invitation:
    """The invitation that this link still opens. Raises NotFound when it is used, too old or was never made."""
    found = Invitation.objects.filter(
        token_digest=tokens.digest(token), accepted_at=None, expires_at__gt=clock.now()
    ).first()
    if found is None:
        raise NotFound
    return found


def first_day_of_newcomers() -> date:
    """Whoever joined on this day or later is a newcomer."""
    return clock.now().date() - timedelta(days=NEWCOMER_DAYS)


def forgotten_on(person_id: int) -> datetime | None:
    """When somebody who asked to be forgotten will be; None for everybody else."""
    return Erasure.objects.filter(person_id=person_id).values_list("due_at", flat=True).first()


def ids_of_all() -> list[int]:
    """Ids of everybody who is active and human, alphabetically."""
    return list(_meetable(Q()).order_by("sort_key", "id").values_list("id", flat=True))


def ids_of_colleagues() -> list[int]:
    """Ids of everybody who is active, human and no guest."""
    guests = Role.objects.filter(name=RoleName.GUEST).values("person_id")
    return list(_meetable(~Q(id__in=guests)).order_by("id").values_list("id", flat=True))


def meetable(
    actor: Actor, person_ids: Iterable[int], shared_person_ids: Iterable[int] | None = None
) -> set[int]:
    """Those of some people who are here, human, and whom the actor may meet; `shared_person_ids` narrow a guest."""
    found = _meetable(rules.visible(actor, shared_person_ids)).filter(id__in=list(person_ids))
    return set(found.values_list("id", flat=True))


def _meetable(seen: Q) -> QuerySet[Person]:
    return Person.objects.filter(seen, is_active=True, kind="human")
