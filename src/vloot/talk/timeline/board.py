"""What stands above and beside home: announcements that wait to be read, and what is coming."""

from __future__ import annotations

from datetime import datetime

import msgspec

from vloot.ground import clock
from vloot.ground.database import sql
from vloot.people.actor import Actor
from vloot.talk.timeline.cards import PostCard
from vloot.talk.timeline.hydrate import cards


class Coming(msgspec.Struct, frozen=True):
    """An event ahead, just enough to name it and link to it."""

    id: int
    title: str
    starts_at: datetime
    zone: str
    place: str


class Board(msgspec.Struct, frozen=True):
    """The announcements above home, the newest first, and the next events of the reader's spaces, the soonest first."""

    announcements: list[PostCard]
    coming: list[Coming]


def board(actor: Actor) -> Board:
    """What the actor's home has above and beside the posts: one query, and those of the cards when there are any."""
    asked = {"me": actor.person_id, "is_guest": actor.is_guest, "now": clock.now()}
    rows = sql.rows(sql.beside(__file__, "board"), asked)
    waiting = [row[1] for row in rows if row[0] == 1]
    return Board(cards(actor, waiting), [Coming(*row[1:]) for row in rows if row[0] == 2])
