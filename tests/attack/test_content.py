"""What people write is shown as what they wrote, and costs the reader and the machine next to nothing."""

import time
from typing import Any

import pytest
from django.test import Client

from tests.attack import addresses
from tests.talk.ways import refused
from tests.world import IMPORTER, World
from vloot.company import acts as company
from vloot.ground import text
from vloot.people import acts as people
from vloot.talk.files import acts as files
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.proposals import acts as proposals
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import Terms

N = text.LIMIT
HEAVY = {
    "quotes": "> " * (N // 2), "lists": "- " * (N // 2), "quoted lists": "> - " * (N // 4), "numbers": "1. " * (N // 3),
    "deep lists": "".join("  " * depth + "- a\n" for depth in range(190)), "brackets": "[" * N, "pictures": "![" * (N // 2),
    "links": "[a](" * (N // 4), "half links": "[a](<b" * (N // 6), "stars": "*a " * (N // 3), "more stars": "***a " * (N // 5),
    "ticks": "".join("`" * count + " " for count in range(1, 198)), "angles": "<" * N, "comments": "<!--" * (N // 4),
    "names": "@a." * (N // 3), "signs": "@" * N, "tags": "#aa" * (N // 3), "colons": "://" * (N // 3), "schemes": "a://" * (N // 4),
    "addresses": "http:// " * (N // 8), "mails": "a@" * (N // 2), "references": "[a]: b\n" * (N // 7), "escapes": "\\" * N,
    "strikes": "~~a" * (N // 3), "entities": "&#x" * (N // 3), "dots": "http://a" + ".a" * (N // 2 - 10), "lines": "a\n=" * (N // 3),
}  # fmt: skip
EVIL = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}"
RAW = ("<img src=x", "<script>alert(2)", "onerror=alert(1)>")


# What is looked for here holds a worker for minutes; a machine that is busy with other things must not fail it.
SECONDS = 6


@pytest.mark.parametrize("kind", HEAVY)
def test_no_text_takes_long(kind: str) -> None:
    begun = time.process_time()
    text.parse(HEAVY[kind][:N])
    assert time.process_time() - begun < SECONDS


def test_no_text_becomes_a_page_many_times_its_size(db: None) -> None:
    begun = time.process_time()
    with refused("too_long"):
        text.parse("a|" * 3000 + "\n" + "-|" * 3000 + "\n" + "x\n" * 900)
    assert time.process_time() - begun < SECONDS


@pytest.fixture
def evil(world: World) -> dict[str, Any]:
    """Evil words in everything that somebody can name, say, describe or explain."""
    anna, hanne = world.actor(world.anna), world.actor(world.hanne)
    people.change_profile(
        by=anna,
        person_id=anna.person_id,
        name=f"Anna {EVIL}",
        ask_me_about=EVIL,
        learning=EVIL,
        how_to_work=EVIL,
        working_hours=EVIL,
    )
    people.place_teams_many(by=IMPORTER, drafts=[people.TeamDraft(slug="hull", name=EVIL)])
    company.change(by=hanne, name=EVIL)
    space = spaces.open(
        by=anna,
        terms=Terms(
            name=EVIL[:80], purpose=EVIL, access="request", reason=EVIL, review_on=world.slip.review_on
        ),
    )
    spaces.request_entry(by=world.actor(world.bram), space=space, why=EVIL)
    file = files.put(by=anna, name=EVIL, content=b"words", alt=EVIL)
    update = posts.write(
        by=anna, space=space, title=EVIL, body=f"{EVIL} <b>x</b> [a](javascript:alert(1))", files=[file.id]
    )
    wording = Wording(title=EVIL, known=EVIL, tried=EVIL, needed=EVIL)
    question = questions.ask(by=anna, space=space, wording=wording)
    draft = PollDraft(space_id=space.id, author_id=anna.person_id, title=EVIL, choices=[EVIL, EVIL + "2"])
    poll = polls.open(by=anna, draft=draft)
    questions.answer(by=anna, question=question, body=EVIL)
    posts.edit(by=anna, post=update, title=EVIL, body=f"{EVIL} again")
    posts.close(by=anna, thread=poll, reason=EVIL)
    proposals.propose(by=anna, to=world.chris.id, way="call", suggestion=EVIL, about=None)
    return {"space": space, "ids": [update.id, question.id, poll.id], "slug": space.slug, "file": file.id}


def test_no_word_of_anybody_becomes_part_of_the_page(world: World, evil: dict[str, Any]) -> None:
    for person in (world.anna, world.chris):
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        shown = addresses.plain() + addresses.named(slug=evil["slug"]) + addresses.named(id=world.anna.id)
        for post_id in evil["ids"]:
            shown += addresses.named(id=post_id)
        for address in (a for a in shown if "out" not in a):
            answer = client.get(
                address,
                {"q": EVIL, "name": EVIL, "about": EVIL, "title": EVIL, "username": EVIL, "kind": EVIL},
            )
            if not answer.headers.get("Content-Type", "").startswith("text/html"):
                continue
            said = answer.content.decode()
            for raw in RAW:
                assert raw not in said, address
            assert 'href="javascript' not in said, address


def test_what_a_page_completes_is_no_page(world: World, evil: dict[str, Any]) -> None:
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    for address in ("/complete/?q=@ann", "/home.json", "/drafts/?key=home"):
        answer = client.get(address)
        assert answer["Content-Type"] == "application/json"
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_names_do_not_turn_or_hide_what_stands_beside_them(world: World) -> None:
    anna = world.actor(world.anna)
    person = people.change_profile(
        by=anna, person_id=anna.person_id, name="\u202eBram\u200b\u2066 Desmet\x07\ufeff"
    )
    assert person.name == "Bram Desmet"
    space = spaces.open(by=anna, terms=Terms(name="\u202eteiuQ\u2060 room\x1b"))
    assert space.name == "teiuQ room"
    for nothing in ("\u200b\u202e", "---", "\u2800"):
        with refused("name.empty"):
            people.change_profile(by=anna, person_id=anna.person_id, name=nothing)
    with refused("name"):
        spaces.open(by=anna, terms=Terms(name="\u200b\u202e\u2060a"))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("invoice\u202efdp.exe", "invoicefdp.exe"), ("../../etc/passwd", "passwd"), ('a"b\r\nX-Evil: 1.txt', 'a"b X-Evil: 1.txt'),
        ("..", ".."), ("\x00\u200b", "file"), ("a\\b", "a b"), ("x" * 300, "x" * 200),
    ],
)  # fmt: skip
def test_a_file_is_called_what_it_is(world: World, name: str, shown: str) -> None:
    file = files.put(by=world.actor(world.anna), name=name, content=b"words")
    assert file.name == shown
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(f"/files/{file.id}/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "X-Evil" not in answer.headers
    b"".join(answer.streaming_content)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), ("a.html", b"<script>alert(1)</script>"),
        ("a.png", b"<html><script>alert(1)</script>"), ("a.js", b"alert(1)"), ("a.pdf", b"%PDF-1.7"), ("a.xml", b"<?xml version='1.0'?>"),
    ],
)  # fmt: skip
def test_nothing_that_is_brought_along_runs_here(world: World, name: str, content: bytes) -> None:
    file = files.put(by=world.actor(world.anna), name=name, content=content)
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(f"/files/{file.id}/{name}")
    b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
