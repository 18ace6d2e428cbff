"""A real `vloot serve` for tests: its own folder, its own port, its own database."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PEOPLE = """
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from vloot.people.models import Person
for name in ("anna", "bram", "dana"):
    person, _ = Person.objects.get_or_create(username=name, defaults={"name": name, "first_name": name})
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    print("SESSION", name, person.pk, session.session_key)
"""


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def vloot(data: Path, *words: str, timeout: float = 60) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "vloot", *words],
        env={**os.environ, "VLOOT_DATA": str(data)}, capture_output=True, text=True, timeout=timeout, check=False,
    )  # fmt: skip


class Server:
    """A server that runs; `words` is what it has printed."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
        self.lines: list[http.client.HTTPConnection] = []
        self.log = data.with_name("serve.txt")
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "vloot", "serve", "--port", str(self.port)],
                env={**os.environ, "VLOOT_DATA": str(data)}, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self.wait_until_open()

    @property
    def words(self) -> str:
        return self.log.read_text()

    def wait_until_open(self) -> None:
        until = time.monotonic() + 60
        while "Stop with Ctrl-C" not in self.words:
            assert self.process.poll() is None, self.words
            assert time.monotonic() < until, self.words
            time.sleep(0.05)

    def get(self, path: str, cookie: str = "") -> http.client.HTTPResponse:
        """Ask for a page; the answer's body is still to be read."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        self.lines.append(line)
        line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        return line.getresponse()

    def close(self) -> None:
        for line in self.lines:
            line.close()

    def stop(self, sig: int = signal.SIGTERM) -> float:
        """Stop it; gives the seconds that took."""
        begun = time.monotonic()
        self.process.send_signal(sig)
        self.process.wait(20)
        return time.monotonic() - begun

    def people(self) -> dict[str, tuple[int, str]]:
        """Two people who are signed in: name -> (id, cookie)."""
        done = vloot(self.data, "manage", "shell", "-v0", "-c", PEOPLE)
        found = re.findall(r"SESSION (\w+) (\d+) (\w+)", done.stdout)
        assert found, done.stderr
        return {name: (int(pk), f"vloot_session={key}") for name, pk, key in found}


class Stream:
    """An open live stream."""

    def __init__(self, server: Server, cookie: str, path: str = "/live") -> None:
        self.answer = server.get(path, cookie)
        assert self.answer.status == 200

    def next(self) -> tuple[str, str]:
        """The next event as (kind, what it says); ("", "") at the end."""
        kind = ""
        while line := self.answer.readline().decode():
            if line.startswith("event: "):
                kind = line[7:].strip()
            elif line.startswith("data: "):
                return kind, line[6:].strip()
        return "", ""


@contextmanager
def serving(data: Path) -> Iterator[Server]:
    server = Server(data)
    try:
        yield server
    finally:
        server.close()
        if server.process.poll() is None:
            server.stop()
