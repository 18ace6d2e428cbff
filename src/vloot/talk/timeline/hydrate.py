"""Filling cards: a fixed number of queries, however many posts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from vloot.ground import ids as idents
from vloot.ground.database import sql
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.cards import SELECT, of_row
from vloot.people.reads import PersonCard
from vloot.talk.announcements import reads as announcements
from vloot.talk.events import reads as events
from vloot.talk.files import reads as files
from vloot.talk.polls import reads as polls
from vloot.talk.posts.models import Post
from vloot.talk.questions.reads import QuestionPart
from vloot.talk.spaces.reads import SpaceRef
from vloot.talk.timeline import links
from vloot.talk.timeline.cards import PostCard
from vloot.talk.timeline.offers import WHILE_READING, Standing, offered

_CARDS = sql.beside(__file__, "cards")
_AROUND = sql.beside(__file__, "around").replace("{persons}", SELECT)

_NOTHING: dict[str, dict[int, PersonCard]] = {}


class _Row(NamedTuple):
    """A row of cards.sql."""

    id: int
    kind: str
    author_id: int
    root_id: int | None
    parent_id: int | None
    title: str
    html: str
    known: str | None
    tried: str | None
    language: str
    tags: list[str]
    replies: int
    last_reply_id: int | None
    edited_at: datetime | None
    is_removed: bool
    is_pinned: bool
    is_closed: bool
    closed_reason: str
    origin: str
    space_id: int
    space_name: str
    space_slug: str
    access: str
    is_archived: bool
    is_host: bool | None  # None: not in the space
    read_upto: int | None
    is_bookmarked: bool
    owner_id: int | None  # of the question whose thread this is
    accepted_id: int | None
    is_question_closed: bool
    head_author_id: int
    is_thread_open: bool
    is_outdated: bool
    instead_id: int | None

    @property
    def thread_id(self) -> int:
        return self.root_id or self.id


def cards(actor: Actor, post_ids: Sequence[int]) -> list[PostCard]:
    """Cards of posts the actor may see, in the order of the ids; others are left out."""
    if not post_ids:
        return []
    asked = {
        "me": actor.person_id,
        "is_guest": actor.is_guest,
        "is_importer": actor.is_importer,
        "ids": sql.array(post_ids),
    }
    rows = [_Row(*row) for row in sql.rows(_CARDS, asked)]
    return _Filling(actor, rows).cards() if rows else []


class _Filling:
    """Everything a set of cards needs, read once."""

    def __init__(self, actor: Actor, rows: list[_Row]) -> None:
        self.actor = actor
        self.rows = rows
        post_ids = [row.id for row in rows]
        named = {row.author_id for row in rows}
        named.update(row.owner_id for row in rows if row.owner_id and row.kind == Post.QUESTION)
        self.persons: dict[int, PersonCard] = {}
        # Of each post, what others did: to whom of them, each once, whatever another program knew of emoji.
        self.around: dict[int, dict[str, dict[int, PersonCard]]] = {}
        asked_around = {"ids": sql.array(post_ids), "named": sql.array(named)}
        for what, post_id, *columns in sql.rows(_AROUND, asked_around):
            person = of_row(tuple(columns)) if columns[0] else None
            if what == "named":
                if person is not None:
                    self.persons[person.id] = person
            else:
                found = self.around.setdefault(post_id, {}).setdefault(what, {})
                if person is not None:
                    found[person.id] = person
        has_files = any("files" in found for found in self.around.values())
        self.files = files.of_posts(post_ids) if has_files else {}
        # What was taken away says nothing by its parts either; sealed, they may come back.
        said = [row for row in rows if not row.is_removed]
        asked = [row.id for row in said if row.kind == Post.POLL]
        self.polls = polls.parts(actor, asked) if asked else {}
        announced = [row.id for row in said if row.kind == Post.ANNOUNCEMENT]
        self.announcements = announcements.parts(actor, announced) if announced else {}
        planned = [row.id for row in said if row.kind == Post.EVENT]
        self.events = events.parts(actor, planned) if planned else {}
        self.links = links.of_bodies(actor, [(row.id, row.html) for row in rows])
        self.spaces = {
            row.space_id: SpaceRef(row.space_id, row.space_name, row.space_slug, row.access, row.is_archived)
            for row in rows
        }
        self.i_lead: bool | None = None

    def cards(self) -> list[PostCard]:
        return [self._card(row) for row in self.rows]

    def _card(self, row: _Row) -> PostCard:
        me = self.actor.person_id
        around = self.around.get(row.id, _NOTHING)
        appreciated, helped = _named(around, "appreciated"), _named(around, "helped")
        return PostCard(
            id=row.id,
            kind=row.kind,
            space=self.spaces[row.space_id],
            author=self.persons[row.author_id],
            title=row.title,
            html=row.html,
            language=row.language,
            at=idents.moment(row.id),
            edited_at=row.edited_at,
            is_removed=row.is_removed,
            is_pinned=row.is_pinned,
            is_closed=row.is_closed,
            closed_reason=row.closed_reason,
            origin=row.origin,
            thread_id=row.thread_id,
            parent_id=row.parent_id,
            replies=row.replies,
            last_reply_at=idents.moment(row.last_reply_id) if row.last_reply_id else None,
            is_bookmarked=row.is_bookmarked,
            is_unread=_is_unread(row, me),
            is_mine=row.author_id == me,
            tags=row.tags,
            files=self.files.get(row.id, []),
            appreciated_by=appreciated,
            is_appreciated=me in around.get("appreciated", ()),
            helped=helped,
            has_helped_me=me in around.get("helped", ()),
            is_accepted=row.accepted_id == row.id,
            is_outdated=row.is_outdated,
            instead_id=row.instead_id,
            can=self._can(row),
            question=self._question(row) if row.kind == Post.QUESTION else None,
            poll=self.polls.get(row.id),
            announcement=self.announcements.get(row.id),
            event=self.events.get(row.id),
            links=self.links.get(row.id, []),
            thanks_to=_named(around, "thanked"),
        )

    def _question(self, row: _Row) -> QuestionPart:
        state = "closed" if row.is_question_closed else "answered" if row.accepted_id else "open"
        return QuestionPart(
            owner=self.persons[row.owner_id or row.author_id],
            state=state,
            accepted_id=row.accepted_id,
            known=row.known or "",
            tried=row.tried or "",
        )

    def _can(self, row: _Row) -> frozenset[str]:
        if row.is_removed:
            return frozenset()
        me, is_head, asks = self.actor.person_id, row.root_id is None, row.kind == Post.QUESTION
        announced, event = self.announcements.get(row.id), self.events.get(row.id)
        is_mine, is_member = row.author_id == me, row.is_host is not None
        standing = Standing(
            kind=row.kind,
            is_head=is_head,
            is_mine=is_mine,
            is_host=bool(row.is_host),
            can_write=not row.is_archived
            and (is_member or (row.access == "open" and not self.actor.is_guest)),
            is_thread_open=row.is_thread_open,
            is_ended=row.is_question_closed if asks else row.is_closed,
            is_orphaned=asks and not self.persons[row.author_id].is_active,
            is_owner=row.owner_id == me,
            is_asker=row.head_author_id == me,
            leads=is_mine and is_head and not asks and not row.is_closed and self._leads(),
            is_poll_open=row.kind == Post.POLL and not self.polls[row.id].is_closed,
            can_confirm=announced is not None
            and announced.asks
            and not announced.is_confirmed
            and not is_mine,
            is_on_top=announced is not None and announced.is_on_top,
            is_ahead=event is not None and not (event.is_over or event.is_cancelled),
        )
        return offered(standing) & WHILE_READING if self.actor.is_read_only else offered(standing)

    def _leads(self) -> bool:
        if self.i_lead is None:
            self.i_lead = people.leads(self.actor.person_id)
        return self.i_lead


def _named(around: dict[str, dict[int, PersonCard]], what: str) -> list[PersonCard]:
    return people.alphabetical(around[what].values()) if what in around else []


def _is_unread(row: _Row, me: int) -> bool:
    if row.read_upto is None or row.author_id == me:
        return False
    newest = row.id if row.root_id else row.last_reply_id or row.id
    return newest > row.read_upto
