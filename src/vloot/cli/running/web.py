"""The web server: granian's processes on one port."""

import contextlib
import resource
import socket
import threading
import time
from collections.abc import Callable

from granian import Granian
from granian.constants import Interfaces, Loops
from granian.log import LogLevels

from vloot.config import Config

_DRAIN = 8  # seconds until a process that does not stop is killed
_AT_THE_DOOR = 4096  # connections that may wait to be taken up: a company that comes back all at once
# Requests that one process holds at a time. Every open page holds a stream, and what waits for a place is not even a page.
_MOST_OPEN = 50_000


def serve(config: Config, *, on_ready: Callable[[], None]) -> int:
    """Serve until a signal comes; gives the exit status. Calls `on_ready` when the port answers."""
    _allow_many_files()
    server = Granian(
        "vloot.cli.entry.application:Application",
        factory=True,
        address=config.host,
        port=config.port,
        interface=Interfaces.RSGI,
        loop=Loops.asyncio,  # `entry.departure` knows this one's signal table
        workers=config.workers,
        backlog=_AT_THE_DOOR,
        backpressure=_MOST_OPEN,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=_DRAIN,
    )
    threading.Thread(target=_announce, args=(config, on_ready), daemon=True).start()
    try:
        server.serve()
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else 1
    return 0


def _allow_many_files() -> None:
    """Each open page is a file to the kernel: let there be as many as it permits."""
    with contextlib.suppress(OSError, ValueError):
        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _announce(config: Config, on_ready: Callable[[], None]) -> None:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(config.host, config.host)  # noqa: S104
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection((host, config.port), 1):
            on_ready()
            return
        time.sleep(0.05)
