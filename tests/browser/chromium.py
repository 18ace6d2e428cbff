"""The machine's own Chromium; one that no longer answers is ended, and another takes its place."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserType, Error

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 30  # seconds until a Chromium that closes nothing counts as stuck


class Chromium:
    """Gives a browser that runs."""

    def __init__(self, kind: BrowserType) -> None:
        names = (os.environ.get("VLOOT_CHROMIUM", ""), *NAMES)
        program = next((found for name in names if name and (found := shutil.which(name))), None)
        assert program, (
            "There is no Chromium; `make browser` installs Debian's, or name yours in VLOOT_CHROMIUM."
        )
        self._kind, self._program = kind, program
        self._running: Browser | None = None

    @property
    def browser(self) -> Browser:
        """The running one, or another when it was ended."""
        if self._running is None or not self._running.is_connected():
            self._running = self._kind.launch(executable_path=self._program)
        return self._running

    @contextmanager
    def closing(self) -> Iterator[None]:
        """Around what closes something: now and then a Chromium forgets to answer that, and would be waited for without end."""
        watchdog = threading.Timer(PATIENCE, _end_all)
        watchdog.start()
        try:
            yield
        except Error:
            if self._running and self._running.is_connected():
                raise
        finally:
            watchdog.cancel()

    def close(self) -> None:
        """End it."""
        if self._running:
            with self.closing():
                self._running.close()


def _end_all() -> None:
    """Kill every Chromium that this process, or one begun by it, has started."""
    parents = dict(_processes())
    for process in parents:
        above = process
        while above in parents and above != os.getpid():
            above = parents[above]
        if above == os.getpid() and _is_chromium(process):
            os.kill(process, signal.SIGKILL)


def _processes() -> Iterator[tuple[int, int]]:
    """All processes, each with its parent."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            yield int(stat.parent.name), int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # it ended meanwhile


def _is_chromium(process: int) -> bool:
    try:
        return b"chrom" in (Path("/proc") / str(process) / "cmdline").read_bytes().partition(b"\0")[0]
    except OSError:
        return False
