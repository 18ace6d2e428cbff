"""Reply addresses: `vloot+TOKEN@example.org`, each for one person and one thing, signed, and over after 60 days.

A token holds its last day, the person and the thing, and 80 bits of HMAC over them; in base32, because servers change capitals.
"""

import hmac
import re
import struct
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.conf import settings
from django.utils.crypto import salted_hmac

from vloot.ground import clock
from vloot.ground.mail.keys import decoded, encoded

KEPT = timedelta(days=60)
TOKEN = 45  # letters
LONGEST_LOCAL = 64  # RFC 5321
LONGEST_NAME = LONGEST_LOCAL - TOKEN - 1
_FIRST = date(2020, 1, 1)
_PARTS = struct.Struct(">HQQ")
_MARK = 10  # bytes
_ADDRESS = re.compile(r"([^\s<>@,;:\"+]+)\+([a-zA-Z2-7]{45})@([^\s<>@,;:\"]+)")


class ReplyTo(NamedTuple):
    """Who answers, and what; `is_over` when the address is too old."""

    person_id: int
    object_id: int
    is_over: bool


def base() -> str:
    """The address that answers come to; "" when none is set and nobody can answer by mail."""
    return str(settings.VLOOT_MAIL_REPLY_TO)


def address_for(person_id: int, object_id: int) -> str:
    """The address with which this person answers this thing; "" when answers by mail are not set up."""
    name, at, domain = base().rpartition("@")
    if not at:
        return ""
    last = clock.now().date() + KEPT
    kept = _PARTS.pack((last - _FIRST).days, person_id, object_id)
    return f"{name}+{encoded(kept + _mark(kept))}@{domain}"


def read(addresses: Iterable[str]) -> ReplyTo | None:
    """What the first of these texts with a true reply address in it stands for; None when there is none."""
    name, _at, domain = base().lower().rpartition("@")
    for text in addresses:
        for found in _ADDRESS.finditer(text):
            if (found[1].lower(), found[3].lower()) != (name, domain):
                continue
            if known := _known(found[2]):
                return known
    return None


def _known(token: str) -> ReplyTo | None:
    try:
        raw = decoded(token)
    except ValueError:
        return None
    kept, mark = raw[: _PARTS.size], raw[_PARTS.size :]
    if len(mark) != _MARK or not hmac.compare_digest(mark, _mark(kept)):
        return None
    days, person_id, object_id = _PARTS.unpack(kept)
    return ReplyTo(person_id, object_id, is_over=clock.now().date() > _FIRST + timedelta(days=days))


def _mark(kept: bytes) -> bytes:
    return salted_hmac("vloot.ground.mail.reply", kept, algorithm="sha256").digest()[:_MARK]
