"""Who shared a picture can say afterwards what is on it."""

import re

from django.test import Client

from tests.talk.test_files import picture
from tests.world import World
from vloot.people.models import Person
from vloot.talk.files import acts as files
from vloot.talk.files import reads
from vloot.talk.models import Post
from vloot.talk.posts import acts as posts


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def shown(world: World, alt: str = "") -> tuple[Post, int]:
    anna = world.actor(world.anna)
    file = files.put(by=anna, name="IMG_2041.jpg", content=picture(), alt=alt)
    return posts.write(by=anna, space=world.quay, body="Look", files=[file.id]), file.id


def test_a_picture_is_described_where_its_post_is_edited(world: World) -> None:
    post, file_id = shown(world)
    page = f"/p/{post.id}/edit/"
    anna = browser(world.anna)
    assert "What is on IMG_2041.jpg" in anna.get(page).content.decode()
    anna.post(page, {"body": "Look", f"alt{file_id}": " Three boats "})
    assert reads.of_posts([post.id])[post.id][0].alt == "Three boats"
    thread = anna.get(f"/t/{post.id}/").content.decode()
    assert re.search(r'<img[^>]*alt="Three boats"', thread)
    assert "edited" not in re.sub("(?s)<script.*?</script>", "", thread), "what the post says is the same"
    anna.post(page, {"body": "Look at this"})
    assert reads.of_posts([post.id])[post.id][0].alt == "Three boats", "what was not asked stays"


def test_too_long_a_description_is_refused_and_nothing_is_kept(world: World) -> None:
    post, file_id = shown(world, "Boats")
    anna = browser(world.anna)
    refused = anna.post(f"/p/{post.id}/edit/", {"body": "Else", f"alt{file_id}": "x" * 401})
    assert refused.status_code == 422
    assert "at most 400 characters" in refused.content.decode()
    assert "x" * 401 in refused.content.decode(), "what was typed stays"
    assert (Post.objects.get(pk=post.id).source, reads.of_posts([post.id])[post.id][0].alt) == (
        "Look",
        "Boats",
    )


def test_nobody_else_describes_it(world: World) -> None:
    post, file_id = shown(world, "Boats")
    assert (
        browser(world.bram).post(f"/p/{post.id}/edit/", {"body": "Look", f"alt{file_id}": "Mine"}).status_code
        == 404
    )
    other, _file = shown(world)
    browser(world.anna).post(f"/p/{other.id}/edit/", {"body": "Look", f"alt{file_id}": "Elsewhere"})
    assert reads.of_posts([post.id])[post.id][0].alt == "Boats"
