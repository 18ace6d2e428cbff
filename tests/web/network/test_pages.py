"""The pages of the network: one's own for oneself, the company's the same for all, and out with one click."""

from django.test import Client

from tests.network import scene
from tests.promise.crawl import browser
from tests.world import World
from vloot.network.ties import gathering
from vloot.network.ties.models import Tie


def _text(client: Client, path: str = "/network/") -> str:
    page = client.get(path)
    assert page.status_code == 200
    return page.content.decode()


def test_ones_own_page_names_who_was_helped_and_who_helped(world: World) -> None:
    scene.open_room()
    scene.thanked(world, world.anna.id, world.bram.id)
    scene.thanked(world, world.hanne.id, world.bram.id)
    scene.accepted(world, world.bram.id, world.chris.id)
    gathering.gather()
    page = _text(browser(world.bram))
    given, got = page.index('id="given"'), page.index('id="got"')
    for name, begins, ends in (("anna", given, got), ("hanne", given, got), ("chris", got, len(page))):
        address = f"/people/{getattr(world, name).id}/"
        assert address in page[begins:ends], name
    assert "in your line" in page
    assert "Anna" in page[:given], "the drawing calls them by their first names"


def test_nobody_reads_anothers_ties(world: World) -> None:
    scene.open_room()
    scene.thanked(world, world.anna.id, world.bram.id)
    gathering.gather()
    other = _text(browser(world.chris))
    assert "Nothing to draw yet" in other
    for person in (world.anna, world.bram):
        assert f"/people/{person.id}/" not in other
    assert browser(world.dana).get("/network/").status_code == 422


def test_one_click_takes_one_out_and_one_brings_one_back(world: World) -> None:
    scene.open_room()
    scene.thanked(world, world.anna.id, world.bram.id)
    gathering.gather()
    bram, anna = browser(world.bram), browser(world.anna)
    assert f"/people/{world.bram.id}/" in _text(anna)
    assert bram.post("/network/", {"do": "out"}).status_code == 302
    assert not Tie.objects.exists()
    assert "You stay out of the network" in _text(bram)
    assert "Nothing to draw yet" in _text(anna)
    assert bram.post("/network/", {"do": "in"}).status_code == 302
    assert "Nothing to draw yet" in _text(bram)


def test_the_way_to_it_shows_only_while_the_room_is_open(world: World) -> None:
    assert "/network/" not in _text(browser(world.anna), "/people/")
    scene.open_room()
    assert "/network/" in _text(browser(world.anna), "/people/")
    assert "/network/" not in _text(browser(world.dana), "/people/")
    assert "The first picture is on its way" in _text(browser(world.anna), "/network/company/")
