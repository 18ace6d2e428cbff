"""Promise 7: casting a secret vote reads no cookie and writes no log line."""

from __future__ import annotations

import base64
import io
import json
import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.promise.crawl import browser
from tests.stage import Clock
from tests.talk.test_polls import choices, draft
from tests.talk.test_secret_polls import box_of, crew
from tests.urn import voting
from tests.world import World
from vloot.ground.errors import Refused
from vloot.people.actor import Actor
from vloot.talk.models import Post
from vloot.talk.polls import acts as polls
from vloot.urn.models import Ballot
from vloot.web.urn import bare, kinds

__all__ = ["crew"]


class Lines(io.StringIO):
    """What is written since the last look."""

    def new(self) -> str:
        said = self.getvalue()
        self.truncate(0)
        self.seek(0)
        return said


@pytest.fixture
def lines() -> Iterator[Lines]:
    """What our own log writes meanwhile, whatever its level."""
    ours = next(one for one in logging.root.handlers if any(isinstance(f, bare.Silent) for f in one.filters))
    written = Lines()
    before, level = ours.stream, logging.root.level  # type: ignore[attr-defined]
    ours.stream = written  # type: ignore[attr-defined]
    logging.root.setLevel(logging.DEBUG)
    yield written
    logging.root.setLevel(level)
    ours.stream = before  # type: ignore[attr-defined]


def ballot(world: World, clock: Clock, voter: Actor) -> tuple[Post, str, str]:
    """A secret poll, where its ballots are cast, and one ready to be."""
    secret = {"is_secret": True, "closes_at": clock.at + timedelta(days=2)}
    poll = polls.open(by=world.actor(world.anna), draft=draft(world, **secret))
    box = box_of(poll)
    token = voting.take(voter, box)
    sent = {
        "group": token.group,
        "prepared": base64.urlsafe_b64encode(token.prepared).decode(),
        "signature": base64.urlsafe_b64encode(token.signature).decode().rstrip("="),
        "content": {"choice": [str(choices(poll)["Soup"])]},
    }
    return poll, f"/cast/poll/{box.id}/", json.dumps(sent)


def test_casting_with_a_live_session_touches_nothing_of_it(
    world: World, clock: Clock, crew: list[Actor], lines: Lines
) -> None:
    _poll, address, sent = ballot(world, clock, Actor(person_id=world.bram.id))
    bram = browser(world.bram)
    lines.new()
    before = _rows("django_session", "usersessions_usersession", "logbook_entry", "procrastinate_jobs")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = bram.post(address, sent, content_type="application/json", REMOTE_ADDR="192.0.2.7")
    assert answer.status_code == 204
    assert not answer.cookies
    assert Ballot.objects.count() == 1
    assert not any(name in one["sql"] for one in asked for name in ("session", "people_person", "logbook_"))
    assert (
        _rows("django_session", "usersessions_usersession", "logbook_entry", "procrastinate_jobs") == before
    )
    assert lines.new() == ""


def test_nothing_that_says_who_it_is_reaches_the_act(
    world: World, crew: list[Actor], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, Any]] = []

    def respond(request: HttpRequest) -> HttpResponse:
        seen.append(dict(request.META) | {"cookies": dict(request.COOKIES)})
        answer = HttpResponse()
        answer.set_cookie("any", "thing")
        return answer

    request = (
        Client()
        .get("/cast/list/1/", headers={"User-Agent": "Netscape", "X-Forwarded-For": "192.0.2.7"})
        .wsgi_request
    )
    request.META |= {
        "HTTP_COOKIE": "vloot_session=x",
        "HTTP_AUTHORIZATION": "Basic x",
        "HTTP_USER_AGENT": "Netscape",
        "HTTP_REFERER": "/t/1/",
        "HTTP_FORWARDED": "for=192.0.2.7",
        "HTTP_X_REAL_IP": "192.0.2.7",
        "REMOTE_ADDR": "192.0.2.7",
    }
    del request.COOKIES
    answer = bare.bare(respond)(request)
    assert not answer.cookies
    (meta,) = seen
    assert meta["cookies"] == {}
    assert not [name for name, value in meta.items() if "192.0.2.7" in str(value) or "Netscape" in str(value)]
    assert not {"HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_REFERER"} & meta.keys()


