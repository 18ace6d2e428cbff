"""Who listens: the sessions behind open streams, and what each may hear."""

import asyncio
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import msgspec
from django.conf import settings
from django.contrib.auth import get_user
from django.db import close_old_connections
from django.http import HttpRequest, parse_cookie

from vloot.ground import ids, live
from vloot.ground.errors import NotFound
from vloot.people.reads import actor_for
from vloot.talk.spaces.reads import visible_space_ids

_MOST_WAITING = 200  # events a slow reader may be behind before the stream closes and the page starts anew


class Listener:
    """One open stream. Its queue holds lines ready to send, and None for the end."""

    def __init__(self, session_key: str, person_id: int, space_ids: set[int]) -> None:
        self.session_key = session_key
        self.person_id = person_id
        self.space_ids = space_ids
        self.queue: asyncio.Queue[bytes | None] = asyncio.Queue(_MOST_WAITING)
        self.is_closed = False

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
        if self.queue.full():
            self.close()
        else:
            self.queue.put_nowait(line)

    def close(self) -> None:
        """End the stream after what is queued."""
        if not self.is_closed:
            self.is_closed = True
            if self.queue.full():
                self.queue.get_nowait()
            self.queue.put_nowait(None)


def admit(cookies: str) -> Listener | None:
    """The listener behind these cookies; None when nobody is signed in. Asks the database."""
    close_old_connections()
    key = parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME)
    person_id = _person_behind(key) if key else None
    if key is None or person_id is None:
        return None
    return Listener(key, person_id, _readable(person_id))


def still_in(listeners: Iterable[Listener]) -> set[str]:
    """The keys of those sessions that are still good. Asks the database."""
    close_old_connections()
    return {key for key in {one.session_key for one in listeners} if _person_behind(key) is not None}


def refresh(listeners: Iterable[Listener]) -> None:
    """Ask anew what each person may read."""
    close_old_connections()
    readable: dict[int, set[int]] = {}
    for one in listeners:
        if one.person_id not in readable:
            readable[one.person_id] = _readable(one.person_id)
        one.space_ids = readable[one.person_id]


def line(signal: live.Signal) -> bytes:
    """A signal as the browser gets it. Ids are words: JavaScript's numbers are too short for them."""
    told = {"id": str(signal.object_id)}
    if signal.space_id is not None:
        told["space"] = str(signal.space_id)
    return b"event: %b\ndata: %b\n\n" % (signal.kind.encode(), msgspec.json.encode(told))


def hello() -> bytes:
    """The first line of a stream, and of what follows a gap: the page fetches what it missed."""
    return b'event: hello\ndata: {"id":"%d"}\n\n' % ids.new()


def _person_behind(session_key: str) -> int | None:
    request: Any = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    person = get_user(request)
    return person.pk if person.is_authenticated and person.is_active else None


def _readable(person_id: int) -> set[int]:
    try:
        return visible_space_ids(actor_for(person_id))
    except NotFound:
        return set()
