"""What a reader can narrow their hits down to: made of the newest hits alone, and without figures."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vloot.ground.database import sql
from vloot.people.actor import Actor
from vloot.talk.posts.models import Post
from vloot.talk.search.meaning import Meaning

MOST = 8  # of each; the box takes any other name
KINDS = (*Post.HEADS, *Post.REPLIES)


class Choice(msgspec.Struct, frozen=True):
    """One thing to narrow down to: its name and what it adds to what was typed."""

    name: str
    insert: str


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """What can still be chosen; empty where there is no choice. Spaces and people alphabetically."""

    kinds: list[str] = []
    spaces: list[Choice] = []
    people: list[Choice] = []


def facets(actor: Actor, meant: Meaning, post_ids: Sequence[int]) -> Facets:
    """The facets of some hits, as far as the actor may see them."""
    if not post_ids:
        return Facets()
    rows = sql.rows(sql.beside(__file__, "facets"), {**actor.asking, "ids": sql.array(post_ids)})
    kinds = {row[0] for row in rows}
    spaces = {(row[4], row[1]): Choice(row[2], f"in:{row[3]}") for row in rows}
    people = {(row[8], row[5]): Choice(row[6], f"from:{row[7]}") for row in rows}
    return Facets(
        kinds=[kind for kind in KINDS if kind in kinds] if len(kinds) > 1 and not meant.kinds else [],
        spaces=_few([spaces[key] for key in sorted(spaces)]) if not meant.spaces else [],
        people=_few([people[key] for key in sorted(people)]) if not meant.persons else [],
    )


def _few(found: list[Choice]) -> list[Choice]:
    return found[:MOST] if len(found) > 1 else []
