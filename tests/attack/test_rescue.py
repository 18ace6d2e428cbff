"""The signed word that keeps words beyond the end of a session opens nothing else, and not for ever."""

import pytest
from django.core import signing
from django.test import Client

from tests.world import World
from vloot.people import acts as people
from vloot.talk.drafts import reads as drafts
from vloot.web.shell import rescue


def send(word: str, at: str = "/", **more: str) -> str:
    """Send a form without a session; where that leads."""
    response = Client().post(at, {"writer": word, "draft_key": "home", "body": "Overwritten", **more})
    assert response.status_code == 302
    return str(response["Location"])


@pytest.fixture
def word(world: World) -> str:
    """What stands in Anna's forms."""
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    return str(client.get("/").context["writer"])


def test_words_are_kept_for_who_wrote_them(world: World, word: str) -> None:
    assert send(word) == "/account/login/?next=%2F"
    assert drafts.draft(world.actor(world.anna), "home") == {"body": "Overwritten"}
    assert drafts.draft(world.actor(world.bram), "home") == {}


def test_a_word_is_good_for_a_draft_and_nothing_else(world: World, word: str) -> None:
    client = Client()
    client.post("/", {"writer": word, "draft_key": "home", "body": "Overwritten"})
    assert "_auth_user_id" not in client.session
    assert client.get("/home.json").status_code == 302


def test_an_ended_word_overwrites_nothing(world: World, word: str) -> None:
    anna = world.actor(world.anna)
    forged = [
        word[:-2] + "AA",
        signing.dumps([world.anna.id, "x"], salt="other"),
        signing.dumps(world.anna.id),
        "a:b:c",
    ]
    for bad in forged:
        send(bad)
    people.sign_out_everywhere(by=anna)
    send(word)
    assert drafts.draft(anna, "home") == {}
    world.anna.refresh_from_db()
    fresh = rescue.writer(world.anna)
    world.anna.set_password("another quiet harbour")
    world.anna.save()
    send(fresh)
    assert drafts.draft(anna, "home") == {}


def test_the_words_of_who_left_are_kept_by_nobody(world: World, word: str) -> None:
    anna = world.actor(world.anna)
    people.deactivate(by=world.actor(world.hanne), person_id=world.anna.id)
    send(word)
    assert drafts.draft(anna, "home") == {}


def test_the_address_one_comes_back_to_is_one_of_ours(word: str) -> None:
    led = send(word, "/tags/a%26next=evil.example/follow/")
    assert led.count("next=") == 1
    assert "&next" not in led


def test_a_draft_is_no_store(world: World, word: str) -> None:
    more = {f"field{number}": "x" * 20_000 for number in range(20)}
    Client().post("/", {"writer": word, "draft_key": "home", "body": "b", **more})
    assert drafts.draft(world.actor(world.anna), "home") == {}
