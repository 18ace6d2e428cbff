"""No address tells an outsider what is said in a closed space, or in one on request; nor that there is such a thing."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.attack import addresses, secrets
from tests.attack.secrets import Hidden
from tests.world import World
from vloot.people.models import Person
from vloot.talk.spaces import acts as spaces

MISSING = 1234567890123456789
ANYWAY = re.compile(rb"value=\"[^\"]{30,}\"|\d{15,}")  # tokens, and the id asked for
LISTS = (
    "/",
    "/since/",
    "/complete/",
    "/questions/similar/",
    "/ask/",
    "/notices/",
    "/bookmarks/",
    "/people/",
    "/home.json",
)


def enter(person: Person) -> Client:
    """Somebody's browser."""
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def words_of(response: Any) -> bytes:
    """All that an answer says, in its head too."""
    body: bytes = b"".join(response.streaming_content) if response.streaming else response.content
    return (body + str(response.headers).encode()).lower()


@pytest.fixture
def told(world: World, work: Callable[[], int]) -> tuple[Hidden, Hidden]:
    """Both spaces, everybody told who is to be told."""
    found = secrets.closed(world), secrets.on_request(world)
    work()
    return found


@pytest.mark.parametrize("who", ["anna", "dana", "bram"])
def test_nothing_of_a_closed_space_is_found(world: World, told: tuple[Hidden, Hidden], who: str) -> None:
    """What every other address says is asked in test_leaks.py, and for each role in tests/promise."""
    client = enter(getattr(world, who))
    for headers in ({}, {"HX-Request": "true"}, {"X-Requested-With": "fetch"}):
        for address in LISTS:
            for word in ("merc", "%23merc", "deck", "bridge"):
                said = words_of(client.get(f"{address}?q={word}&title={word}&after=0", headers=headers))
                assert b"mercurium" not in said, address
        assert b"<article" not in words_of(client.get("/tags/mercurium/", headers=headers))
        said = words_of(client.get("/questions/similar/?q=who+knows+about+mercurium", headers=headers))
        assert b"mercurium" not in said


@pytest.mark.parametrize("who", ["anna", "dana"])
def test_what_is_hidden_looks_like_what_was_never_there(
    world: World, told: tuple[Hidden, Hidden], who: str
) -> None:
    hidden = told[0]
    client = enter(getattr(world, who))
    for thing in (*hidden.post_ids[::3], hidden.file_id):
        for address in addresses.named(id=thing):
            other = address.replace(str(thing), str(MISSING))
            for method in (client.get, client.post):
                hid, missing = method(address), method(other)
                assert hid.status_code == missing.status_code, address
                assert ANYWAY.sub(b"", hid.content) == ANYWAY.sub(b"", missing.content), address
    for address in addresses.named(slug=hidden.space.slug):
        for method in (client.get, client.post):
            hid, missing = method(address), method(address.replace(hidden.space.slug, "nowhere"))
            assert hid.status_code == missing.status_code in (404, 405), address


def test_an_address_does_not_tell_that_a_name_is_taken_by_a_closed_space(world: World) -> None:
    opened = spaces.open(by=world.actor(world.anna), terms=spaces.Terms(name="Bridge"))
    assert opened.slug == "bridge"


def test_no_post_is_written_through_a_hidden_parent(world: World, told: tuple[Hidden, Hidden]) -> None:
    client = enter(world.anna)
    for hidden in told:
        for name in (
            "answer_create",
            "comment_create",
            "reply_create",
            "poll_vote",
            "answer_accept",
            "post_edit",
            "question_close",
        ):
            for post_id in hidden.post_ids:
                sent = {"body": "In", "choice": "1", "title": "T", "on": "1"}
                assert client.post(reverse(name, args=(post_id,)), sent).status_code == 404
        for at, kind in (("/", "update"), ("/", "poll"), ("/ask/", "question"), ("/", "thanks")):
            sent = {
                "kind": kind,
                "space": str(hidden.space.id),
                "body": "In",
                "title": "In",
                "choices": "a\nb",
                "to": "@bram",
            }
            assert client.post(at, sent).status_code == 404


def test_what_one_kept_in_a_space_one_left_is_gone(
    world: World, told: tuple[Hidden, Hidden], work: Callable[[], int]
) -> None:
    hidden = told[1]
    bram = enter(world.bram)
    for post_id in hidden.post_ids:
        assert bram.post(reverse("post_bookmark", args=(post_id,)), {"on": "1"}).status_code == 302
    assert b"quicksand" in bram.get("/bookmarks/").content
    assert b"quicksand" in bram.get("/notices/").content
    spaces.invite(by=world.actor(world.chris), space=hidden.space, person_id=world.anna.id)
    work()
    spaces.leave(by=world.actor(world.bram), space=hidden.space)
    for at in ("/", "/bookmarks/", "/notices/", "/talks/", "/questions/", "/home.json"):
        assert b"quicksand" not in bram.get(at).content, at


def test_the_name_of_a_closed_space_goes_with_leaving_it(world: World, work: Callable[[], int]) -> None:
    chris, anna = world.actor(world.chris), world.actor(world.anna)
    spaces.invite(by=chris, space=world.bridge, person_id=anna.person_id)
    work()
    assert b"Bridge" in enter(world.anna).get("/notices/").content
    spaces.leave(by=anna, space=world.bridge)
    assert b"Bridge" not in enter(world.anna).get("/notices/").content


def test_a_role_opens_no_door(world: World, told: tuple[Hidden, Hidden]) -> None:
    """Hanne administers, and is in no space on request: she cannot let herself in, nor everybody."""
    hanne = enter(world.hanne)
    slip = told[1].space
    edit, members = reverse("space_edit", args=(slug := slip.slug,)), reverse("space_members", args=(slug,))
    hanne.post(members, {"do": "appoint", "person": str(world.hanne.id)})
    hanne.post(edit, {"name": "Slip", "access": "open"})
    assert hanne.get(reverse("thread", args=(told[1].post_ids[0],))).status_code == 404
    changed = {
        "name": "Slipway",
        "access": "request",
        "reason": "As before",
        "review_on": str(slip.review_on),
    }
    assert hanne.post(edit, changed).status_code == 302
    spaces.appoint_host(by=world.actor(world.hanne), space=slip, person_id=world.bram.id)
