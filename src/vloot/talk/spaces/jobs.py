"""Whom spaces concern."""

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.talk.spaces import hosts, reads
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


def find_new_hosts(entries: Sequence[Entry]) -> None:
    """Somebody left the company: the spaces that only they hosted get another host."""
    hosts.replace([entry.object_id for entry in entries])


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
    )
