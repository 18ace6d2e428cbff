"""Whatever a stranger or a member sends to whatever address, the answer is never an error of the program."""

from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.attack import addresses
from tests.world import World
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")
BIG = ("9" * 19, str(2**63), str(2**63 - 1), "9" * 25, "9" * 5000)
WORST = ("a\x00b", "9" * 19, "9" * 5000, "\u202e²③ & | ! :* <-> '\\ ../ @anna #x", "<b>\"'w" * 90)
ODD = (
    *WORST, *BIG, "w" * 21_000, "", "0", "-1", "1.5", "١٢", "\x00", "a\r\nb: c", "\ufeff", "%", "%s{}", "//evil.example/", "# " * 400,
    "|" * 300, "https://evil.example/", "😀" * 90, "2030-02-31", "0000-01-01", "9999-12-31", "on", "@anna, @nobody", "anna", "#" * 99,
)  # fmt: skip
IN_PATH = (
    "0",
    *BIG[1:4:2],
    "-1",
    "abc",
    "a%00b",
    "%ff%fe",
    "%2e%2e",
    "a%0d%0ab",
    "x" * 300,
    "%F0%9F%98%80",
)
ASKED = (
    "before",
    "after",
    "q",
    "name",
    "about",
    "team",
    "language",
    "new",
    "username",
    "key",
    "to",
    "way",
    "title",
    "kind",
    "next",
)
SENT = (
    *ASKED, "body", "known", "tried", "space", "choices", "closes_on", "is_multiple", "is_hidden", "kept", "id", "on", "choice",
    "reason", "person", "do", "why", "purpose", "access", "review_on", "suggestion", "draft_key", "writer", "look", "device", "code",
    "password", "email", "company", "counsellor", "top_team", "deed", "role", "buddy", "function", "manager", "joined_on", "locale",
    "time_zone", "tenure", "languages", "ask_me_about", "learning", "how_to_work", "working_hours", "is_guest", "spaces", "drop",
    "second_step", "alt0", "login",
)  # fmt: skip
# Words that lead deeper into a page than nonsense does.
FITTING = {
    "kind": ("update", "question", "thanks", "poll"), "do": ("admit", "refuse", "invite", "appoint", "dismiss"),
    "deed": ("give", "take", "deactivate", "reactivate", "buddy"), "role": ("host", "guest", "council"),
    "access": ("open", "request", "closed"), "way": ("call", "coffee"), "choices": ("a\nb", "a\na"), "on": ("1", "0"),
    "closes_on": ("2026-04-01",), "review_on": ("2026-04-01",), "reason": ("Enough said",), "title": ("Who knows?",),
    "body": ("Some words",), "to": ("@bram", "@chris, @hanne"), "person": ("@bram", "chris"), "name": ("Sail loft",),
}  # fmt: skip
FORM = "application/x-www-form-urlencoded"
TYPES = (
    FORM, f"{FORM}; charset=klingon", "multipart/form-data", "multipart/form-data; boundary=x", "multipart/form-data; boundary=\x80",
    "application/json", "text/plain", "", "\xff/\xfe",
)  # fmt: skip
ENDING = ("sign-out", "logout", "sessions", "ended")


@pytest.fixture
def clients(world: World) -> dict[str, Client]:
    """A stranger, a member, a guest and an administrator who hosts."""
    found = {"stranger": Client()}
    for name in ("anna", "dana", "hanne"):
        found[name] = Client(headers={"Referer": "http://testserver/"})
        found[name].force_login(getattr(world, name), backend="django.contrib.auth.backends.ModelBackend")
    return found


@pytest.fixture
def things(world: World) -> dict[str, Any]:
    """Something of each kind, to be asked about by its right address."""
    anna, hanne = world.actor(world.anna), world.actor(world.hanne)
    asked = questions.ask(
        by=anna, space=world.quay, wording=Wording(title="Who has the key?", needed="The key.")
    )
    answer = questions.answer(by=hanne, question=asked, body="Chris has it.")
    posts.write(by=anna, space=world.quay, body="Hello #harbour")
    draft = PollDraft(
        space_id=world.quay.id, author_id=anna.person_id, title="Which?", choices=["This", "That"]
    )
    poll = polls.open(by=anna, draft=draft)
    ids = (asked.id, answer.id, poll.id, world.bram.id)
    return {"id": asked.id, "slug": world.quay.slug, "name": "harbour", "token": "nothing", "ids": ids}


def ask(client: Client, method: str, address: str, **more: object) -> int:
    """The status of the answer, which is no fault of ours."""
    response = client.generic(method, address, **more)  # type: ignore[arg-type]
    assert response.status_code < 500, f"{method} {address[:200]}"
    return response.status_code


def known(things: dict[str, Any]) -> list[str]:
    """Every address, the right things named in it."""
    found = addresses.plain() + addresses.named(
        **{name: things[name] for name in ("id", "slug", "name", "token")}
    )
    return [address for address in found if not any(word in address for word in ENDING)]


