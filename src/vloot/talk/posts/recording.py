"""Writing down what happened to a post, and letting the pages that show it show it anew."""

from collections.abc import Mapping
from datetime import datetime

from vloot.ground import live
from vloot.logbook import acts as logbook
from vloot.logbook.acts import Happening
from vloot.people.actor import Actor
from vloot.talk.posts.models import Post


def changed(
    kind: str, by: Actor, post: Post, details: Mapping[str, object] | None = None, at: datetime | None = None
) -> None:
    """Record one entry about a post, in the caller's transaction, and announce it to whoever has its thread open."""
    happening = Happening(
        kind=kind,
        actor_id=by.person_id,
        object_id=post.id,
        space_id=post.space_id,
        origin=by.origin,
        details=dict(details or {}),
        at=at,
    )
    logbook.record_many([happening])
    live.announce("changed", space_id=post.space_id, object_id=post.thread_id)
