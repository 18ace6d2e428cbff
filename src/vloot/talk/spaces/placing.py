"""Opening spaces: the one way in, for one space or for a whole export."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime

import msgspec
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from vloot.ground import clock, ids, live
from vloot.ground.errors import Refused, require
from vloot.ground.text import line, sort_key
from vloot.logbook import acts as logbook
from vloot.logbook.acts import Happening
from vloot.people.actor import Actor
from vloot.talk.spaces import rules
from vloot.talk.spaces.models import Membership, Space

LONGEST_WORDS = 400  # characters of a purpose, and of a reason


class SpaceDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A space to open. `hosts` are ids of persons; `external_key` makes opening it twice harmless."""

    name: str
    hosts: Sequence[int]
    purpose: str = ""
    access: str = Space.OPEN
    reason: str = ""
    review_on: date | None = None
    at: datetime | None = None
    external_key: str | None = None


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """What a space is called and is for, who gets in, and if not everybody: why, and when that is looked at again."""

    name: str
    purpose: str = ""
    access: str = Space.OPEN
    reason: str = ""
    review_on: date | None = None


class JoinDraft(msgspec.Struct, frozen=True):
    """That a person joined a space, now or at `at`."""

    space_id: int
    person_id: int
    at: datetime | None = None


def open_many(*, by: Actor, drafts: Sequence[SpaceDraft]) -> list[Space]:
    """Open spaces; one whose external key is known already is returned as it is."""
    require(rules.may_open(by))
    for draft in drafts:
        require(rules.may_shut(draft.access, draft.reason, draft.review_on))
        require_words(by, draft)
    keys = [draft.external_key or index for index, draft in enumerate(drafts)]
    known = Space.objects.filter(external_key__in=[key for key in keys if isinstance(key, str)])
    opened: dict[str | int, Space] = {str(space.external_key): space for space in known}
    with transaction.atomic():
        wanted = {key: draft for key, draft in zip(keys, drafts, strict=True) if key not in opened}
        fresh = list(wanted.values())
        made = _insert(fresh)
        for draft, space in zip(fresh, made, strict=True):
            enter(space, draft.hosts, is_host=True, at=draft.at)
        logbook.record_many(
            happening("SpaceOpened", by, s, at=d.at) for d, s in zip(fresh, made, strict=True)
        )
        _announce(by, made)
    opened.update(zip(wanted, made, strict=True))
    return [opened[key] for key in keys]


def require_words(by: Actor, terms: Terms | SpaceDraft) -> None:
    """A space has a name, and purpose and reason are short. Raises Refused with the field."""
    if not 2 <= len(line(terms.name)) <= 80:
        raise Refused("name", _("Give the space a name of 2 to 80 characters."), "name")
    for field, words in (("purpose", terms.purpose), ("reason", terms.reason)):
        # What another program allowed to be longer is cut, for nobody is there to make it shorter.
        if len(words.strip()) > LONGEST_WORDS and not by.is_importer:
            raise Refused("too_long", _("Say this in at most 400 characters."), field)


def enter(space: Space, persons: Sequence[int], *, is_host: bool = False, at: datetime | None = None) -> bool:
    """Make persons members, or hosts. Returns whether that changed anything."""
    has_changed = False
    for person_id in persons:
        membership, is_new = Membership.objects.get_or_create(
            space=space, person_id=person_id, defaults={"is_host": is_host, "joined_at": at or clock.now()}
        )
        if is_host and not membership.is_host:
            membership.is_host = is_new = True
            membership.save(update_fields=["is_host"])
        if is_new:
            live.announce("spaces", person_id=person_id, object_id=space.id)
        has_changed |= is_new
    return has_changed


def happening(
    kind: str, by: Actor, space: Space, *, person_id: int | None = None, at: datetime | None = None
) -> Happening:
    """What the logbook is told of a deed on a space."""
    details = {} if person_id is None else {"person_id": person_id}
    return Happening(
        kind=kind,
        actor_id=by.person_id,
        object_id=space.id,
        space_id=space.id,
        origin=by.origin,
        details=details,
        at=at,
    )


def _insert(drafts: Sequence[SpaceDraft]) -> list[Space]:
    made = []
    for draft in drafts:
        space = Space(
            id=ids.new(draft.at),
            name=line(draft.name),
            slug=_free_slug(draft.name, is_closed=draft.access == Space.CLOSED),
            sort_key=sort_key(line(draft.name)),
            purpose=draft.purpose.strip()[:LONGEST_WORDS],
            access=draft.access,
            reason="" if draft.access == Space.OPEN else draft.reason.strip()[:LONGEST_WORDS],
            review_on=None if draft.access == Space.OPEN else draft.review_on,
            external_key=draft.external_key,
        )
        space.save(force_insert=True)
        made.append(space)
    return made


def _free_slug(name: str, *, is_closed: bool) -> str:
    base = slugify(sort_key(name))[:70] or "space"
    if is_closed:
        # Whoever opens a space of the same name must not read from their own address that there is one already.
        return f"{base}-{secrets.token_hex(4)}"
    taken = set(Space.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    taken.update({"new", "all"})
    return next(
        slug for slug in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken
    )


def announce(space: Space) -> None:
    """Let everybody's pages ask anew what they may read; a closed space is not named, for it is not there for others."""
    live.announce("spaces", object_id=0 if space.access == Space.CLOSED else space.id)


def _announce(by: Actor, spaces: Sequence[Space]) -> None:
    if not by.is_importer:
        for space in spaces:
            announce(space)
