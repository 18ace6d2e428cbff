"""What people do with spaces."""

from collections.abc import Sequence
from datetime import date, datetime

import msgspec
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from vloot.ground import clock, ids, live
from vloot.ground.errors import NotFound, Refused, require
from vloot.ground.text import sort_key
from vloot.logbook import acts as logbook
from vloot.logbook.acts import Happening
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.spaces import rules
from vloot.talk.spaces.models import EntryRequest, Membership, Space

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


def open(*, by: Actor, terms: Terms) -> Space:
    """Open a space with oneself as its host. Refused to guests, without a name, or shut without reason and review date."""
    draft = SpaceDraft(**msgspec.structs.asdict(terms), hosts=[by.person_id])
    return open_many(by=by, drafts=[draft])[0]


def open_many(*, by: Actor, drafts: Sequence[SpaceDraft]) -> list[Space]:
    """Open spaces; one whose external key is known already is returned as it is."""
    require(rules.may_open(by))
    for draft in drafts:
        require(rules.may_shut(draft.access, draft.reason, draft.review_on))
        _require_words(by, draft)
    keys = [draft.external_key for draft in drafts if draft.external_key]
    known = {space.external_key: space for space in Space.objects.filter(external_key__in=keys)}
    with transaction.atomic():
        wanted = {draft.external_key or index: draft for index, draft in enumerate(drafts)}
        fresh = [draft for key, draft in wanted.items() if key not in known]
        made = _insert(fresh)
        for draft, space in zip(fresh, made, strict=True):
            _enter(space, draft.hosts, is_host=True, at=draft.at)
        logbook.record_many(
            _happening("SpaceOpened", by, s, at=d.at) for d, s in zip(fresh, made, strict=True)
        )
        _announce(by, made)
    by_draft = dict(zip((id(draft) for draft in fresh), made, strict=True))
    known |= {space.external_key: space for space in made if space.external_key}
    return [by_draft[id(draft)] if id(draft) in by_draft else known[draft.external_key] for draft in drafts]


def change(*, by: Actor, space: Space, terms: Terms) -> None:
    """Change the terms of a space. Refused to all but its hosts and administrators."""
    require(rules.may_change(by, space))
    require(rules.may_shut(terms.access, terms.reason, terms.review_on))
    _require_words(by, terms)
    is_open = terms.access == Space.OPEN
    space.name, space.sort_key, space.purpose = (
        terms.name.strip(),
        sort_key(terms.name.strip()),
        terms.purpose.strip(),
    )
    space.access = terms.access
    space.reason, space.review_on = ("", None) if is_open else (terms.reason.strip(), terms.review_on)
    with transaction.atomic():
        space.save(update_fields=["name", "sort_key", "purpose", "access", "reason", "review_on"])
        logbook.record_many([_happening("SpaceChanged", by, space)])
        live.announce("spaces", object_id=space.id)


def join(*, by: Actor, space: Space) -> None:
    """Join an open space. Refused where the hosts let people in."""
    join_many(by=by, drafts=[JoinDraft(space.id, by.person_id)])


def join_many(*, by: Actor, drafts: Sequence[JoinDraft]) -> int:
    """Join persons to spaces; who is in already stays as they are. Returns how many joined."""
    require(rules.may_write_as(by, [draft.person_id for draft in drafts]))
    spaces = Space.objects.in_bulk({draft.space_id for draft in drafts})
    for space in spaces.values():
        require(rules.may_join(by, space))
    known = set(
        Membership.objects.filter(
            space__in=spaces.values(), person_id__in={d.person_id for d in drafts}
        ).values_list("space_id", "person_id")
    )
    fresh = {(d.space_id, d.person_id): d for d in drafts if (d.space_id, d.person_id) not in known}
    with transaction.atomic():
        Membership.objects.bulk_create(
            [
                Membership(space_id=d.space_id, person_id=d.person_id, joined_at=d.at or clock.now())
                for d in fresh.values()
            ],
            batch_size=1000,
            ignore_conflicts=True,
        )
        if not by.is_importer:
            for draft in fresh.values():
                live.announce("spaces", person_id=draft.person_id, object_id=draft.space_id)
        logbook.record_many(
            Happening(
                kind="SpaceJoined",
                actor_id=d.person_id,
                object_id=d.space_id,
                space_id=d.space_id,
                origin=by.origin,
                at=d.at,
            )
            for d in fresh.values()
        )
    return len(fresh)


def request_entry(*, by: Actor, space: Space, why: str = "") -> None:
    """Ask the hosts of a space on request to be let in."""
    require(rules.may_request(by, space))
    with transaction.atomic():
        _request, is_new = EntryRequest.objects.get_or_create(
            space=space, person_id=by.person_id, defaults={"why": why.strip()[:400], "asked_at": clock.now()}
        )
        if is_new:
            logbook.record_many([_happening("EntryRequested", by, space)])


