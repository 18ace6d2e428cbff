"""Leaving in order: streams end before the server waits for open requests, and no worker outlives its parent."""

import asyncio
import ctypes
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

_PR_SET_PDEATHSIG = 1


def end_with_parent(parent: int | None = None) -> None:
    """Have the kernel stop this process (SIGTERM) when its parent is gone, killed ones included. Linux only."""
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    # The parent may have gone before we asked.
    if os.getppid() != (parent or os.getppid()) or os.getppid() == 1 != os.getpid():
        os.kill(os.getpid(), signal.SIGTERM)


def before_leaving(loop: asyncio.AbstractEventLoop, first: Callable[[], None]) -> None:
    """On SIGTERM and SIGINT call `first`, then what the server had registered.

    The server waits for open requests before it tells the application, and a live stream is an open request
    for ever: without this it would never leave. It reaches into asyncio's table of signals, so `serve` asks for
    asyncio's own loop.
    """
    table: dict[int, Any] = getattr(loop, "_signal_handlers", {})
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _leave, first, table.get(number))


def _leave(first: Callable[[], None], then: Any) -> None:
    first()
    if then is not None:
        then._run()
