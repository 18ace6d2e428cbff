"""The stage itself: no test reaches the network, the clock stands still, the database is the run's own."""

import socket
from datetime import timedelta

import pytest
from django.db import connection

from tests.stage import Clock
from vloot.ground.clock import now


@pytest.mark.parametrize("address", ["192.0.2.1", "example.org"])
def test_nothing_leaves_this_machine(address: str) -> None:
    with socket.socket() as used, pytest.raises(AssertionError, match="tried to reach"):
        used.connect((address, 80))


def test_this_machine_itself_may_be_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as used,
    ):
        assert used.getpeername() == server.getsockname()


def test_time_passes_only_when_told(clock: Clock) -> None:
    before = now()
    assert now() == before == clock.at
    clock.move(hours=2)
    assert now() - before == timedelta(hours=2)


@pytest.mark.django_db
def test_the_database_is_a_throw_away_one(cluster: dict[str, str]) -> None:
    assert connection.settings_dict["NAME"].startswith("test_")
    assert connection.settings_dict["HOST"] == cluster["host"]
    with connection.cursor() as cursor:
        cursor.execute("show fsync")
        assert cursor.fetchone() == ("off",)
