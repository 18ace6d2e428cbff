"""What a page shows of what was found."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

import msgspec

from vloot.ground import ids as idents
from vloot.ground.database import sql
from vloot.ground.text import plain
from vloot.people.actor import Actor
from vloot.people.cards import SELECT, of_row
from vloot.people.reads import PersonCard
from vloot.talk.search import excerpts
from vloot.talk.search.excerpts import Marks, Piece
from vloot.talk.spaces.reads import SpaceRef

_HITS = sql.beside(__file__, "hits").replace("{persons}", SELECT)
_GIVEN = "select id, place, 0 from unnest(%(ids)s::bigint[]) with ordinality as given (id, place)"
_FOUND = "select post_id, -post_id, count(*) over () from ({statement}) found"
SHORT = 2000  # characters of a body whose words are kept ready


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One post that was found.

    `state` is a question's ("open", "answered", "closed") or an answer's ("outdated"); `title` is a reply's thread's.
    """

    id: int
    thread_id: int
    kind: str
    title: list[Piece]
    excerpt: list[Piece]
    language: str
    space: SpaceRef
    author: PersonCard
    at: datetime
    state: str
    file: list[Piece]  # the name of the file in which the words are, where they are in nothing else


def hits(actor: Actor, post_ids: Sequence[int], wanted: Collection[str]) -> list[Hit]:
    """Hits in the order of the ids, as far as the actor may see them; those that changed since they were indexed are left out."""
    if not post_ids:
        return []
    rows = sql.rows(_showing(_GIVEN), {**actor.asking, "ids": sql.array(post_ids)})
    return _hits(rows, wanted)


def hits_of(statement: str, asked: Mapping[str, Any], wanted: Collection[str]) -> tuple[list[Hit], int]:
    """The same for what a statement finds, the newest first, in one question; and how many it found, with those that are left out."""
    rows = sql.rows(_showing(_FOUND.format(statement=statement)), asked)
    return _hits(rows, wanted), rows[0][17] if rows else 0


@cache
def _showing(found: str) -> str:
    return _HITS.replace("{wanted}", found)


def _hits(rows: Sequence[tuple[Any, ...]], wanted: Collection[str]) -> list[Hit]:
    texts = {
        row[0]: " ".join(_text(one) for one in [row[4], *(row[5] or {}).values()] if one) for row in rows
    }
    shown = (text for row in rows for text in (row[3], texts[row[0]], *(row[15] or ())))
    pattern = excerpts.marks(shown, wanted)
    return [_hit(row, texts[row[0]], pattern) for row in rows]


def _text(safe_html: str) -> str:
    return _short(safe_html) if len(safe_html) <= SHORT else plain(safe_html)


_short = lru_cache(2048)(plain)


def _hit(row: tuple, text: str, pattern: Marks) -> Hit:  # type: ignore[type-arg]
    post_id, root_id, kind, title, _html, _parts, language = row[:7]
    is_closed, is_answered, has_title, files, is_outdated = row[12:17]
    state = "outdated" if is_outdated else ""
    if kind == "question":
        state = "closed" if is_closed else "answered" if is_answered else "open"
    named: list[Piece] = []
    if files and not excerpts.has_any(text, pattern):
        named = next(
            (excerpts.marked(name, pattern) for name in files if excerpts.has_any(name, pattern)), []
        )
    return Hit(
        id=post_id,
        thread_id=root_id or post_id,
        kind=kind,
        title=excerpts.marked(title, pattern if has_title else None),
        excerpt=excerpts.excerpt(text, pattern),
        language=language,
        space=SpaceRef(*row[7:12]),
        author=of_row(row[18:]),
        at=idents.moment(post_id),
        state=state,
        file=named,
    )
