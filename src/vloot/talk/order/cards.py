"""What pages show of order."""

from datetime import datetime

import msgspec

from vloot.people.reads import PersonCard
from vloot.talk.spaces.reads import SpaceRef


class CaseLine(msgspec.Struct, frozen=True, kw_only=True):
    """A case in the queue."""

    id: int
    person: PersonCard
    space: SpaceRef | None
    at: datetime
    reasons: list[str]
    excerpt: str
    claimed_by: PersonCard | None
    is_mine: bool
    is_appeal: bool


class ReportLine(msgspec.Struct, frozen=True):
    """One report, as the hosts of its case read it."""

    reporter: PersonCard | None
    reason: str
    words: str
    at: datetime


class NoteLine(msgspec.Struct, frozen=True):
    """What a host said to the others."""

    author: PersonCard | None
    words: str
    at: datetime


class CasePage(msgspec.Struct, frozen=True, kw_only=True):
    """A case as who looks after it sees it. `can` names what this reader may do."""

    line: CaseLine
    thread_id: int | None  # to see the post in its place; None where the reader does not read that space
    post_id: int | None
    pieces: list[tuple[str, bool]]  # what it says, each piece with whether it is a watched word
    watched: list[tuple[str, str]]  # the watched words in it, each with why
    is_gone: bool
    is_sealed: bool
    reports: list[ReportLine]
    notes: list[NoteLine]
    outcome: str
    reason: str
    until: datetime | None
    decided_by: PersonCard | None
    decided_at: datetime | None
    appeal: str
    is_overturned: bool | None
    appeal_reason: str
    answered_by: PersonCard | None
    can: frozenset[str]


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision as the one whom it is about reads it."""

    id: int
    outcome: str
    title: str
    reason: str
    until: datetime | None
    decided_by: PersonCard | None
    decided_at: datetime
    words: str  # one's own that were sealed
    appeal: str
    appeal_by: datetime  # until when one may ask for another look
    is_overturned: bool | None
    appeal_reason: str
    answered_by: PersonCard | None
    thread_id: int | None
    can_appeal: bool


class MyReport(msgspec.Struct, frozen=True, kw_only=True):
    """Something I reported, and whether somebody has looked."""

    reason: str
    at: datetime
    thread_id: int | None
    title: str
    looked_at: datetime | None


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """A word on the list."""

    id: int
    phrase: str
    reason: str
    space: SpaceRef | None
    added_by: PersonCard | None
    can_drop: bool
