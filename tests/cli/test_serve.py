"""`vloot serve` as people and machines meet it: open, stop, be killed, be started twice."""

import http.client
import json
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Server, Stream, serving, vloot

SAY = "from django.db import transaction; from vloot.ground import live; live.announce('post', object_id=2**60, {})"


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="vloot-serve-"))
    made.chmod(0o711)
    yield made / "data"
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[Server]:
    with serving(data) as running:
        yield running


@pytest.fixture(scope="module")
def people(server: Server) -> dict[str, tuple[int, str]]:
    return server.people()


def announce(server: Server, *, to: str = "") -> None:
    done = vloot(server.data, "manage", "shell", "-v0", "-c", SAY.format(to))
    assert done.returncode == 0, done.stderr


def processes(data: Path) -> list[int]:
    """Every process whose words name this folder: PostgreSQL's, and by its environment Vloot's."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes() + (folder / "environ").read_bytes()
        except OSError:
            continue
        if os.fsencode(data) in words and int(folder.name) != os.getpid():
            found.append(int(folder.name))
    return found


def test_it_says_what_to_open_and_opens_it(server: Server) -> None:
    assert f"http://127.0.0.1:{server.port}/start/" in server.words
    answer = server.get(server.get("/").headers["location"])
    assert answer.status == 200
    assert b"</html>" in answer.read()
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_second_start_is_refused_with_a_clear_word(server: Server) -> None:
    refused = vloot(server.data, "serve", "--port", str(server.port + 1))
    assert refused.returncode == 3
    assert "already runs on the folder" in refused.stderr
    with tempfile.TemporaryDirectory() as other:
        taken = vloot(Path(other), "serve", "--port", str(server.port))
    assert taken.returncode == 3
    assert f"Port {server.port}" in taken.stderr


def test_the_stream_is_for_people_who_are_signed_in(
    server: Server, people: dict[str, tuple[int, str]]
) -> None:
    assert server.get("/live").status == 204
    assert server.get("/live", "vloot_session=nonsense").status == 204
    kind, words = Stream(server, people["anna"][1]).next()
    assert kind == "hello"
    assert int(json.loads(words)["id"]) > 2**60


def test_signals_reach_those_they_are_for(server: Server, people: dict[str, tuple[int, str]]) -> None:
    anna, bram = (Stream(server, people[name][1]) for name in ("anna", "bram"))
    assert anna.next()[0] == bram.next()[0] == "hello"
    announce(server, to=f"person_id={people['anna'][0]}")
    announce(server, to="space_id=1")  # a space that neither of them can read
    announce(server)
    assert anna.next() == anna.next() == ("post", f'{{"id":"{2**60}"}}')
    assert bram.next()[0] == "post"
    announce(server, to=f"person_id={people['bram'][0]}")
    assert bram.next()[0] == "post"


def test_a_short_stream_ends_after_what_it_had_to_say(
    server: Server, people: dict[str, tuple[int, str]]
) -> None:
    stream = Stream(server, people["anna"][1], "/live?short")
    assert stream.next()[0] == "hello"
    announce(server)
    assert stream.next()[0] == "post"
    assert stream.next() == ("", "")


def test_the_stream_ends_with_the_session(server: Server) -> None:
    person, cookie = server.people()["dana"]
    stream = Stream(server, cookie)
    assert stream.next()[0] == "hello"
    vloot(
        server.data,
        "manage",
        "shell",
        "-v0",
        "-c",
        f"from vloot.people.acts import standing; standing.end_sessions({person})",
    )
    begun = time.monotonic()
    assert stream.next() == ("", "")
    assert time.monotonic() - begun < 3
    assert server.get("/live", cookie).status == 204


def test_too_much_is_refused(server: Server) -> None:
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    line.putrequest("POST", "/account/login/")
    line.putheader("Content-Length", "60000000")
    line.endheaders()
    assert line.getresponse().status == 413
    line.close()


def test_stopping_ends_open_streams_and_leaves_nothing_behind() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        with serving(Path(folder) / "data") as other:
            stream = Stream(other, other.people()["anna"][1])
            assert stream.next()[0] == "hello"
            assert other.stop() < 5
            assert stream.next() == ("", "")
            assert other.process.returncode == 0
        assert processes(Path(folder) / "data") == []


def test_kill_9_loses_nothing_and_the_next_start_goes_on() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        data = Path(folder) / "data"
        with serving(data) as first:
            before = first.people()["anna"]
            os.kill(int((data / "pg/cluster/postmaster.pid").read_bytes().split()[0]), signal.SIGKILL)
            first.stop(signal.SIGKILL)
        with serving(data) as second:
            assert Stream(second, before[1]).next()[0] == "hello"
