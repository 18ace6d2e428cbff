"""Whom spaces concern."""

from collections.abc import Sequence

from vloot.ground.errors import NotFound
from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.people import reads as people
from vloot.talk.spaces import acts, hosts, reads, rules
from vloot.talk.spaces.models import Space


def tell_hosts(entries: Sequence[Entry]) -> None:
    """The hosts get to know that somebody asks to be let in."""
    for entry in entries:
        if entry.is_news:
            notices.tell_many(
                _note("entry_requested", entry, host) for host in reads.hosts_of(entry.object_id)
            )


def tell_admitted(entries: Sequence[Entry]) -> None:
    """Who was let in, or made a host, gets to know."""
    kinds = {"PersonAdmitted": "admitted", "HostAppointed": "host"}
    notices.tell_many(
        _note(kinds[entry.kind], entry, int(entry.details["person_id"])) for entry in entries if entry.is_news
    )


def let_invited_in(entries: Sequence[Entry]) -> None:
    """Who joined by an invitation is let into its spaces, as far as the inviter still hosts them."""
    for entry in entries:
        wanted, inviter = entry.details.get("space_ids") or [], entry.details.get("invited_by")
        if wanted and inviter:
            _let_in(entry.object_id, wanted, inviter)


def find_new_hosts(entries: Sequence[Entry]) -> None:
    """Somebody left the company, or a space woke that nobody hosts any more: no living space is without a host."""
    hosts.replace([entry.object_id for entry in entries if entry.kind == "PersonDeactivated"])


def _let_in(person_id: int, wanted: Sequence[int], inviter_id: int) -> None:
    try:
        inviter = people.actor_for(inviter_id)
        for space in Space.objects.filter(rules.visible(inviter), id__in=wanted, archived_at=None):
            if rules.may_let_in(inviter, space):
                acts.invite(by=inviter, space=space, person_id=person_id)
    except NotFound:
        return  # inviter or invited have left meanwhile


def _note(kind: str, entry: Entry, person_id: int) -> Note:
    space = Space.objects.get(pk=entry.object_id)
    link = f"/s/{space.slug}/members/" if kind == "entry_requested" else f"/s/{space.slug}/"
    return Note(
        person_id=person_id,
        kind=kind,
        object_id=space.id,
        actor_id=entry.actor_id or 0,
        link=link,
        title=space.name,
        space_id=space.id,
    )
