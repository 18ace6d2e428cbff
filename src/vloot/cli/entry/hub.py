"""One connection that listens for all open streams of this process, and passes each signal to those it is for."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, TypeVar

import msgspec
import psycopg
from django.db import Error as DatabaseError
from psycopg import sql

from vloot.cli.entry import listeners
from vloot.cli.entry.listeners import Listener
from vloot.cli.running.schema import parameters
from vloot.ground import live

log = logging.getLogger(__name__)
T = TypeVar("T")

_RECHECK = 30.0  # seconds between looks at whether sessions are still good
_AFTER_END = 0.5  # a sign-out is announced a moment before its session is gone
_RETRY = 0.5
_MOST_EACH = 50  # streams of one person: a page each, on all their devices


class Hub:
    """All listeners of this process."""

    def __init__(self, aside: Executor) -> None:
        self.aside = aside
        self.listeners: set[Listener] = set()
        self.is_closing = False
        self._tasks: list[asyncio.Task[None]] = []

    def open(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to listen."""
        self._tasks = [loop.create_task(self._listen()), loop.create_task(self._look_regularly())]

    def close(self) -> None:
        """End every stream; new ones are turned away."""
        self.is_closing = True
        for task in self._tasks:
            task.cancel()
        for listener in list(self.listeners):
            listener.close()

    async def admit(self, cookies: str) -> Listener | None:
        """The listener behind these cookies, already hearing; None when nobody is signed in, or somebody too often."""
        listener = await self._ask(listeners.admit, cookies)
        if listener is None or self.is_closing:
            return None
        if sum(one.person_id == listener.person_id for one in self.listeners) >= _MOST_EACH:
            return None
        self.listeners.add(listener)
        # What this person may read can have changed between asking and hearing.
        await self._ask(listeners.refresh, [listener])
        return listener

    def leave(self, listener: Listener) -> None:
        """Stop passing signals to this listener."""
        self.listeners.discard(listener)

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
            for listener in list(self.listeners):
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
        if signal.kind == live.ENDED:
            self._tasks = [task for task in self._tasks if not task.done()]
            self._tasks.append(asyncio.create_task(self._look_again(signal.person_id)))
            return
        hearing = [one for one in self.listeners if one.hears(signal)]
        if signal.kind == live.SPACES:
            # In order, so that a space's first post finds those who may now read it.
            await self._ask(listeners.refresh, hearing)
        told = listeners.line(signal)
        for listener in hearing:
            if listener.may_know(signal):
                listener.tell(told)

    async def _look_regularly(self) -> None:
        while True:
            await asyncio.sleep(_RECHECK)
            with contextlib.suppress(DatabaseError):  # the database is away: the next look tells
                await self._look(list(self.listeners))

    async def _look_again(self, person_id: int | None) -> None:
        await asyncio.sleep(_AFTER_END)
        await self._look([one for one in self.listeners if person_id in (None, one.person_id)])

    async def _look(self, looked_at: list[Listener]) -> None:
        good = await self._ask(listeners.still_in, looked_at)
        for listener in looked_at:
            if listener.session_key not in good:
                listener.close()

    async def _ask(self, question: Callable[..., T], *args: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.aside, question, *args)
