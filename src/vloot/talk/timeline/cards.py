"""The card of a post: what every door renders."""

from datetime import datetime

import msgspec

from vloot.people.reads import PersonCard
from vloot.talk.announcements.reads import AnnouncementPart
from vloot.talk.events.reads import EventPart
from vloot.talk.files.reads import FileCard
from vloot.talk.polls.reads import PollPart
from vloot.talk.questions.reads import QuestionPart
from vloot.talk.spaces.reads import SpaceRef
from vloot.talk.timeline.links import LinkCard


class PostCard(msgspec.Struct, frozen=True, kw_only=True):
    """One post as a page shows it to one reader. `can` names what this reader may do with it."""

    id: int
    kind: str
    space: SpaceRef
    author: PersonCard
    title: str
    html: str
    language: str
    at: datetime
    edited_at: datetime | None
    is_removed: bool
    is_pinned: bool
    is_closed: bool
    closed_reason: str
    origin: str
    thread_id: int
    parent_id: int | None
    replies: int
    last_reply_at: datetime | None
    is_bookmarked: bool
    is_unread: bool
    is_mine: bool
    tags: list[str]
    files: list[FileCard]
    appreciated_by: list[PersonCard]
    is_appreciated: bool
    helped: list[PersonCard]
    has_helped_me: bool
    is_accepted: bool
    can: frozenset[str]
    question: QuestionPart | None = None
    poll: PollPart | None = None
    announcement: AnnouncementPart | None = None
    event: EventPart | None = None
    links: list[LinkCard] = []
    is_outdated: bool = False  # holds no longer; `instead_id` is the post that says what does
    instead_id: int | None = None
    thanks_to: list[PersonCard] = []

    @property
    def is_head(self) -> bool:
        """Whether this is the first post of its thread."""
        return self.thread_id == self.id

    @property
    def is_imported(self) -> bool:
        """Whether another program brought it."""
        return self.origin.startswith("import:")


class Page(msgspec.Struct, frozen=True):
    """A page of cards; `older` is the id to go on from, None at the end."""

    cards: list[PostCard]
    older: int | None


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """A thread as one reader sees it: its head, and the replies in time order, each answer followed by its comments."""

    head: PostCard
    replies: list[PostCard]
    first_unread_id: int | None
    newest_id: int