def admit(*, by: Actor, space: Space, person_id: int) -> None:
    """Let somebody in who asked. Refused to all but the hosts; NotFound when nobody asked."""
    require(rules.may_let_in(by, space))
    with transaction.atomic():
        if not EntryRequest.objects.filter(space=space, person_id=person_id).delete()[0]:
            raise NotFound
        _enter(space, [person_id])
        logbook.record_many([_happening("PersonAdmitted", by, space, person_id=person_id)])


def refuse(*, by: Actor, space: Space, person_id: int) -> None:
    """Do not let somebody in who asked; the request is gone and leaves no trace. Refused to all but the hosts."""
    require(rules.may_let_in(by, space))
    EntryRequest.objects.filter(space=space, person_id=person_id).delete()


def invite(*, by: Actor, space: Space, person_id: int) -> None:
    """Bring somebody in: how guests and members of closed spaces get there. Refused to all but the hosts.

    Raises NotFound for who is not here (any more).
    """
    require(rules.may_let_in(by, space))
    if not people.card(person_id).is_active:
        raise NotFound
    with transaction.atomic():
        EntryRequest.objects.filter(space=space, person_id=person_id).delete()
        if _enter(space, [person_id]):
            logbook.record_many([_happening("PersonAdmitted", by, space, person_id=person_id)])


def leave(*, by: Actor, space: Space) -> None:
    """Leave a space. Refused to its last host."""
    require(rules.may_leave(by, space))
    with transaction.atomic():
        if Membership.objects.filter(space=space, person_id=by.person_id).delete()[0]:
            logbook.record_many([_happening("SpaceLeft", by, space)])
            live.announce("spaces", person_id=by.person_id, object_id=space.id)


def appoint_host(*, by: Actor, space: Space, person_id: int) -> None:
    """Make somebody a host, and a member if they were none. Refused to all but the hosts and administrators."""
    require(rules.may_change(by, space))
    require(rules.may_host(people.cards([person_id]).get(person_id)))
    with transaction.atomic():
        if _enter(space, [person_id], is_host=True):
            logbook.record_many([_happening("HostAppointed", by, space, person_id=person_id)])


def dismiss_host(*, by: Actor, space: Space, person_id: int) -> None:
    """Let a host be a plain member again. Refused when no host would be left."""
    require(rules.may_change(by, space))
    with transaction.atomic():
        hosts = Membership.objects.select_for_update(of=("self",)).filter(space=space, is_host=True)
        if not hosts.filter(person__is_active=True).exclude(person_id=person_id).exists():
            raise Refused("last_host", _("A space needs a host. Appoint another one first."))
        if hosts.filter(person_id=person_id).update(is_host=False):
            logbook.record_many([_happening("HostDismissed", by, space, person_id=person_id)])


def archive(*, by: Actor, space: Space) -> None:
    """Let a space rest: it can be read, nothing new is written in it."""
    require(rules.may_change(by, space))
    _rest(by, space, at=clock.now(), kind="SpaceArchived")


def reopen(*, by: Actor, space: Space) -> None:
    """Bring an archived space back to life."""
    require(rules.may_change(by, space))
    _rest(by, space, at=None, kind="SpaceReopened")


def _rest(by: Actor, space: Space, at: datetime | None, kind: str) -> None:
    if (space.archived_at is None) == (at is None):
        return
    space.archived_at = at
    with transaction.atomic():
        space.save(update_fields=["archived_at"])
        logbook.record_many([_happening(kind, by, space)])


def _require_words(by: Actor, terms: Terms | SpaceDraft) -> None:
    if not 2 <= len(terms.name.strip()) <= 80:
        raise Refused("name", _("Give the space a name of 2 to 80 characters."), "name")
    for field, words in (("purpose", terms.purpose), ("reason", terms.reason)):
        # What another program allowed to be longer is cut, for nobody is there to make it shorter.
        if len(words.strip()) > LONGEST_WORDS and not by.is_importer:
            raise Refused("too_long", _("Say this in at most 400 characters."), field)


def _insert(drafts: Sequence[SpaceDraft]) -> list[Space]:
    made = []
    for draft in drafts:
        space = Space(
            id=ids.new(draft.at),
            name=draft.name.strip(),
            slug=_free_slug(draft.name),
            sort_key=sort_key(draft.name.strip()),
            purpose=draft.purpose.strip()[:LONGEST_WORDS],
            access=draft.access,
            reason="" if draft.access == Space.OPEN else draft.reason.strip()[:LONGEST_WORDS],
            review_on=None if draft.access == Space.OPEN else draft.review_on,
            external_key=draft.external_key,
        )
        space.save(force_insert=True)
        made.append(space)
    return made


def _free_slug(name: str) -> str:
    base = slugify(sort_key(name))[:70] or "space"
    taken = set(Space.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    taken.update({"new", "all"})
    return next(
        slug for slug in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken
    )


def _enter(
    space: Space, persons: Sequence[int], *, is_host: bool = False, at: datetime | None = None
) -> bool:
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


def _announce(by: Actor, spaces: Sequence[Space]) -> None:
    if not by.is_importer:
        for space in spaces:
            live.announce("spaces", object_id=space.id)


def _happening(
    kind: str, by: Actor, space: Space, *, person_id: int | None = None, at: datetime | None = None
) -> Happening:
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
