"""The machinery behind tests/conftest.py."""

import fcntl
import ipaddress
import json
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

# Names the run's folder to the workers of pytest-xdist.
FOLDER = "VLOOT_TEST_FOLDER"
KEPT = {FOLDER, "VLOOT_CHROMIUM"}
MIGRATED = "migrated"


def clear_surroundings(folder: Path) -> None:
    """Point Vloot at the run's own folder, whatever this shell is set up for."""
    for name in [name for name in os.environ if name.startswith("VLOOT_") and name not in KEPT]:
        del os.environ[name]
    os.environ.pop("DATABASE_URL", None)
    os.environ["VLOOT_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "vloot.settings"


def known_by_their_session(request: Any, user: Any, **_: object) -> None:
    """What allauth does at a sign-in, for the bare request of `Client.force_login`."""
    from allauth.usersessions.models import UserSession

    if not request.META:
        UserSession.objects.create(user=user, session_key=request.session.session_key, ip="127.0.0.1")


def remove(folder: Path) -> None:
    """Take the run's folder away, and the database's when it had to lie elsewhere."""
    pointer = folder / "pg-elsewhere.txt"
    if pointer.exists():
        shutil.rmtree(pointer.read_text("utf-8").strip(), ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def once(name: str) -> Iterator[bool]:
    """The workers of a run go through this block one by one; tells each whether it is the first that comes to its end."""
    mark = Path(os.environ[FOLDER]) / name
    with mark.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield not mark.exists()
        mark.touch()


def copy_of_migrated(cluster: dict[str, str], *, is_first: bool) -> None:
    """Let Django make its database as a copy of one that is migrated already; the first does that."""
    from django.db import connection

    from vloot.cli.running import schema
    from vloot.ground.postgres import databases

    if is_first:
        own = connection.settings_dict["NAME"]
        databases.create({**cluster, "dbname": MIGRATED})
        connection.settings_dict["NAME"] = MIGRATED
        schema.take_steps()
        with connection.cursor() as cursor:
            # It would count what tests have rolled back, and plan for tables that are full of nothing.
            cursor.execute("alter system set autovacuum = off")
            cursor.execute("select pg_reload_conf()")
        connection.close()
        connection.settings_dict["NAME"] = own
    connection.settings_dict["TEST"] |= {"TEMPLATE": MIGRATED, "MIGRATE": False}


def empty_queue() -> None:
    """No job waits, none was ever done."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "truncate procrastinate_jobs, procrastinate_periodic_defers, procrastinate_events cascade"
        )


def is_loopback(used: socket.socket, address: object) -> bool:
    """Whether a connection stays on this machine: a socket in the file system, or 127.0.0.1 by any of its names."""
    if used.family not in (socket.AF_INET, socket.AF_INET6) or not isinstance(address, tuple):
        return True
    if address[0] == "localhost":
        return True
    try:
        return ipaddress.ip_address(address[0]).is_loopback
    except ValueError:
        return False


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self.set(self.at)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def set(self, at: datetime) -> None:
        from vloot.ground import clock

        self.at = at
        self._stack.enter_context(clock.freeze(at))

    def move(self, **parts: float) -> None:
        """Let `timedelta(**parts)` pass."""
        self.set(self.at + timedelta(**parts))


def work_off() -> int:
    """Run every waiting job in this transaction, in order, as a worker would; jobs that jobs leave behind too."""
    from django.db import connection
    from procrastinate.contrib.django import app

    done = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                "update procrastinate_jobs set status = 'succeeded' where status = 'todo' "
                "returning id, task_name, args"
            )
            jobs = sorted(cursor.fetchall())
        if not jobs:
            return done
        for _, name, arguments in jobs:
            app.tasks[name].func(**json.loads(arguments))
            done += 1
