"""Trying names, codes and links: what is tried too often stops, and no answer tells who is here."""

import itertools

import pytest
from django.core.cache import cache
from django.test import Client

from tests.world import PASSWORD, World
from vloot.company import acts as company
from vloot.people import acts as people
from vloot.people import tokens

SPELLINGS = ("hanne", "HANNE", "@hanne", "ｈanne", "hａnne", "haｎne", "hannｅ", " hanne", "ⓗanne")
HOSTS = ("testserver", "localhost", "127.0.0.1", "[::1]")


def from_elsewhere(number: int) -> Client:
    """Another machine for every try, as whoever has many of them."""
    return Client(REMOTE_ADDR=f"192.0.2.{number}")


def test_one_account_is_tried_so_often_however_its_name_is_spelled(world: World) -> None:
    for number, (name, host) in enumerate(itertools.product(SPELLINGS, HOSTS)):
        sent = {"login": name, "password": "a wrong guess"}
        from_elsewhere(number).post("/account/login/", sent, headers={"Host": host})
    answer = from_elsewhere(99).post("/account/login/", {"login": "hanne", "password": PASSWORD})
    assert b"Too many" in answer.content
    assert (answer.status_code, answer["Retry-After"]) == (429, "300")


def test_one_code_is_tried_so_often_however_the_name_is_spelled(world: World) -> None:
    code = people.make_sign_in_code(by=world.actor(world.hanne), person_id=world.bram.id)
    tried = [name.replace("hanne", "bram") for name in SPELLINGS[:3]] + ["ｂram", "bｒam", "brａm", "braｍ"]
    for number, name in enumerate(tried):
        from_elsewhere(number).post("/sign-in/code/", {"username": name, "code": "AAAA-BBBB-CCCC"})
    answer = from_elsewhere(99).post("/sign-in/code/", {"username": "bram", "code": code})
    assert answer.status_code == 429


def test_a_flood_of_names_does_not_wash_the_tries_away(world: World) -> None:
    for number in range(6):
        from_elsewhere(number).post("/sign-in/code/", {"username": "bram", "code": "AAAA"})
    for number in range(2000):
        cache.set(f"flood-{number}", [1.0], 300)
    answer = from_elsewhere(77).post("/sign-in/code/", {"username": "bram", "code": "AAAA"})
    assert answer.status_code == 429


def test_a_wrong_name_and_a_wrong_code_get_the_same_answer(world: World) -> None:
    people.make_sign_in_code(by=world.actor(world.hanne), person_id=world.bram.id)
    said = []
    for name in ("bram", "anna", "nobody"):  # with a code, without one, not here
        answer = Client().post("/sign-in/code/", {"username": name, "code": "AAAA-BBBB-CCCC"})
        said.append((answer.status_code, answer.content.replace(name.encode(), b"")))
    tokens_apart = [(status, len(content)) for status, content in said]
    assert len(set(tokens_apart)) == 1


def test_a_code_cannot_be_guessed() -> None:
    assert len(tokens.ALPHABET) ** 12 > 2**58
    assert len({tokens.new_code() for _ in range(200)}) == 200
    assert len(tokens.new_token()) >= 43


def test_links_and_codes_work_once(world: World) -> None:
    by = world.actor(world.hanne)
    token = people.invite(by=by, name="Gus")
    sent = {"name": "Gus", "username": "gus", "password": "quite a long harbour"}
    assert Client().post(f"/invite/{token}/", sent).status_code == 302
    assert Client().post(f"/invite/{token}/", sent | {"username": "gus2"}).status_code == 404
    code = people.make_sign_in_code(by=by, person_id=world.bram.id)
    assert Client().post("/sign-in/code/", {"username": "bram", "code": code}).status_code == 302
    assert Client().post("/sign-in/code/", {"username": "bram", "code": code}).status_code == 422
    assert company.make_start_link() is None
    assert Client().post("/start/anything/", sent | {"company": "Mine"}).status_code == 404


def test_a_session_gets_another_key_by_signing_in(world: World) -> None:
    client = Client()
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies["vloot_session"] = planted = str(session.session_key)
    client.post("/account/login/", {"login": "hanne", "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(world.hanne.id)
    assert client.cookies["vloot_session"].value != planted
    other = Client()
    other.cookies["vloot_session"] = planted
    assert other.get("/home.json").status_code == 302


@pytest.mark.parametrize(
    "bad",
    ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "///evil.example"],
)
def test_nobody_is_sent_elsewhere(world: World, bad: str) -> None:
    client = Client()
    for at, sent in (
        ("/language/", {"language": "nl", "next": bad}),
        ("/look/", {"look": "dark", "next": bad}),
        ("/sign-in/device/", {"device": "shared", "next": bad}),
        ("/account/login/", {"login": "hanne", "password": PASSWORD, "next": bad}),
        (f"/people/{world.anna.id}/follow/", {"next": bad}),
    ):
        answer = client.post(at, sent, headers={"Referer": bad})
        assert answer.status_code == 302
        assert "evil" not in answer["Location"]
        assert answer["Location"].startswith("/")
