"""The yardstick: the reference query through psycopg alone, prepared and binary, and its rows as JSON through msgspec."""

from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import psycopg

SQL = (Path(__file__).parent / "reference.sql").read_text("utf-8")


class Card(msgspec.Struct):
    """One thread as JSON gives it."""

    id: int
    kind: str
    title: str
    html: str
    replies: int
    last_reply_id: int | None
    edited_at: datetime | None
    author: dict[str, Any]
    space: dict[str, Any]


class Reference:
    """One connection of its own, asked as often as one likes."""

    def __init__(self, parameters: dict[str, Any]) -> None:
        self.connection = psycopg.connect(
            **{**parameters, "autocommit": True, "cursor_factory": psycopg.Cursor}
        )
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
    author = {"id": row[7], "name": row[8], "first_name": row[9], "face": row[10]}
    return Card(*row[:7], author, {"id": row[11], "name": row[12], "slug": row[13]})
