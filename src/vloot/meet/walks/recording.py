"""Entries about walks: each act makes exactly one."""

from vloot.logbook import acts as logbook
from vloot.meet.walks.models import Walk
from vloot.people.actor import Actor


def happened(kind: str, by: Actor, walk: Walk) -> None:
    """One entry about a walk."""
    logbook.record(kind=kind, actor_id=by.person_id, object_id=walk.id, origin=by.origin)
