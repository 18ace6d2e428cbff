"""Letting people in: who asks at the same time is looked up together, and a crowd leaves room for pages."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Collection

from django.db import Error as DatabaseError

_TOGETHER = 100  # sessions looked up at once
_PER_LISTENER = 10  # milliseconds over which listeners come back, for each of them
_FEW = 100
_SOONEST, _SHORTEST = 1000, 2000

Admitted = dict[str, tuple[int, Collection[int]]]
_Answer = asyncio.Future[tuple[int, Collection[int]] | None]


class Usher:
    """Looks sessions up, many in one go. `ask` answers for a list of session keys."""

    def __init__(self, ask: Callable[[list[str]], Awaitable[Admitted]]) -> None:
        self._ask = ask
        self._waiting: list[tuple[str, _Answer]] = []
        self._working: asyncio.Task[None] | None = None

    async def admit(self, session_key: str) -> tuple[int, Collection[int]] | None:
        """The person behind a session and what they may read; None when it is not good. Raises django.db.Error."""
        answer: _Answer = asyncio.get_running_loop().create_future()
        self._waiting.append((session_key, answer))
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())
        return await answer

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            batch, self._waiting = self._waiting[:_TOGETHER], self._waiting[_TOGETHER:]
            begun = loop.time()
            try:
                found = await self._ask([key for key, _answer in batch])
            except DatabaseError as error:
                for _key, answer in batch:
                    if not answer.done():
                        answer.set_exception(error)
                continue
            for key, answer in batch:
                if not answer.done():
                    answer.set_result(found.get(key))
            if self._waiting:
                # As long as that took: whoever asks for a page meanwhile gets their turn.
                await asyncio.sleep(loop.time() - begun)


def come_back_in(listeners: int) -> int:
    """Milliseconds after which one of so many should come back when the line is lost: each another, so that not all come at once."""
    return random.randint(_SOONEST, _SOONEST + max(_SHORTEST, _PER_LISTENER * listeners))  # noqa: S311


def ask_within(listeners: int) -> int:
    """Milliseconds over which so many hearers of one signal should ask for what is new; 0 for few, who ask as they like."""
    return listeners * _PER_LISTENER // 2 if listeners > _FEW else 0
