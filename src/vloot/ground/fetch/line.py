"""The line itself: connects only to addresses that were judged, and hangs up when the time is over."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from vloot.ground.fetch import addresses
from vloot.ground.fetch.errors import TooMuch


class Deadline:
    """The moment until which everything must be done, however slowly the other side drips."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left. Raises TooMuch when there are none."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TooMuch("slow", "The other side was too slow.")
        return left


class Line(httpcore.NetworkBackend):
    """Connects to what a name leads to, after judging it."""

    def __init__(self, deadline: Deadline) -> None:
        self._deadline = deadline
        self._real = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that takes the call."""
        error: Exception | None = None
        for address in addresses.find(host, port):
            try:
                found = self._real.connect_tcp(address, port, self._deadline.left(), None, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as refused:
                error = refused
            else:
                return _Timed(found, self._deadline)
        raise error or httpcore.ConnectError(host)


class _Timed(httpcore.NetworkStream):
    def __init__(self, real: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._real, self._deadline = real, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._real.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._real.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._real.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(
            self._real.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline
        )

    # law: name because httpcore calls it so
    def get_extra_info(self, info: str) -> Any:
        return self._real.get_extra_info(info)
