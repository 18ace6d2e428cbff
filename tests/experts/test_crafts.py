"""Crafts that people name and colleagues confirm, whom one calls outside, and what leaves no trace."""

import pytest
from django.test import Client

from tests.promise.crawl import browser
from tests.world import World
from vloot.experts import acts, care, reads
from vloot.experts.models import Craft, Holding, Wish
from vloot.ground.errors import NotFound, Refused
from vloot.logbook.models import Entry
from vloot.people import acts as people


def test_naming_confirming_and_laying_down(world: World) -> None:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    craft = acts.take_up(by=bram, name="  Pumps ")
    assert acts.take_up(by=bram, name="PUMPS") == craft
    acts.confirm(by=anna, holding=reads.holding(anna, craft, world.bram.id))
    (holder,) = reads.holders(anna, craft)
    assert (holder.person.id, [one.id for one in holder.confirmed_by]) == (world.bram.id, [world.anna.id])
    assert holder.is_confirmed_by_me
    assert [line.name for line in reads.crafts(anna)] == ["Pumps"]
    kinds = ["CraftTakenUp", "CraftConfirmed"]
    assert list(Entry.objects.filter(kind__in=kinds).order_by("id").values_list("kind", flat=True)) == kinds
    acts.withdraw_confirmation(by=anna, holding=reads.holding(anna, craft, world.bram.id))
    acts.lay_down(by=bram, craft=craft)
    assert reads.crafts(anna) == []


def test_nobody_confirms_their_own(world: World) -> None:
    bram = world.actor(world.bram)
    craft = acts.take_up(by=bram, name="Pumps")
    with pytest.raises(Refused) as refusal:
        acts.confirm(by=bram, holding=reads.holding(bram, craft, world.bram.id))
    assert refusal.value.code == "own_craft"


@pytest.mark.parametrize("name", ["", "   ", "a" * 61])
def test_a_craft_has_a_short_name(world: World, name: str) -> None:
    with pytest.raises(Refused) as refusal:
        acts.take_up(by=world.actor(world.anna), name=name)
    assert refusal.value.field == "craft"


def test_guests_ask_and_name_nothing(world: World) -> None:
    with pytest.raises(Refused):
        acts.take_up(by=world.actor(world.dana), name="Pumps")
    # Dana meets nobody outside the Slip: there is no such holder for her.
    craft = acts.take_up(by=world.actor(world.anna), name="Pumps")
    assert reads.holders(world.actor(world.dana), craft) == []
    with pytest.raises(NotFound):
        reads.holding(world.actor(world.dana), craft, world.anna.id)


def test_no_more_than_twenty(world: World) -> None:
    for number in range(20):
        acts.take_up(by=world.actor(world.anna), name=f"Craft {number}")
    with pytest.raises(Refused):
        acts.take_up(by=world.actor(world.anna), name="One more")


def test_hosts_keep_the_list_of_outsiders(world: World) -> None:
    with pytest.raises(Refused):
        acts.list_outsider(by=world.actor(world.anna), craft="Masonry", name="Mason", reached_by="02 123")
    chris = world.actor(world.chris)
    made = acts.list_outsider(by=chris, craft="Masonry", name="De Muur", reached_by="02 123")
    (line,) = reads.crafts(world.actor(world.anna))
    assert (line.name, line.is_held, line.has_outsiders) == ("Masonry", False, True)
    assert [one.name for one in reads.outsiders()] == ["De Muur"]
    acts.drop_outsider(by=chris, outsider_id=made.id)
    assert reads.outsiders() == []


def test_what_one_would_rather_not_be_asked_leaves_no_trace(world: World) -> None:
    before = Entry.objects.count()
    anna = world.actor(world.anna)
    acts.keep_away(by=anna, topic="Pumps")
    (wish,) = reads.wishes(anna)
    acts.come_back(by=world.actor(world.bram), wish_id=wish.id)  # not his to take back
    assert Wish.objects.count() == 1
    acts.come_back(by=anna, wish_id=wish.id)
    assert (Wish.objects.count(), Entry.objects.count()) == (0, before)


