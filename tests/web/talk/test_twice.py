"""The same form twice, by going back or from a browser that was out of reach: once is once, for every kind of writing."""

import pytest
from django.test import Client

from tests.world import World
from vloot.talk.models import Post

FORMS = {
    "event": {"title": "Launch of the Heron", "place": "Slip 2", "starts": "2026-05-06 14:00", "zone": "Europe/Brussels"},
    "announcement": {"title": "The gate closes at six", "body": "From Monday on"},
    "update": {"body": "The tide turns"},
    "question": {"title": "When is it high?", "body": "The hour"},
    "poll": {"title": "Which day?", "choices": "Monday\nTuesday"},
}  # fmt: skip


@pytest.mark.parametrize("kind", FORMS)
def test_the_same_form_twice_is_one_post(world: World, client: Client, kind: str) -> None:
    client.force_login(world.chris)
    sent = {"kind": kind, "space": str(world.quay.id), "once": "page-1", **FORMS[kind]}
    places = [client.post("/", sent).headers["Location"] for _ in range(2)]
    assert places[0] == places[1]
    assert Post.objects.count() == 1
    client.post("/", {**sent, "body": "Something else"})
    client.post("/", {**sent, "once": "page-2"})
    assert Post.objects.count() == 3, "other words, or another page, are another deed"
