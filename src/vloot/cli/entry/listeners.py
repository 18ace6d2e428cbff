"""Who listens: the sessions behind open streams, and what each may hear. Many are asked about at once, in a few questions."""

import asyncio
from collections import deque
from collections.abc import Collection, Iterable
from importlib import import_module
from typing import Any

import msgspec
from django.conf import settings
from django.contrib.auth import get_user
from django.db import close_old_connections
from django.http import HttpRequest, parse_cookie

from vloot.ground import ids, live
from vloot.people import entrance
from vloot.people.reads import actors_for
from vloot.talk.spaces import audience

_MOST_WAITING = 200  # events a slow reader may be behind before the stream closes and the page starts anew


class Listener:
    """One open stream: lines ready to send, and whether it has come to its end. To be used on one loop."""

    __slots__ = ("_wake", "is_closed", "lines", "person_id", "session_key", "space_ids", "spoken_at")

    def __init__(self, session_key: str, person_id: int, space_ids: Collection[int]) -> None:
        self.session_key = session_key
        self.person_id = person_id
        self.space_ids = space_ids
        self.lines: deque[bytes] = deque()
        self.is_closed = False
        self.spoken_at = 0.0  # by the loop's clock, when something was last sent
        self._wake: asyncio.Future[None] | None = None

    def hears(self, signal: live.Signal) -> bool:
        """Whether this signal is for this person."""
        if signal.person_id is not None:
            return signal.person_id == self.person_id
        return signal.space_id is None or signal.space_id in self.space_ids

    def may_know(self, signal: live.Signal) -> bool:
        """Whether the signal names nothing that is hidden from this person: one about spaces goes to everybody."""
        is_for_all = signal.kind == live.SPACES and signal.person_id is None
        return not is_for_all or signal.object_id in self.space_ids

    def tell(self, line: bytes) -> None:
        """Queue a line; a reader too far behind is closed, and fetches what it missed when it comes back."""
        if self.is_closed:
            return
        if len(self.lines) >= _MOST_WAITING:
            self.close()
        else:
            self.lines.append(line)
            self._stir()

    def close(self) -> None:
        """End the stream after what is queued."""
        self.is_closed = True
        self._stir()

    async def take(self) -> bytes | None:
        """All that waits to be sent, as soon as there is something; None at the end."""
        while not self.lines:
            if self.is_closed:
                return None
            self._wake = asyncio.get_running_loop().create_future()
            try:
                await self._wake
            finally:
                self._wake = None
        told = b"".join(self.lines) if len(self.lines) > 1 else self.lines[0]
        self.lines.clear()
        return told

    def _stir(self) -> None:
        if self._wake is not None and not self._wake.done():
            self._wake.set_result(None)


def key_in(cookies: str) -> str | None:
    """The key of the session that these cookies name, if any."""
    return parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME)


def admit(session_keys: Collection[str]) -> dict[str, tuple[int, Collection[int]]]:
    """For the sessions that are good: the person behind each, and the spaces they may read. Asks the database four questions."""
    close_old_connections()
    behind = _behind(session_keys)
    may_read = _readable(set(behind.values()))
    return {key: (person_id, may_read.get(person_id, frozenset())) for key, person_id in behind.items()}


def still_in(session_keys: Collection[str]) -> set[str]:
    """Those of these sessions that are still good. Asks the database."""
    close_old_connections()
    return set(_behind(session_keys))


def readable(person_ids: Collection[int]) -> dict[int, frozenset[int]]:
    """What each person may read now; nothing for who has left. Asks the database."""
    close_old_connections()
    return _readable(person_ids)


def line(signal: live.Signal, spread: int = 0) -> bytes:
    """A signal as the browser gets it; `spread` are the milliseconds over which its hearers should ask for what is new.

    Ids are words: JavaScript's numbers are too short for them.
    """
    told: dict[str, Any] = {"id": str(signal.object_id)}
    if signal.space_id is not None:
        told["space"] = str(signal.space_id)
    if spread:
        told["spread"] = spread
    return b"event: %b\ndata: %b\n\n" % (signal.kind.encode(), msgspec.json.encode(told))


def hello() -> bytes:
    """The first line of a stream, and of what follows a gap: the page fetches what it missed."""
    return b'event: hello\ndata: {"id":"%d"}\n\n' % ids.new()


def _behind(session_keys: Iterable[str]) -> dict[str, int]:
    known = entrance.signed_in(session_keys)
    # What was signed with an older key, or stands in no list of devices: Django looks.
    return {
        key: person
        for key, found in known.items()
        if (person := found if found is not None else _person_behind(key)) is not None
    }


def _person_behind(session_key: str) -> int | None:
    request: Any = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    person = get_user(request)
    return person.pk if person.is_authenticated and person.is_active else None


def _readable(person_ids: Collection[int]) -> dict[int, frozenset[int]]:
    return audience.readable(actors_for(person_ids).values())
