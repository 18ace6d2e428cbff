"""Telling open pages that something changed, through PostgreSQL's LISTEN/NOTIFY.

A signal holds ids only, never words: a page that gets one asks for the thing itself and so passes the same permission
as always. Signals sent in a transaction arrive when it commits, and none when it does not.
"""

from collections.abc import Iterable

import msgspec
from django.db import connection

CHANNEL = "vloot_live"

# Two kinds the stream itself acts on; all others it only passes to pages.
ENDED = "ended"  # sessions of this person have ended: streams whose session is gone close
SPACES = "spaces"  # what this person (or everybody) may read has changed: it is asked anew


class Signal(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something changed: for the readers of a space, for one person, or (neither given) for everybody signed in."""

    kind: str
    object_id: int
    space_id: int | None = None
    person_id: int | None = None


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Signal).decode


def announce(kind: str, *, object_id: int, space_id: int | None = None, person_id: int | None = None) -> None:
    """Send a signal with the present transaction. `kind` is one lower-case word that pages know, such as `post`."""
    announce_many([Signal(kind=kind, object_id=object_id, space_id=space_id, person_id=person_id)])


def announce_many(signals: Iterable[Signal]) -> None:
    """Send signals with the present transaction, all in one statement."""
    payloads = [_encode(signal).decode() for signal in signals]
    with connection.cursor() as cursor:
        cursor.execute("select pg_notify(%s, payload) from unnest(%s::text[]) payload", [CHANNEL, payloads])


def read(payload: str) -> Signal:
    """The signal in a notification. Raises msgspec.MsgspecError for anything else on the channel."""
    return _decode(payload)
