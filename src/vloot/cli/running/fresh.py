"""An empty database gets its whole shape at once: what all migrations together make, written down by `make shape`.

Step by step it takes a machine a quarter of a minute, nearly all of it Django's own thinking about what comes between.
"""

import re
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, transaction

SHAPE = Path(__file__).with_name("shape.sql")
_HEAD = re.compile(r"-- PostgreSQL (\d+), migrations ([0-9a-f]{64})\n")
_IS_EMPTY = "select not exists (select from pg_class where relnamespace = 'public'::regnamespace)"


def lay() -> bool:
    """Give an empty database its shape; False leaves one that is not empty, or of another PostgreSQL, to the migrations."""
    with transaction.atomic(), connection.cursor() as cursor:
        if is_empty(cursor) and fits():
            cursor.execute(SHAPE.read_text("utf-8"))
            return True
    return False


def fits() -> bool:
    """Whether the database is of the PostgreSQL that the shape was written down from."""
    version, _digest = head(SHAPE.read_text("utf-8"))
    return bool(connection.pg_version // 10_000 == version)  # type: ignore[attr-defined]


def is_empty(cursor: Any) -> bool:
    """Whether there is no table yet."""
    cursor.execute(_IS_EMPTY)
    return bool(cursor.fetchone()[0])


def head(text: str) -> tuple[int, str]:
    """Of which PostgreSQL a written shape is, and of which migrations."""
    found = _HEAD.match(text)
    if not found:
        raise ValueError("The written shape begins with nothing that says of what it is.")
    return int(found[1]), found[2]


def digest() -> str:
    """What tells our migrations of now from any others, in hexadecimal."""
    found = sha256()
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        if config.name.startswith("vloot."):
            for path in sorted(Path(config.path).glob("migrations/[0-9]*")):
                found.update(f"{config.label}/{path.name}\n".encode() + path.read_bytes())
    return found.hexdigest()