def test_no_method_breaks_a_page(clients: dict[str, Client], things: dict[str, Any]) -> None:
    shown = known(things)
    assert len(shown) > 80
    for number, address in enumerate(shown):
        for method in addresses.some(METHODS, number, 3):
            ask(clients["stranger"], method, address)
            ask(clients["anna"], method, address)


@pytest.mark.parametrize("value", IN_PATH)
def test_no_value_in_an_address_breaks_a_page(clients: dict[str, Client], value: str) -> None:
    for address in addresses.some(list(addresses.filled(value)), IN_PATH.index(value), 3):
        ask(clients["hanne"], "GET", address)
        ask(clients["hanne"], "POST", address)


@pytest.mark.parametrize("value", WORST)
def test_no_question_breaks_a_page(clients: dict[str, Client], things: dict[str, Any], value: str) -> None:
    query = "&".join(f"{name}={quote(value)}" for name in ASKED)
    for address in addresses.some(known(things), WORST.index(value), 2):
        ask(clients["anna"], "GET", f"{address}?{query}")


@pytest.mark.parametrize("value", WORST)
def test_no_form_breaks_a_page(clients: dict[str, Client], things: dict[str, Any], value: str) -> None:
    sent = urlencode(dict.fromkeys(SENT, value))
    for address in addresses.some(known(things), WORST.index(value), 2):
        for who in ("stranger", "hanne"):
            ask(clients[who], "POST", address, data=sent, content_type=FORM)


@pytest.mark.parametrize("kind", TYPES)
def test_no_kind_of_body_breaks_a_page(clients: dict[str, Client], things: dict[str, Any], kind: str) -> None:
    for address in (
        "/",
        "/ask/",
        f"/t/{things['id']}/answers/",
        "/drafts/",
        "/sign-in/code/",
        "/account/login/",
        "/me/face/",
    ):
        for sent in (
            b"",
            b"\x00\xff\xfe",
            b"a=%ff%00&=&&==",
            b"--x\r\nContent-Disposition: form-data; name=body\r\n\r\nx",
        ):
            for who in ("stranger", "anna"):
                ask(clients[who], "POST", address, data=sent, content_type=kind)


def test_no_file_breaks_a_page(clients: dict[str, Client], things: dict[str, Any], world: World) -> None:
    names = ("../../etc/passwd", 'a"b\r\nX: y.png', "\u202egnp.exe", "\x00", "x" * 300 + ".svg")
    contents = (b"", b"<svg onload=alert(1)>", b"GIF89a" + b"\xff" * 40, b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    for name in names:
        for content in contents:
            for address, field in (
                ("/", "file0"),
                ("/me/face/", "face"),
                (f"/t/{things['id']}/answers/", "file0"),
            ):
                sent = {
                    field: SimpleUploadedFile(name, content),
                    "body": "x",
                    "space": str(world.quay.id),
                    "alt0": "a\x00b",
                }
                assert clients["anna"].post(address, sent).status_code < 500


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_no_mixture_breaks_a_page(
    clients: dict[str, Client], things: dict[str, Any], world: World, data: st.DataObject
) -> None:
    cache.clear()
    things["id"] = data.draw(st.sampled_from(things["ids"]))
    address = data.draw(st.sampled_from(known(things)))
    fitting = FITTING | {"space": (str(world.quay.id),), "id": (str(things["id"]),)}
    fields = {
        name: data.draw(st.sampled_from(fitting.get(name, ODD)) | st.sampled_from(ODD) | st.text(max_size=30))
        for name in data.draw(st.lists(st.sampled_from(SENT), max_size=12))
    }
    client = clients[data.draw(st.sampled_from(sorted(clients)))]
    headers = data.draw(st.sampled_from(({}, {"HX-Request": "true"}, {"X-Requested-With": "fetch"})))
    if data.draw(st.booleans()):
        ask(client, "POST", address, data=encoded(fields), content_type=FORM, headers=headers)
    else:
        ask(client, "GET", f"{address}?{encoded(fields)}", headers=headers)


def encoded(fields: dict[str, str]) -> str:
    """Fields as a browser sends them."""
    return urlencode(fields, encoding="utf-8", errors="surrogatepass")


@pytest.mark.parametrize("id", [*BIG, "-1", "0"])
def test_what_no_id_can_be_is_not_found(clients: dict[str, Client], id: str) -> None:
    for address in addresses.named(id=id):
        answer = clients["hanne"].get(address)
        # Nothing is new in what is not there.
        is_empty = address.endswith("/since/") and b"data-card" not in answer.content
        # A room that is switched off says so, whatever is asked of it.
        is_off = address.startswith(("/climate/", "/network/")) and answer.status_code == 422
        assert answer.status_code in (404, 405) or is_empty or is_off, address[:100]
    assert clients["anna"].get(f"/t/{id}/").status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "a b", "localhost@evil.example", ""])
def test_only_our_own_names_are_answered_to(clients: dict[str, Client], host: str) -> None:
    for address in ("/", "/welcome/", "/account/login/", "/account/password/reset/", "/nowhere/"):
        answer = clients["stranger"].get(address, headers={"Host": host, "X-Forwarded-Host": "evil.example"})
        assert answer.status_code == 400 or host == "", address
        assert b"evil.example" not in answer.content
