"""The process that works off the queue: started beside the web server, started again when it dies, stopped with it."""

import os
import subprocess
import sys
import threading
import time

GRACE = 5  # seconds a running job gets when Vloot stops
_LONGEST_PAUSE = 30.0
_HEALTHY = 60.0


class Queue:
    """The queue's process and the thread that keeps it alive."""

    def __init__(self) -> None:
        self._leaving = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        # The kernel ends the child when the thread that started it ends, so one thread starts every one of them.
        self._thread = threading.Thread(target=self._keep, name="queue", daemon=True)

    def start(self) -> None:
        """Start the process."""
        self._thread.start()

    def stop(self) -> None:
        """Let running jobs finish, then end the process."""
        self._leaving.set()
        if self._process is not None:
            self._process.terminate()
        self._thread.join(GRACE + 5)

    def _keep(self) -> None:
        pause = 1.0
        while not self._leaving.is_set():
            begun = time.monotonic()
            command = [sys.executable, "-m", "vloot", "worker", "--child-of", str(os.getpid())]
            # A session of its own, so that Ctrl-C reaches it through us and its jobs can finish.
            self._process = subprocess.Popen(command, start_new_session=True)
            if self._leaving.is_set():
                self._process.terminate()
            self._wait(self._process)
            if time.monotonic() - begun > _HEALTHY:
                pause = 1.0
            self._leaving.wait(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        while process.poll() is None:
            if self._leaving.is_set():
                try:
                    process.wait(GRACE + 3)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
                return
            self._leaving.wait(0.5)
