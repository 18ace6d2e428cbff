"""The list of people, alphabetical and nothing else, cut into pages by the last name shown."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.db.models import Q

from vloot.ground.text import sort_key
from vloot.people import reads, rules
from vloot.people.actor import Actor
from vloot.people.cards import PersonCard, cards
from vloot.people.models import Person, Team

PAGE = 48


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Whom the reader looks for; what is empty does not narrow."""

    name: str = ""
    about: str = ""  # a word of "ask me about"
    team_id: int | None = None  # teams below it included
    language: str = ""
    are_newcomers: bool = False
    after_id: int | None = None  # the last person of the page before

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.name or self.about or self.team_id or self.language or self.are_newcomers)


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A person in the list, with what they like to be asked about."""

    card: PersonCard
    ask_me_about: str


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """One page of the list; `after_id` is where the next page begins, None on the last."""

    rows: list[Row]
    after_id: int | None


def listed(actor: Actor, wanted: Wanted, shared_person_ids: Iterable[int] | None = None) -> Listing:
    """The people this actor may see and asked for, who are here now."""
    found = Person.objects.filter(rules.visible(actor, shared_person_ids), _asked(wanted), is_active=True)
    if wanted.after_id is not None:
        last = Person.objects.filter(id=wanted.after_id).values_list("sort_key", flat=True).first() or ""
        found = found.filter(Q(sort_key__gt=last) | Q(sort_key=last, id__gt=wanted.after_id))
    rows = found.order_by("sort_key", "id").values_list("id", "ask_me_about", "sort_key").distinct()
    page = list(rows[: PAGE + 1])
    shown = cards(person_id for person_id, *_rest in page[:PAGE])
    return Listing(
        rows=[Row(card=shown[person_id], ask_me_about=about) for person_id, about, _key in page[:PAGE]],
        after_id=page[PAGE - 1][0] if len(page) > PAGE else None,
    )


def named(
    actor: Actor, usernames: Iterable[str], shared_person_ids: Iterable[int] | None = None
) -> dict[str, int]:
    """Ids by user name, as `reads.by_username`, of those whom this actor may see: to a guest nobody else is here."""
    found = reads.by_username(usernames)
    if not actor.is_guest or not found:
        return found
    seen = Person.objects.filter(rules.visible(actor, shared_person_ids), id__in=found.values())
    known = set(seen.values_list("id", flat=True))
    return {name: person_id for name, person_id in found.items() if person_id in known}


def newcomers(actor: Actor, limit: int = 12) -> list[PersonCard]:
    """Who came in the last ninety days, alphabetically; none for a guest, who is new themselves."""
    if actor.is_guest:
        return []
    page = listed(actor, Wanted(are_newcomers=True)).rows
    return [row.card for row in page[:limit]]


def spoken_here(actor: Actor, shared_person_ids: Iterable[int] | None = None) -> list[str]:
    """The codes of the languages that the people this actor may see speak."""
    spoken: set[str] = set()
    seen = rules.visible(actor, shared_person_ids)
    for codes in Person.objects.filter(seen, is_active=True).values_list("languages", flat=True).distinct():
        spoken.update(codes)
    return sorted(spoken)


def _asked(wanted: Wanted) -> Q:
    asked = Q(kind="human") if wanted.is_narrowed else ~Q(kind="placeholder")
    if wanted.name:
        asked &= Q(sort_key__contains=sort_key(wanted.name.strip())) | Q(username=wanted.name.strip().lower())
    if wanted.about:
        asked &= Q(ask_me_about__icontains=wanted.about.strip())
    if wanted.team_id:
        asked &= Q(team_id__in=_with_below(wanted.team_id))
    if wanted.language:
        asked &= Q(languages__contains=[wanted.language])
    if wanted.are_newcomers:
        asked &= Q(joined_on__gte=reads.first_day_of_newcomers())
    return asked


def _with_below(team_id: int) -> set[int]:
    below: dict[int | None, list[int]] = {}
    for child, parent in Team.objects.values_list("id", "parent_id"):
        below.setdefault(parent, []).append(child)
    found: set[int] = set()
    waiting = [team_id]
    while waiting:
        team = waiting.pop()
        if team not in found:
            found.add(team)
            waiting += below.get(team, [])
    return found