@pytest.mark.parametrize(
    "sent",
    [
        " ",
        "null",
        "[]",
        "{}",
        "[" * 50_000,
        '{"group":"all","prepared":1,"signature":"","content":{}}',
        '{"group":"all","prepared":"","signature":"","content":{"choice":"x"}}',
        '{"group":"all","prepared":"","signature":"","content":{},"more":1}',
        '{"group":"\\u0000","prepared":"%%","signature":"é","content":{"choice":["1"]}}',
        '{"group":"\\ud800","prepared":"","signature":"","content":{"choice":["1"]}}',
        "x" * 70_000,
    ],
    ids=len,
)
def test_what_is_no_ballot_is_refused_without_a_line(
    world: World, clock: Clock, crew: list[Actor], lines: Lines, sent: str
) -> None:
    _poll, address, _good = ballot(world, clock, crew[0])
    lines.new()
    answer = Client(raise_request_exception=False).post(address, sent, content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["text"]
    for other in ("/cast/poll/1/", "/cast/chess/1/", "/cast/", "/cast/list/1/"):
        assert Client(raise_request_exception=False).post(
            other, sent, content_type="application/json"
        ).status_code in (404, 422)
    assert lines.new() == ""
    assert not Ballot.objects.exists()


def test_not_even_a_mistake_of_ours_is_logged(
    world: World, clock: Clock, crew: list[Actor], lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    _poll, address, sent = ballot(world, clock, crew[0])

    def breaks(**_ballot: Any) -> None:
        logging.getLogger("vloot").error("who cast what")
        raise ZeroDivisionError

    monkeypatch.setitem(kinds.KINDS, "poll", kinds.Kind(cast=breaks))
    lines.new()
    answer = Client(raise_request_exception=False).post(address, sent, content_type="application/json")
    assert answer.status_code == 500
    assert lines.new() == ""
    logging.getLogger("vloot").error("something else")
    assert "something else" in lines.new(), "the log itself works"


def test_what_a_poll_asks_is_on_no_page_for_everybody(world: World, clock: Clock, crew: list[Actor]) -> None:
    _poll, address, _sent = ballot(world, clock, crew[0])
    assert Client().get(address).status_code == 404
    assert Client().post(address, {"code": "lusab"}).status_code == 404


def test_a_printed_code_is_cast_on_a_page_that_knows_nobody(
    world: World, crew: list[Actor], lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[dict[str, Any]] = []

    def on_paper(**ballot: Any) -> None:
        if not ballot["code"]:
            raise Refused("code", "There is no such code.", "code")
        sent.append(ballot)

    paper = kinds.Paper(
        cast=on_paper, fields="components/error.html", context=lambda _box: {"asked": "How are you?"}
    )
    monkeypatch.setitem(kinds.KINDS, "wave", kinds.Kind(cast=on_paper, paper=paper))
    box = voting.opened(world)
    bram = browser(world.bram)
    lines.new()
    page = bram.get(f"/cast/wave/{box.id}/").content.decode()
    assert "Vote with your printed code" in page
    assert "Bram" not in page
    assert "<script" not in page
    refused = bram.post(f"/cast/wave/{box.id}/", {"A": ["3"], "code": ""})
    assert refused.status_code == 422
    assert "There is no such code." in refused.content.decode()
    done = bram.post(f"/cast/wave/{box.id}/", {"A": ["3"], "B": ["1", "2"], "code": "lusab"})
    assert "in the box" in done.content.decode()
    assert sent == [{"box_id": box.id, "code": "lusab", "content": {"A": ["3"], "B": ["1", "2"]}}]
    assert not done.cookies
    assert lines.new() == ""


def _rows(*tables: str) -> list[str]:
    with connection.cursor() as cursor:
        seen = []
        for table in tables:
            cursor.execute(f"select t::text from {table} t order by 1")
            seen += [row[0] for row in cursor.fetchall()]
    return seen
