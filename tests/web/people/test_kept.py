"""My data as a page: posts by their words, nothing of spaces one does not read any more, no rows of nothing."""

from django.test import Client

from tests.world import World
from vloot.people import languages
from vloot.talk.posts import acts as posts
from vloot.talk.spaces import acts as spaces


def browser(person: object) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[arg-type]
    return client


def test_where_i_am_named_is_a_link_or_a_closed_door(world: World) -> None:
    chris, bram = world.actor(world.chris), world.actor(world.bram)
    outside = posts.write(by=chris, space=world.quay, body="Ask @bram about the crane")
    inside = posts.write(by=chris, space=world.slip, body="Ask @bram about the pay")
    spaces.leave(by=bram, space=world.slip)
    page = browser(world.bram).get("/me/data/").content.decode()
    assert f'href="/t/{outside.id}/#post-{outside.id}">Ask @bram about the crane' in page
    assert "about the pay" not in page
    assert str(inside.id) not in page
    assert "something in a space you do not read any more" in page


def test_what_is_not_kept_is_said_once(world: World) -> None:
    page = browser(world.anna).get("/me/data/").content.decode()
    assert "Nothing is kept of" in page
    assert ">nothing<" not in page


def test_languages_in_their_own_and_the_readers_words(world: World) -> None:
    world.anna.languages = ["pl", "nl"]
    world.anna.save(update_fields=["languages"])
    page = browser(world.anna).get("/me/").content.decode()
    assert "Polski · Polish" in page
    assert "Euskara · Basque" in page
    places = [page.index(f'name="languages" value="{code}"') for code in ("nl", "pl", "fr", "ar")]
    assert places == sorted(places), "those one speaks come first"
    assert [code for code, _name in languages.choices(["pl"])][:2] == ["pl", "nl"]


def test_proving_who_one_is_looks_and_speaks_like_the_rest(world: World) -> None:
    page = browser(world.hanne).get("/account/reauthenticate/").content.decode()
    assert "Is it you?" in page
    assert "Your password" in page
    assert "reauthenticate to safeguard" not in page
