"""The events one may read, by when they are."""

from __future__ import annotations

from vloot.ground import clock
from vloot.ground.database import sql
from vloot.people.actor import Actor
from vloot.talk.timeline.cards import Page
from vloot.talk.timeline.hydrate import cards

PAGE = 20


def coming(actor: Actor, *, offset: int = 0) -> Page:
    """Events that are not over, the soonest first; `older` is how many to leave out for the next page."""
    return _page(actor, "events_coming", offset)


def past(actor: Actor, *, offset: int = 0) -> Page:
    """Events that are over, the last one first."""
    return _page(actor, "events_past", offset)


def _page(actor: Actor, name: str, offset: int) -> Page:
    asked = {
        "me": actor.person_id,
        "is_guest": actor.is_guest,
        "is_importer": actor.is_importer,
        "now": clock.now(),
        "limit": PAGE + 1,
        "offset": offset,
    }
    found = [row[0] for row in sql.rows(sql.beside(__file__, name), asked)]
    return Page(cards(actor, found[:PAGE]), offset + PAGE if len(found) > PAGE else None)
