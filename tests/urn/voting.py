"""Voting as a browser does it, for every test of a secret vote."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db import connection

from tests.world import World
from vloot.people.actor import Actor
from vloot.urn import IN_BACKUPS, acts, reads
from vloot.urn.engine import keys, voter
from vloot.urn.models import Box

YES, NO = {"choice": "yes"}, {"choice": "no"}


def opened(world: World, **more: Any) -> Box:
    """Hull: Anna and Bram; Dock: Chris, and Hanne on paper."""
    rosters = {"Hull": [world.anna.id, world.bram.id], "Dock": [world.chris.id, world.hanne.id]}
    return acts.open_box(by=world.actor(world.chris), rosters=rosters, on_paper=[world.hanne.id], **more)


class Token(NamedTuple):
    """What a voter holds once they took their ballot."""

    group: str
    prepared: bytes
    signature: bytes


def take(actor: Actor, box: Box) -> Token:
    """Take the actor's ballot."""
    card = reads.key_for(actor, box)
    key = keys.public(card.public)
    prepared = voter.prepare(b"t" * 32)
    blinded = voter.blind(key, prepared)
    signed = acts.take(by=actor, box=box, blinded=blinded.message)
    return Token(card.group, prepared, voter.finish(key, prepared, signed, blinded.inverse))


def cast(box: Box, token: Token, content: dict[str, Any]) -> None:
    """Cast it."""
    acts.cast(
        box_id=box.id,
        group=token.group,
        prepared=token.prepared,
        signature=token.signature,
        content=content,
    )


def brought_back() -> None:
    """The database as a backup of this moment would bring it back."""
    with connection.cursor() as cursor:
        for table, kept in reversed(IN_BACKUPS.items()):
            cursor.execute(f"delete from {table} where not ({kept})")  # names and conditions of our own
