"""How a request becomes what Django reads: headers that lie, bodies without a length, bodies that are too large."""

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files import File

from vloot.cli.entry.listeners import Listener
from vloot.cli.entry.pages import FileBody, Pages, TooLargeError, environment
from vloot.ground.live import Signal


class Headers(dict[str, str]):
    """Granian's headers: one name may come more than once."""

    def __init__(self, *pairs: tuple[str, str]) -> None:
        super().__init__(pairs)
        self.pairs = pairs

    def items(self) -> Any:
        return self.pairs


def scope(*headers: tuple[str, str], **other: str) -> Any:
    usual = {
        "method": "POST", "path": "/", "query_string": "", "http_version": "1.1", "scheme": "http",
        "server": "127.0.0.1:8000", "client": "[::1]:5000", "authority": "",
    }  # fmt: skip
    return SimpleNamespace(**{**usual, **other}, headers=Headers(*headers))


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


def body_of(asked: Any, *parts: bytes, limit: int = 100) -> tuple[bytes, int]:
    pages = Pages(limit=limit)
    body, size = asyncio.run(pages._body(asked, chunks(*parts)))
    with body:
        return body.read(), size


def test_a_header_with_an_underscore_does_not_pass_for_one_of_the_proxy() -> None:
    made = environment(scope(("x_forwarded_proto", "https"), ("x-real-ip", "10.0.0.1")), io.BytesIO(), 0)
    assert "HTTP_X_FORWARDED_PROTO" not in made
    assert made["HTTP_X_REAL_IP"] == "10.0.0.1"


def test_cookies_in_two_headers_stay_two_cookies() -> None:
    made = environment(
        scope(("cookie", "a=1"), ("cookie", "b=2"), ("accept", "x"), ("accept", "y")), io.BytesIO(), 0
    )
    assert (made["HTTP_COOKIE"], made["HTTP_ACCEPT"]) == ("a=1; b=2", "x,y")


def test_addresses_and_paths_are_as_wsgi_wants_them() -> None:
    made = environment(scope(path="/caf%C3%A9", authority="vloot.example.org"), io.BytesIO(), 0)
    assert made["PATH_INFO"].encode("latin-1").decode() == "/café"
    assert (made["REMOTE_ADDR"], made["SERVER_PORT"]) == ("::1", "8000")
    assert made["HTTP_HOST"] == "vloot.example.org"


def test_the_length_is_what_arrived_not_what_was_said() -> None:
    assert body_of(scope(("transfer-encoding", "chunked")), b"one ", b"two") == (b"one two", 7)


@pytest.mark.parametrize("headers", [(("content-length", "101"),), (("transfer-encoding", "chunked"),)])
def test_more_than_the_limit_is_refused(headers: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(TooLargeError):
        body_of(scope(*headers), b"x" * 60, b"x" * 60)


def test_a_page_that_is_only_read_has_no_body() -> None:
    assert body_of(scope(method="GET"), b"never read") == (b"", 0)


def test_only_a_whole_plain_file_is_sent_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "plain"
    path.write_bytes(b"words")
    with path.open("rb") as plain:
        assert FileBody(plain).path == str(path)
        assert FileBody(File(plain)).path == str(path)
        plain.read(1)
        assert FileBody(plain).path == ""
    assert FileBody(io.BytesIO(b"words")).path == ""


def test_a_listener_hears_what_is_for_them() -> None:
    listener = Listener("key", 7, {1})
    heard = [
        Signal(kind="post", object_id=9),
        Signal(kind="post", object_id=9, space_id=1),
        Signal(kind="notice", object_id=9, person_id=7),
    ]
    others = [
        Signal(kind="post", object_id=9, space_id=2),
        Signal(kind="notice", object_id=9, person_id=8),
        Signal(kind="post", object_id=9, person_id=8, space_id=1),
    ]
    assert all(listener.hears(signal) for signal in heard)
    assert not any(listener.hears(signal) for signal in others)


def test_a_listener_who_does_not_keep_up_is_let_go() -> None:
    listener = Listener("key", 7, set())
    for _ in range(500):
        listener.tell(b"line")
    assert len(listener.lines) == 200
    assert listener.is_closed
