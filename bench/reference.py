"""The yardstick: the reference query through psycopg alone, prepared and binary, and its rows as JSON through msgspec."""

from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import psycopg

SQL = (Path(__file__).parent / "reference.sql").read_text("utf-8")


class Author(msgspec.Struct):
    """Who wrote it."""

    id: int
    name: str
    first_name: str
    face: str
    function: str
    team: str | None


class Space(msgspec.Struct):
    """Where it stands."""

    id: int
    name: str
    slug: str
    access: str


class Asked(msgspec.Struct):
    """What a question has beside a post."""

    accepted_id: int | None
    owner_id: int
    owner: str
    parts: dict[str, str]


class Card(msgspec.Struct):
    """One thread as JSON gives it."""

    id: int
    kind: str
    title: str
    html: str
    tags: list[str]
    replies: int
    last_reply_id: int | None
    edited_at: datetime | None
    is_pinned: bool
    closed_reason: str
    origin: str
    author: Author
    space: Space
    read_upto: int | None
    is_bookmarked: bool
    question: Asked | None
    appreciated_by: list[str]
    thanks_to: list[str]


class Reference:
    """One connection of its own, asked as often as one likes."""

    def __init__(self, parameters: dict[str, Any]) -> None:
        line = {**parameters, "autocommit": True, "cursor_factory": psycopg.Cursor, "prepare_threshold": 5}
        self.connection = psycopg.connect(**line)
        self.cursor = self.connection.cursor(binary=True)
        self.encode = msgspec.json.Encoder().encode

    @property
    def pid(self) -> int:
        """The process in which the database answers."""
        return self.connection.info.backend_pid

    def ask(self, person_id: int) -> bytes:
        """The newest 20 for one person, as JSON."""
        self.cursor.execute(SQL, {"me": person_id}, prepare=True)
        return self.encode([_card(*row) for row in self.cursor.fetchall()])


def _card(*row: Any) -> Card:
    question = Asked(*row[23:27]) if row[24] else None
    parts = (*row[:11], Author(*row[11:17]), Space(*row[17:21]), *row[21:23], question, *row[27:29])
    return Card(*parts)
