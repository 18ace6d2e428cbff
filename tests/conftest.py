"""What every test stands on: one throw-away PostgreSQL, no network beyond this machine, a clock that stands still."""

import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings as hypothesis

from tests.stage import (
    FOLDER,
    Clock,
    clear_surroundings,
    copy_of_migrated,
    empty_queue,
    is_loopback,
    known_by_their_session,
    once,
    remove,
    work_off,
)

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

    from tests.world import World

# Before anything reads the settings: the machine's own must not reach the tests.
MADE = FOLDER not in os.environ
if MADE:
    os.environ[FOLDER] = tempfile.mkdtemp(prefix="vloot-tests-")
    # The server's system user must be able to walk through it; what lies inside stays closed.
    Path(os.environ[FOLDER]).chmod(0o711)
clear_surroundings(Path(os.environ[FOLDER]))

# `make long` asks for the full counts.
hypothesis.register_profile("quick", max_examples=40, deadline=None)
hypothesis.register_profile("full", max_examples=2000, deadline=None)
hypothesis.load_profile("quick")

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def pytest_configure(config: pytest.Config) -> None:
    from django.conf import settings
    from django.contrib.auth.signals import user_logged_in

    # The real one takes a tenth of a second by design.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

    from vloot.ground import ids
    from vloot.urn.engine import signing

    # A key of the real size takes most of a second.
    signing.BITS = 1024
    # Time stands still, and the workers write into one folder: each has ids of its own.
    ids._counter = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]) << 18

    # Who is signed in by force is so as in life: with a row beside the session, by which every page knows its reader.
    user_logged_in.connect(known_by_their_session, dispatch_uid="tests")


def pytest_unconfigure(config: pytest.Config) -> None:
    if MADE:
        remove(Path(os.environ.pop(FOLDER)))


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Nothing leaves this machine: a test that tries fails where it tries."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if not is_loopback(self, address):
            self.close()
            raise AssertionError(f"a test tried to reach {address!r}")
        real(self, address)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        yield


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test begins in English: a page that the last one asked for may have left another language behind."""
    from django.utils import translation

    with translation.override("en"):
        yield


@pytest.fixture(scope="session")
def cluster() -> Iterator[dict[str, str]]:
    """The throw-away PostgreSQL, shared by all workers of this run; the last one stops it."""
    from vloot.ground.postgres import Cluster

    with Cluster(Path(os.environ["VLOOT_DATA"]) / "pg", durable=False).running() as parameters:
        yield parameters


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    cluster: dict[str, str],
    django_db_modify_db_settings_parallel_suffix: None,
    django_db_blocker: "DjangoDbBlocker",
) -> None:
    """Pytest-django's moment before it makes a worker's database: all of them are copies of one, which the first worker migrates."""
    with django_db_blocker.unblock(), once("migrated") as is_first:
        copy_of_migrated(cluster, is_first=is_first)


@pytest.fixture(autouse=True)
def no_jobs_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test commits, Django takes away after it, but for the job queue's tables, which are not Django's own."""
    mark = request.node.get_closest_marker("django_db")
    if mark is None or not mark.kwargs.get("transaction"):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    empty_queue()


@pytest.fixture
def clock() -> Iterator[Clock]:
    """A Monday morning that does not pass: `clock.at`, `clock.move(hours=2)`."""
    with Clock(MORNING) as still:
        yield still


@pytest.fixture
def world(db: None, clock: Clock) -> "World":
    """The cast and their three spaces, on that morning; see tests/world.py."""
    from tests.world import WORLD

    return WORLD.again()


@pytest.fixture
def work(db: None) -> Callable[[], int]:
    """Do what the acts so far have left for the worker; tells how many jobs that were."""
    return work_off
