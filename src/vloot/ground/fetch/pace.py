"""How often one host is asked: a few at once, then calmly; and not before the time that the host itself named."""

from __future__ import annotations

import threading
import time
from typing import NamedTuple

from vloot.ground.fetch.errors import Busy

LONGEST_CALM = 3600.0  # seconds; a host that asks for more is asked again after this
_MOST_HOSTS = 2000


class Pace(NamedTuple):
    """So many requests at once, and then so many a second, to one host from one process."""

    at_once: float = 10
    per_second: float = 2


class _Host:
    def __init__(self, pace: Pace) -> None:
        self.left = pace.at_once
        self.seen = time.monotonic()
        self.calm_until = 0.0


class Paces:
    """What is known of each host: how many requests it may still get, and when it wants to be left alone."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def take(self, host: str, pace: Pace) -> None:
        """Take one request. Raises Busy with the seconds to wait."""
        with self._lock:
            now = time.monotonic()
            known = self._known(host, pace)
            if known.calm_until > now:
                raise Busy(f"{host} asked for calm.", after=known.calm_until - now)
            known.left = min(pace.at_once, known.left + (now - known.seen) * pace.per_second)
            known.seen = now
            if known.left < 1:
                raise Busy(
                    f"{host} was asked often enough for now.", after=(1 - known.left) / pace.per_second
                )
            known.left -= 1

    def calm(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long."""
        with self._lock:
            self._known(host, Pace()).calm_until = time.monotonic() + min(seconds, LONGEST_CALM)

    def forget(self) -> None:
        """Know nothing of any host."""
        with self._lock:
            self._hosts.clear()

    def _known(self, host: str, pace: Pace) -> _Host:
        if host not in self._hosts:
            if len(self._hosts) >= _MOST_HOSTS:
                del self._hosts[min(self._hosts, key=lambda name: self._hosts[name].seen)]
            self._hosts[host] = _Host(pace)
        return self._hosts[host]


PACES = Paces()
