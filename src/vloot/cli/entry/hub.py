"""One connection that listens for all open streams of this process, and passes each signal to those it is for."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import Executor
from typing import Any, TypeVar

import msgspec
import psycopg
from django.db import Error as DatabaseError
from psycopg import sql

from vloot.cli.entry import listeners, usher
from vloot.cli.entry.audience import Audience
from vloot.cli.entry.listeners import Listener
from vloot.cli.entry.usher import Admitted, Usher
from vloot.cli.running.schema import parameters
from vloot.ground import live

log = logging.getLogger(__name__)
T = TypeVar("T")

_RECHECK = 30.0  # seconds between looks at whether sessions are still good
_AFTER_END = 0.5  # a sign-out is announced a moment before its session is gone
_RETRY = 0.5
_HEARTBEAT = 20.0  # seconds; proxies close lines that are silent for longer than a minute
_MOST_EACH = 50  # streams of one person: a page each, on all their devices


class Hub:
    """All listeners of this process."""

    def __init__(self, aside: Executor) -> None:
        self.aside = aside
        self.audience = Audience()
        self.is_closing = False
        self._changes = 0  # of what people may read, so far
        self._usher = Usher(self._admit)
        self._tasks: list[asyncio.Task[None]] = []

    def open(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to listen."""
        self._tasks = [
            loop.create_task(one) for one in (self._listen(), self._look_regularly(), self._beat())
        ]

    def close(self) -> None:
        """End every stream; new ones are turned away."""
        self.is_closing = True
        for task in self._tasks:
            task.cancel()
        for listener in self.audience:
            listener.close()

    async def admit(self, cookies: str) -> Listener | None:
        """The listener behind these cookies, already hearing; None when nobody is signed in, or somebody too often."""
        key, changes = listeners.key_in(cookies), self._changes
        found = await self._usher.admit(key) if key else None
        if key is None or found is None or self.is_closing:
            return None
        person_id, space_ids = found
        if len(self.audience.of_person(person_id)) >= _MOST_EACH:
            return None
        listener = Listener(key, person_id, space_ids)
        self.audience.add(listener)
        if changes != self._changes:
            # What this person may read, or whether they are in at all, can have changed between asking and hearing.
            await self._refresh([listener])
            await self._look([listener])
        return listener

    def leave(self, listener: Listener) -> None:
        """Stop passing signals to this listener."""
        self.audience.discard(listener)

    def opening(self) -> bytes:
        """The first words of a stream: when to come back if the line is lost."""
        return b"retry: %d\n\n" % usher.come_back_in(len(self.audience)) + listeners.hello()

    async def _admit(self, keys: list[str]) -> Admitted:
        return await self._ask(listeners.admit, keys)

    async def _listen(self) -> None:
        while True:
            try:
                await self._listen_once()
            except (psycopg.Error, DatabaseError) as error:
                log.warning("The live stream lost the database, and tries again: %s", error)
            await asyncio.sleep(_RETRY)

    async def _listen_once(self) -> None:
        async with await psycopg.AsyncConnection.connect(**{**parameters(), "autocommit": True}) as line:
            await line.execute(sql.SQL("listen {}").format(sql.Identifier(live.CHANNEL)))
            # Signals sent while nobody listened are lost: let every page fetch what it missed.
            await self._refresh(list(self.audience))
            for listener in self.audience:
                listener.tell(listeners.hello())
            while True:
                async for notice in line.notifies(timeout=_RECHECK):
                    await self._pass(notice.payload)
                await line.execute("select 1")  # notices a connection that died without a word

    async def _pass(self, payload: str) -> None:
        try:
            signal = live.read(payload)
        except msgspec.MsgspecError:
            log.warning("What came over %s is no signal: %r", live.CHANNEL, payload[:100])
            return
        self._changes += signal.kind in (live.ENDED, live.SPACES)
        if signal.kind == live.ENDED:
            self._tasks = [task for task in self._tasks if not task.done()]
            self._tasks.append(asyncio.create_task(self._look_again(signal.person_id)))
            return
        hearing = self.audience.hearing(signal)
        if signal.kind == live.SPACES:
            # In order, so that a space's first post finds those who may now read it.
            await self._refresh(hearing)
        told = listeners.line(signal, usher.ask_within(len(hearing)))
        for listener in hearing:
            if listener.may_know(signal):
                listener.tell(told)

    async def _refresh(self, among: Collection[Listener]) -> None:
        """Ask anew what these may read."""
        if among:
            persons = self.audience.person_ids(among)
            self.audience.let_read(among, await self._ask(listeners.readable, persons))

    async def _beat(self) -> None:
        """Say something on every line that has been silent for long, a few at a time."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(1)
            now = loop.time()
            for listener in self.audience:
                if now - listener.spoken_at >= _HEARTBEAT and not listener.lines:
                    listener.tell(b"retry: %d\n:\n\n" % usher.come_back_in(len(self.audience)))

    async def _look_regularly(self) -> None:
        while True:
            await asyncio.sleep(_RECHECK)
            with contextlib.suppress(DatabaseError):  # the database is away: the next look tells
                await self._look(list(self.audience))

    async def _look_again(self, person_id: int | None) -> None:
        await asyncio.sleep(_AFTER_END)
        await self._look(list(self.audience) if person_id is None else self.audience.of_person(person_id))

    async def _look(self, looked_at: Iterable[Listener]) -> None:
        looked_at = list(looked_at)
        keys = sorted({one.session_key for one in looked_at})
        for start in range(0, len(keys), 200):
            some = set(keys[start : start + 200])
            good = await self._ask(listeners.still_in, some)
            for listener in looked_at:
                if listener.session_key in some - good:
                    listener.close()

    async def _ask(self, question: Callable[..., T], *args: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.aside, question, *args)
