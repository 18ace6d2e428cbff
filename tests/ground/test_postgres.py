"""The PostgreSQL that comes with Vloot: started, shared, killed, adopted."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from vloot.ground.postgres import Cluster, ClusterError

# Joins the cluster, says so, and stays until it is told to go (or is killed).
GUEST = """
import sys
from pathlib import Path
from vloot.ground.postgres import Cluster
cluster = Cluster(Path(sys.argv[1]), durable=False)
cluster.start()
print("in", flush=True)
sys.stdin.readline()
cluster.stop()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """An open place for a data folder; its name has a space and an accent in it."""
    made = Path(tempfile.mkdtemp(prefix="vloot é "))
    made.chmod(0o711)
    yield made
    for cluster in (Cluster(path) for path in made.glob("**/pg")):
        cluster.start()
        cluster.stop()  # also adopts and stops what a killed process has left
    shutil.rmtree(made, ignore_errors=True)


def postmaster(cluster: Cluster) -> int:
    return int((cluster.folder / "cluster" / "postmaster.pid").read_text().split("\n")[0])


def guest(cluster: Cluster) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", GUEST, str(cluster.asked)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "in\n"
    return process


def leave(process: subprocess.Popen[str], sig: int | None = None) -> None:
    if sig is not None:
        process.send_signal(sig)
    process.communicate("\n", timeout=20)


def ask(cluster: Cluster, statement: str) -> str:
    with psycopg.connect(**cluster.parameters()) as connection:  # type: ignore[arg-type]
        row = connection.execute(statement.encode()).fetchone()
    assert row is not None
    return str(row[0])


def test_it_keeps_what_was_written_and_is_closed_to_others(folder: Path) -> None:
    cluster = Cluster(folder / "pg", durable=False)
    with cluster.running() as parameters:
        assert " " in parameters["host"]
        with psycopg.connect(**parameters) as connection:  # type: ignore[arg-type]
            connection.execute("create table kept as select 'Élodie' as name")
        assert ask(cluster, "show listen_addresses") == ""
        assert ask(cluster, "show server_encoding") == "UTF8"
        for path in (cluster.folder, cluster.folder / "cluster", cluster.folder / "sock"):
            assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert not cluster.is_answering()
    with Cluster(folder / "pg", durable=False).running():
        assert ask(cluster, "select name from kept") == "Élodie"


def test_the_last_of_several_stops_it(folder: Path) -> None:
    cluster = Cluster(folder / "pg", durable=False)
    cluster.start()
    other = guest(cluster)
    cluster.stop()
    assert cluster.is_answering(), "another process is still using it"
    leave(other)
    assert not cluster.is_answering()


def test_a_killed_process_leaves_a_server_that_the_next_adopts(folder: Path) -> None:
    cluster = Cluster(folder / "pg", durable=False)
    leave(guest(cluster), signal.SIGKILL)
    assert cluster.is_answering()
    before = postmaster(cluster)
    with cluster.running():
        assert postmaster(cluster) == before
    assert not cluster.is_answering(), "nobody was left to use it"


def test_a_killed_server_starts_again_with_what_it_had(folder: Path) -> None:
    cluster = Cluster(folder / "pg")
    with cluster.running() as parameters:
        with psycopg.connect(**parameters) as connection:  # type: ignore[arg-type]
            connection.execute("create table kept as select 42 as n")
        os.kill(postmaster(cluster), signal.SIGKILL)
        wait_until_dead(cluster)
        assert cluster.revive()
        assert ask(cluster, "select n from kept") == "42"
        assert not cluster.revive()


def wait_until_dead(cluster: Cluster) -> None:
    until = time.monotonic() + 5
    while cluster.is_answering() and time.monotonic() < until:
        time.sleep(0.02)


def test_a_strangers_process_number_does_not_keep_it_from_starting(folder: Path) -> None:
    cluster = Cluster(folder / "pg", durable=False)
    with cluster.running():
        words = (cluster.folder / "cluster" / "postmaster.pid").read_text()
    stale = cluster.folder / "cluster" / "postmaster.pid"
    stale.write_text(words.replace(words.split("\n")[0], str(os.getpid()), 1))
    with cluster.running():
        assert postmaster(cluster) != os.getpid()


def test_a_long_path_puts_the_socket_where_it_fits(folder: Path) -> None:
    cluster = Cluster(folder / ("long" * 30) / "pg", durable=False)
    with cluster.running() as parameters:
        socket = Path(parameters["host"])
        assert socket.parent == Path("/tmp")
        facts = socket.lstat()
        assert (stat.S_IMODE(facts.st_mode), facts.st_uid) == (0o700, cluster.owner.uid)
    assert not socket.exists()


def test_a_socket_folder_that_somebody_else_put_there_is_refused(folder: Path) -> None:
    cluster = Cluster(folder / ("long" * 30) / "pg", durable=False)
    socket = Path(cluster.parameters()["host"])
    socket.mkdir(mode=0o777)
    try:
        with pytest.raises(ClusterError, match="nobody else can enter"):
            cluster.start()
    finally:
        socket.rmdir()


def test_databases_come_and_go(folder: Path) -> None:
    cluster = Cluster(folder / "pg", durable=False)
    with cluster.running():
        parameters = cluster.create_database("odd name")
        held = psycopg.connect(**parameters)  # type: ignore[arg-type]
        cluster.create_database("odd name")
        cluster.drop_database("odd name")
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(**parameters)  # type: ignore[arg-type]
        held.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has other people's folders")
def test_in_a_closed_home_of_root_it_lies_elsewhere_and_the_home_stays_closed() -> None:
    with tempfile.TemporaryDirectory() as home:
        cluster = Cluster(Path(home) / "data" / "pg", durable=False)
        try:
            with cluster.running():
                assert cluster.is_elsewhere
                assert stat.S_IMODE(Path(home).stat().st_mode) == 0o700
                assert ask(cluster, "select 1") == "1"
            again = Cluster(Path(home) / "data" / "pg")
            Path(home).chmod(0o755)
            assert again.folder == cluster.folder, "an opened home must not lose the database"
        finally:
            shutil.rmtree(cluster.folder)
