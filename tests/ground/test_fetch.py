"""Asking outside has a limit to everything."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler

import pytest
from django.test import override_settings

from tests.ground.outside import Outside, running
from vloot.ground import clock
from vloot.ground.fetch import BadAddress, Busy, Limits, NoAnswer, Pace, TooMuch, fetch
from vloot.ground.fetch.pace import PACES


@pytest.fixture
def outside() -> Iterator[Outside]:
    PACES.forget()
    with override_settings(VLOOT_FETCH_LOOPBACK=True), running() as server:
        yield server
    PACES.forget()


def test_an_answer_comes_with_its_status_headers_and_body(outside: Outside) -> None:
    answer = fetch(outside.on("/a?b", 418, b"tea", {"X-Pot": "blue"}))
    assert (answer.status, answer.body, answer.headers["x-pot"]) == (418, b"tea", "blue")
    method, path, headers, body = outside.asked[0]
    assert (method, path, body, headers["User-Agent"]) == ("GET", "/a?b", b"", "Vloot")


def test_no_cookie_is_kept_and_nothing_of_the_machine_is_told(
    outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    address = outside.on("/", headers={"Set-Cookie": "a=b"})
    fetch(address)
    fetch(address)
    assert all("Cookie" not in headers and "Referer" not in headers for _, _, headers, _ in outside.asked)


def test_what_is_sent_arrives(outside: Outside) -> None:
    fetch(outside.on("/in", 201), method="POST", body=b"words", headers={"TTL": "5"})
    method, _, headers, body = outside.asked[0]
    assert (method, body, headers["TTL"]) == ("POST", b"words", "5")


def test_a_redirect_is_followed_a_few_times_for_get_only(outside: Outside) -> None:
    end = outside.on("/end", 200, b"here")
    outside.on("/1", 302, headers={"Location": "/end"})
    assert fetch(outside.origin + "/1").body == b"here"
    assert fetch(outside.origin + "/1").url == end
    assert fetch(outside.origin + "/1", method="POST", body=b"x").status == 302
    assert [path for method, path, _, _ in outside.asked if method == "POST"] == ["/1"]
    round_and_round = outside.on("/round", 302, headers={"Location": "/round"})
    with pytest.raises(TooMuch):
        fetch(round_and_round)


@pytest.mark.parametrize(
    "inside",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/", "https://printer./", "file:///etc/passwd"],
)
def test_a_redirect_to_inside_is_not_followed(outside: Outside, inside: str) -> None:
    with pytest.raises(BadAddress):
        fetch(outside.on("/trap", 302, headers={"Location": inside}))


def test_a_key_for_one_host_is_not_shown_to_the_next(outside: Outside) -> None:
    other = outside.origin.replace("127.0.0.1", "localhost")
    outside.on("/end")
    outside.on("/on", 302, headers={"Location": f"{other}/end"})
    fetch(outside.origin + "/on", headers={"Authorization": "secret", "X-Kept": "1"})
    assert [(headers.get("Authorization"), headers["X-Kept"]) for _, _, headers, _ in outside.asked] == [
        ("secret", "1"),
        (None, "1"),
    ]


def test_a_large_answer_is_left_where_it_is(outside: Outside) -> None:
    address = outside.on("/large", 200, b"x" * 2000)
    assert len(fetch(address, limits=Limits(octets=2000)).body) == 2000
    with pytest.raises(TooMuch):
        fetch(address, limits=Limits(octets=1999))


def test_an_answer_without_end_is_cut_off(outside: Outside) -> None:
    def drip(line: BaseHTTPRequestHandler) -> None:
        line.send_response(200)
        line.end_headers()
        try:
            while True:
                line.wfile.write(b"x" * 1000)
        except OSError:
            return

    outside.replies["/flood"] = drip
    with pytest.raises(TooMuch) as cut:
        fetch(outside.origin + "/flood", limits=Limits(octets=50_000))
    assert cut.value.code == "large"


def test_a_bomb_is_not_unpacked(outside: Outside) -> None:
    with pytest.raises(TooMuch):
        fetch(outside.on("/bomb", 200, b"\x1f\x8b", {"Content-Encoding": "gzip"}))


@pytest.mark.parametrize(
    "part", [b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n"]
)
def test_who_drips_is_hung_up_on_when_the_time_is_over(outside: Outside, part: bytes) -> None:
    def drip(line: BaseHTTPRequestHandler) -> None:
        line.close_connection = True
        try:
            line.wfile.write(part)
            for _ in range(100):
                line.wfile.write(b"a")
                line.wfile.flush()
                time.sleep(0.05)  # the slow server itself, in its own thread
        except OSError:
            return

    outside.replies["/slow"] = drip
    begun = time.monotonic()
    with pytest.raises(TooMuch) as cut:
        fetch(outside.origin + "/slow", limits=Limits(seconds=0.4))
    assert cut.value.code == "slow"
    assert time.monotonic() - begun < 3


def test_nobody_there_and_nonsense_are_told_apart_from_refusals(outside: Outside) -> None:
    with pytest.raises(NoAnswer):
        fetch("http://127.0.0.1:1/")

    def nonsense(line: BaseHTTPRequestHandler) -> None:
        line.close_connection = True
        line.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n")

    outside.replies["/ssh"] = nonsense
    with pytest.raises(NoAnswer):
        fetch(outside.origin + "/ssh")


def test_a_host_that_asks_for_calm_gets_it(outside: Outside) -> None:
    address = outside.on("/busy", 429, headers={"Retry-After": "120"})
    for _ in range(2):
        with pytest.raises(Busy) as busy:
            fetch(address)
        assert 118 < busy.value.after <= 120
    assert len(outside.asked) == 1


@pytest.mark.parametrize(
    "asked", ["\u00b2", "9" * 5000, "Mon, 02 Mar 99999999999999999999 09:05:00 GMT", "-5", "soon"]
)
def test_what_a_host_says_of_calm_is_never_too_much(outside: Outside, asked: str) -> None:
    address = outside.on("/busy", 429, headers={"Retry-After": asked})
    with pytest.raises(Busy) as caught:
        fetch(address)
    assert 1 <= caught.value.after <= 3600


def test_calm_until_a_moment_is_understood_too(outside: Outside) -> None:
    address = outside.on("/busy", 503, headers={"Retry-After": "Mon, 02 Mar 2026 09:05:00 GMT"})
    with clock.freeze(datetime(2026, 3, 2, 9, 0, tzinfo=UTC)), pytest.raises(Busy) as busy:
        fetch(address)
    assert busy.value.after == 300


def test_one_host_is_asked_calmly(outside: Outside) -> None:
    address = outside.on("/")
    for _ in range(3):
        fetch(address, pace=Pace(at_once=3, per_second=0.01))
    with pytest.raises(Busy) as busy:
        fetch(address, pace=Pace(at_once=3, per_second=0.01))
    assert busy.value.after > 50
    assert len(outside.asked) == 3


@pytest.mark.parametrize("header", ["a\r\nX-Smuggled: 1", "a\nb", "a\x00"])
def test_a_header_smuggles_nothing(outside: Outside, header: str) -> None:
    with pytest.raises(BadAddress):
        fetch(outside.on("/"), headers={"X-Told": header})
    assert outside.asked == []
