"""A Vloot of the browser tests: started as people start it, stopped and started again where a journey asks for it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import timedelta
from pathlib import Path

from tests.browser import tide

ROOT = Path(__file__).resolve().parents[2]
STARTING = 90.0  # seconds


class House:
    """One running Vloot and its folder; `origin` is its address."""

    def __init__(self, folder: Path, *, is_empty: bool = False, is_unasked: bool = False) -> None:
        self.folder = folder
        self.flags = [*(["--empty"] if is_empty else []), *(["--unasked"] if is_unasked else [])]
        self.log = folder.with_suffix(".txt")
        self.tide = folder.with_suffix(".tide")
        self.tide.write_text("0")
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        # Passkeys want a name and not a number.
        self.origin = f"http://localhost:{self.port}"

    def start(self) -> None:
        """Start it and wait for its front page."""
        command = [sys.executable, "-m", "tests.browser.company", *self.flags]
        with self.log.open("ab") as words:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=self._surroundings(), stdout=words, stderr=words
            )
        self._wait()

    def beside(self, module: str, *words: str) -> None:
        """Run a module beside it, on the same database and by the same clock."""
        command = [sys.executable, "-m", module, *words]
        subprocess.run(command, cwd=ROOT, env=self._surroundings(), check=True, timeout=STARTING)

    def stop(self) -> None:
        """Stop it as Ctrl-C does, and wait until it is gone."""
        self._process.terminate()
        self._process.wait(30)

    def let_pass(self, **parts: float) -> None:
        """Put its clock forward by `timedelta(**parts)`; there is no way back."""
        tide.let_pass(self.tide, timedelta(**parts).total_seconds())

    def said(self) -> str:
        """What it has written on its terminal."""
        return self.log.read_text() if self.log.exists() else ""

    def _surroundings(self) -> dict[str, str]:
        return {
            **os.environ,
            "VLOOT_DATA": str(self.folder),
            "VLOOT_PORT": str(self.port),
            "VLOOT_PUBLIC_URL": self.origin,
            tide.VARIABLE: str(self.tide),
        }

    def _wait(self) -> None:
        until = time.monotonic() + STARTING
        while time.monotonic() < until:
            assert self._process.poll() is None, f"the server stopped:\n{self.said()}"
            try:
                urllib.request.urlopen(self.origin, timeout=10).close()
            except urllib.error.HTTPError as error:
                error.close()
                raise AssertionError(f"the front page says {error.code}:\n{self.said()}") from error
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError(f"the server does not answer:\n{self.said()}")
