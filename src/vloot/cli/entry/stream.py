"""The live stream of one reader: server-sent events, for as long as the session lasts."""

import asyncio
from typing import Any

from django.db import Error as DatabaseError
from granian._granian import RSGIProtocolClosed as ProtocolClosed

from vloot.cli.entry.hub import Hub
from vloot.cli.entry.listeners import Listener

LIVE = "/live"

_SHORT = 20.0  # seconds a short stream waits for its first event
_PATIENCE = 30.0
_HEADERS = [
    ("content-type", "text/event-stream; charset=utf-8"),
    ("cache-control", "no-cache, no-transform, private"),
    ("x-accel-buffering", "no"),
    ("x-content-type-options", "nosniff"),
]
# Some proxies hold back the first two kilobytes.
_OPENING = b":" + b" " * 2048 + b"\n"


class Stream:
    """Answers `/live`, and `/live?short` for readers behind a proxy that holds answers back until they are complete."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    async def serve(self, scope: Any, protocol: Any) -> None:
        """Answer one reader until they leave, their session ends or the server stops."""
        if scope.method != "GET":
            protocol.response_empty(405, [("allow", "GET")])
            return
        try:
            listener = await self.hub.admit("; ".join(_cookies(scope)))
        except DatabaseError:
            protocol.response_empty(503, [("cache-control", "no-store")])
            return
        if listener is None:
            # 204 tells the browser not to come back by itself; while the server stops, it should.
            protocol.response_empty(503 if self.hub.is_closing else 204, [("cache-control", "no-store")])
            return
        gone = asyncio.ensure_future(protocol.client_disconnect())
        gone.add_done_callback(lambda _: listener.close())
        try:
            await self._send(protocol, listener, is_short="short" in scope.query_string.split("&"))
        except (ProtocolClosed, TimeoutError):
            pass  # the reader left
        finally:
            gone.cancel()
            self.hub.leave(listener)

    async def _send(self, protocol: Any, listener: Listener, *, is_short: bool) -> None:
        transport = protocol.response_stream(200, _HEADERS)
        loop = asyncio.get_running_loop()
        listener.spoken_at = loop.time()
        await transport.send_bytes(_OPENING + self.hub.opening())
        until = loop.time() + _SHORT if is_short else None
        while True:
            async with asyncio.timeout_at(until):
                told = await listener.take()
            if told is None:
                return
            listener.spoken_at = loop.time()
            async with asyncio.timeout(_PATIENCE):
                await transport.send_bytes(told)
            if is_short:
                return


def _cookies(scope: Any) -> list[str]:
    return [value for name, value in scope.headers.items() if name == "cookie"]
