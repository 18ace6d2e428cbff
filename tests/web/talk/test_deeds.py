"""A button says what it wants, so that pressing it twice in haste does not undo the deed."""

from django.test import Client

from tests.world import World
from vloot.talk.posts import acts as posts
from vloot.talk.timeline import reads as timeline


def test_a_deed_sent_twice_is_one_deed(world: World) -> None:
    post = posts.write(by=world.actor(world.bram), space=world.quay, body="Crane 4 is free.")
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    for deed in ("appreciation", "bookmark"):
        for _ in range(2):
            client.post(f"/p/{post.id}/{deed}/", {"on": "1"})
    card = timeline.of_ids(world.actor(world.anna), [post.id])[0]
    assert card.is_appreciated
    assert card.is_bookmarked
    client.post(f"/p/{post.id}/appreciation/", {"on": "0"})
    assert not timeline.of_ids(world.actor(world.anna), [post.id])[0].is_appreciated


def test_the_page_offers_the_other_way(world: World) -> None:
    post = posts.write(by=world.actor(world.bram), space=world.quay, body="Crane 4 is free.")
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    assert f'formaction="/p/{post.id}/appreciation/" name="on" value="1"' in client.get("/").content.decode()
    client.post(f"/p/{post.id}/appreciation/", {"on": "1"})
    assert f'formaction="/p/{post.id}/appreciation/" name="on" value="0"' in client.get("/").content.decode()
