import re
from collections.abc import Callable

import pytest
from django.test import Client

from tests.world import World
from vloot.people import reads
from vloot.people.models import Person

As = Callable[[Person], Client]


def test_from_invitation_to_a_page_of_ones_own(world: World, as_person: As, client: Client) -> None:
    answer = as_person(world.chris).post("/people/invite/", {"name": "Els Peeters", "email": ""})
    link = re.search(r'value="http://testserver(/invite/[^"]+)"', answer.content.decode())
    assert link
    assert "Els Peeters" in client.get(link[1]).content.decode()
    filled = {"name": "Els Peeters", "username": "els", "email": "", "password": "a boat and a bicycle"}
    refused = client.post(link[1], {**filled, "username": "anna"})
    assert refused.status_code == 422
    assert "already in use" in refused.content.decode()
    joined = client.post(link[1], filled)
    assert joined["Location"] == "/me/"
    assert client.get("/me/").status_code == 200
    assert Client().get(link[1]).status_code == 404
    els = Person.objects.get(username="els")
    assert "Els" in client.get(f"/people/{els.id}/").content.decode()
    assert els.buddy_id


def test_a_paper_opens_the_door_once_and_asks_for_a_password(
    world: World, as_person: As, client: Client
) -> None:
    asked = as_person(world.chris).post(f"/people/{world.bram.id}/code/").content.decode()
    printed = re.search(r"\b([A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4})\b", asked)
    assert printed
    assert "bram" in asked
    wrong = client.post("/sign-in/code/", {"username": "bram", "code": "AAAA"})
    assert wrong.status_code == 422
    came = client.post(
        "/sign-in/code/", {"username": "bram", "code": printed[1], "password": "knots and splices"}
    )
    assert came.status_code == 302
    assert client.get("/me/").status_code == 200
    again = Client().post("/sign-in/code/", {"username": "bram", "code": printed[1]})
    assert again.status_code == 422
    back = Client().post("/account/login/", {"login": "bram", "password": "knots and splices"})
    assert back.status_code == 302


@pytest.mark.parametrize(
    "path", ["/people/invite/", "/people/{bram}/code/", "/people/{bram}/standing/", "/people/{bram}/place/"]
)
def test_members_have_no_business_there(world: World, as_person: As, path: str) -> None:
    answer = as_person(world.anna).get(path.format(bram=world.bram.id))
    assert answer.status_code == 422
    assert "Only" in answer.content.decode()
    as_person(world.anna).post(path.format(bram=world.bram.id), {"deed": "deactivate"})
    assert Person.objects.get(id=world.bram.id).is_active


def test_an_administrator_ends_access_and_gives_it_back(world: World, as_person: As) -> None:
    brams, hannes = as_person(world.bram), as_person(world.hanne)
    assert brams.get("/me/").status_code == 200
    standing = f"/people/{world.bram.id}/standing/"
    hannes.post(standing, {"deed": "deactivate"})
    assert brams.get("/me/").status_code == 302
    assert "Give access again" in hannes.get(standing).content.decode()
    hannes.post(standing, {"deed": "reactivate"})
    assert Person.objects.get(id=world.bram.id).is_active
    assert brams.get("/me/").status_code == 302


def test_roles_and_buddies_are_given_on_one_page(world: World, as_person: As) -> None:
    hannes = as_person(world.hanne)
    standing = f"/people/{world.bram.id}/standing/"
    hannes.post(standing, {"deed": "give", "role": "host"})
    assert reads.roles_of(world.bram.id) == {"host"}
    hannes.post(standing, {"deed": "take", "role": "host"})
    assert not reads.roles_of(world.bram.id)
    hannes.post(standing, {"deed": "buddy", "buddy": "@anna"})
    assert Person.objects.get(id=world.bram.id).buddy_id == world.anna.id
    said = hannes.post(standing, {"deed": "buddy", "buddy": "gus"}, follow=True).content.decode()
    assert "Nobody here has the user name" in said


def test_the_chart_is_kept_by_hand_too(world: World, as_person: As) -> None:
    hannes = as_person(world.hanne)
    place = f"/people/{world.bram.id}/place/"
    form = {"function": "Rigger", "team": "", "manager": "chris", "joined_on": "2020-05-04"}
    assert hannes.post(place, form).status_code == 302
    bram = Person.objects.get(id=world.bram.id)
    assert (bram.function, bram.manager_id, bram.team_id) == ("Rigger", world.chris.id, None)
    circle = hannes.post(f"/people/{world.chris.id}/place/", {**form, "manager": "bram"})
    assert circle.status_code == 422
    assert "own manager" in circle.content.decode()
    nobody = hannes.post(place, {**form, "manager": "gus"})
    assert "Nobody here" in nobody.content.decode()
