"""What people do with spaces."""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from vloot.ground import clock, live
from vloot.ground.errors import NotFound, Refused, require
from vloot.ground.text import line, sort_key
from vloot.logbook import acts as logbook
from vloot.logbook.acts import Happening
from vloot.people import pace
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.spaces import placing, rules
from vloot.talk.spaces.models import EntryRequest, Membership, Space
from vloot.talk.spaces.placing import JoinDraft, SpaceDraft, Terms, open_many

__all__ = [
    "JoinDraft", "SpaceDraft", "Terms", "admit", "appoint_host", "archive", "change", "dismiss_host", "invite", "join",
    "join_many", "leave", "open", "open_many", "refuse", "reopen", "request_entry",
]  # fmt: skip


def open(*, by: Actor, terms: Terms) -> Space:
    """Open a space with oneself as its host. Refused to guests, without a name, or shut without reason and review date."""
    pace.keep(by, rules.OPENED)
    draft = SpaceDraft(**msgspec.structs.asdict(terms), hosts=[by.person_id])
    return open_many(by=by, drafts=[draft])[0]


def change(*, by: Actor, space: Space, terms: Terms) -> None:
    """Change the terms of a space. Refused to all but its hosts and administrators; opening it up is for the hosts alone."""
    require(rules.may_change(by, space))
    if terms.access == Space.OPEN != space.access:
        require(rules.may_let_in(by, space))  # it lets everybody in
    require(rules.may_shut(terms.access, terms.reason, terms.review_on))
    placing.require_words(by, terms)
    is_open = terms.access == Space.OPEN
    space.name, space.sort_key, space.purpose = (
        line(terms.name),
        sort_key(line(terms.name)),
        terms.purpose.strip(),
    )
    space.access = terms.access
    space.reason, space.review_on = ("", None) if is_open else (terms.reason.strip(), terms.review_on)
    with transaction.atomic():
        space.save(update_fields=["name", "sort_key", "purpose", "access", "reason", "review_on"])
        logbook.record_many([placing.happening("SpaceChanged", by, space)])
        placing.announce(space)


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
    pace.keep(by, rules.ENTRIES)
    with transaction.atomic():
        _request, is_new = EntryRequest.objects.get_or_create(
            space=space, person_id=by.person_id, defaults={"why": why.strip()[:400], "asked_at": clock.now()}
        )
        if is_new:
            logbook.record_many([placing.happening("EntryRequested", by, space)])


def admit(*, by: Actor, space: Space, person_id: int) -> None:
    """Let somebody in who asked. Refused to all but the hosts; NotFound when nobody asked."""
    require(rules.may_let_in(by, space))
    with transaction.atomic():
        if not EntryRequest.objects.filter(space=space, person_id=person_id).delete()[0]:
            raise NotFound
        placing.enter(space, [person_id])
        logbook.record_many([placing.happening("PersonAdmitted", by, space, person_id=person_id)])


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
        if placing.enter(space, [person_id]):
            logbook.record_many([placing.happening("PersonAdmitted", by, space, person_id=person_id)])


def leave(*, by: Actor, space: Space) -> None:
    """Leave a space. Refused to its last host."""
    require(rules.may_leave(by, space))
    with transaction.atomic():
        if Membership.objects.filter(space=space, person_id=by.person_id).delete()[0]:
            logbook.record_many([placing.happening("SpaceLeft", by, space)])
            live.announce("spaces", person_id=by.person_id, object_id=space.id)


def appoint_host(*, by: Actor, space: Space, person_id: int) -> None:
    """Make somebody a host, and a member if they were none. Refused to all but the hosts and administrators.

    Where not everybody reads, an administrator appoints from the members: a role opens no door.
    """
    require(rules.may_change(by, space))
    if (
        space.access != Space.OPEN
        and not Membership.objects.filter(space=space, person_id=person_id).exists()
    ):
        require(rules.may_let_in(by, space))
    require(rules.may_host(people.cards([person_id]).get(person_id)))
    with transaction.atomic():
        if placing.enter(space, [person_id], is_host=True):
            logbook.record_many([placing.happening("HostAppointed", by, space, person_id=person_id)])


def dismiss_host(*, by: Actor, space: Space, person_id: int) -> None:
    """Let a host be a plain member again. Refused when no host would be left."""
    require(rules.may_change(by, space))
    with transaction.atomic():
        hosts = Membership.objects.select_for_update(of=("self",)).filter(space=space, is_host=True)
        if not hosts.filter(person__is_active=True).exclude(person_id=person_id).exists():
            raise Refused("last_host", _("A space needs a host. Appoint another one first."))
        if hosts.filter(person_id=person_id).update(is_host=False):
            logbook.record_many([placing.happening("HostDismissed", by, space, person_id=person_id)])


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
        logbook.record_many([placing.happening(kind, by, space)])