def test_mine_shows_it_and_forgetting_takes_it(world: World) -> None:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    craft = acts.take_up(by=bram, name="Pumps")
    acts.confirm(by=anna, holding=reads.holding(anna, craft, world.bram.id))
    acts.keep_away(by=bram, topic="Cranes")
    assert care.mine(world.bram.id) == {
        "crafts": ["Pumps"],
        "crafts_confirmed": [],
        "rather_not_asked_about": ["Cranes"],
        "invited_to_answer": [],
        "invited_on": [],
        "answers_to_review": [],
        "takes_on": [],
    }
    assert care.mine(world.anna.id)["crafts_confirmed"] == [
        {"holding__craft__name": "Pumps", "holding__person__name": "Bram Desmet"}
    ]
    care.forget(world.bram.id)
    assert not any(table.objects.exists() for table in (Holding, Wish, Craft))


def test_who_has_left_holds_nothing(world: World) -> None:
    craft = acts.take_up(by=world.actor(world.bram), name="Pumps")
    people.deactivate(by=world.actor(world.hanne), person_id=world.bram.id)
    assert reads.holders(world.actor(world.anna), craft) == []
    assert reads.crafts(world.actor(world.anna)) == []


@pytest.fixture
def anna(world: World) -> Client:
    return browser(world.anna)


def test_the_pages(world: World, anna: Client) -> None:
    assert b"Nobody has named a craft yet" in anna.get("/crafts/").content
    refused = anna.post("/crafts/", {"craft": ""})
    assert refused.status_code == 422
    made = anna.post("/crafts/", {"craft": "Pumps"})
    page = made["Location"]
    assert b"No longer my craft" in anna.get(page).content
    bram = browser(world.bram)
    bram.post(page, {"do": "confirm", "person": world.anna.id})
    assert b"Confirmed by" in anna.get(page).content
    bram.post(page, {"do": "withdraw", "person": world.anna.id})
    assert b"Confirmed by" not in anna.get(page).content
    assert bram.post(page, {"do": "confirm", "person": world.bram.id}).status_code == 404
    assert anna.post(page, {"do": "confirm", "person": world.anna.id}).status_code == 422
    bram.post(page, {"do": "take"})
    anna.post(page, {"do": "lay"})
    assert [one.person.id for one in reads.holders(world.actor(world.anna), Craft.objects.get())] == [
        world.bram.id
    ]


def test_the_page_of_outsiders(world: World, anna: Client) -> None:
    filled = {"craft": "Masonry", "name": "De Muur", "reached_by": "02 123"}
    assert anna.post("/crafts/outside/", filled).status_code == 422
    chris = browser(world.chris)
    empty = chris.post("/crafts/outside/", {**filled, "name": ""})
    assert empty.status_code == 422
    assert b"02 123" in empty.content
    assert chris.post("/crafts/outside/", filled).status_code == 302
    assert b"De Muur" in anna.get("/crafts/outside/").content
    assert b"Then one calls someone outside" in anna.get("/crafts/").content
    chris.post("/crafts/outside/", {"drop": reads.outsiders()[0].id})
    assert b"De Muur" not in anna.get("/crafts/outside/").content


def test_the_page_of_wishes(world: World, anna: Client) -> None:
    assert anna.post("/crafts/rather-not/", {"topic": ""}).status_code == 422
    anna.post("/crafts/rather-not/", {"topic": "Pumps"})
    assert b"Pumps" in anna.get("/crafts/rather-not/").content
    assert b"Pumps" not in browser(world.bram).get("/crafts/rather-not/").content
    anna.post("/crafts/rather-not/", {"drop": reads.wishes(world.actor(world.anna))[0].id})
    assert b"Pumps" not in anna.get("/crafts/rather-not/").content
