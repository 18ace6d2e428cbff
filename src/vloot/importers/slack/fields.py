"""Taking fields out of records that may hold anything anywhere."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

Raw = Mapping[str, Any]

PERSON_ID = re.compile(r"[A-Z0-9]{2,32}")
_STAMP = re.compile(r"(\d{1,11})(?:\.(\d{1,9}))?")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class UnfitError(Exception):
    """A record that cannot be used; the text says why."""


def text(raw: Raw, key: str, most: int = 1_000_000) -> str:
    """A text that any database can keep; "" when there is none."""
    value = raw.get(key)
    return clean(value)[:most] if isinstance(value, str) else ""


def clean(value: str) -> str:
    """Without the characters that PostgreSQL and UTF-8 cannot hold."""
    return value.replace("\x00", "").encode("utf-8", "replace").decode()


def within(raw: Raw, key: str) -> Raw:
    """An object inside; empty when there is none."""
    value = raw.get(key)
    return value if isinstance(value, dict) else {}


def each(raw: Raw, key: str) -> list[Raw]:
    """The objects of a list inside; what is no object is left out."""
    value = raw.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def is_set(raw: Raw, key: str) -> bool:
    """Whether a flag is true, and nothing like true."""
    return raw.get(key) is True


def person_id(value: object) -> str:
    """An id as Slack makes them, of a person, bot, channel or file; "" for anything else."""
    return value if isinstance(value, str) and PERSON_ID.fullmatch(value) else ""


def person_ids(raw: Raw, key: str) -> tuple[str, ...]:
    """The ids of a list inside, each once."""
    value = raw.get(key)
    found = [person_id(item) for item in value] if isinstance(value, list) else []
    return tuple(dict.fromkeys(item for item in found if item))


def stamp(value: object) -> str:
    """A time as Slack writes it, "1433558319.000002", which also names a message; "" for anything else."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 10**11:
        value = f"{value:.6f}"
    return value if isinstance(value, str) and value.isascii() and _STAMP.fullmatch(value) else ""


def moment(value: object, latest: datetime) -> datetime | None:
    """The moment of such a time, if it lies between 1970 and `latest`."""
    found = _STAMP.fullmatch(stamp(value))
    if not found:
        return None
    try:
        at = _EPOCH + timedelta(seconds=int(found[1]), microseconds=int((found[2] or "").ljust(6, "0")[:6]))
    except OverflowError:
        return None
    return at if _EPOCH < at <= latest else None


def whole(raw: Raw, key: str) -> int:
    """A number, 0 when there is none or it is absurd."""
    value = raw.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53 else 0
