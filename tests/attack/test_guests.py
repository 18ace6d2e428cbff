"""A guest meets only the people, teams and words of the spaces they were let into: Dana is in the Slip with Bram and Chris."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.attack import addresses
from tests.world import World
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import acts as spaces


@pytest.fixture
def dana(world: World) -> Client:
    """The guest's browser."""
    client = Client()
    client.force_login(world.dana, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_no_address_names_somebody_a_guest_does_not_meet(world: World, dana: Client) -> None:
    asked = f"to={world.anna.id}&q=ann&name=ann&about=cranes&after=0&team={world.anna.team_id}"
    shown = addresses.plain() + addresses.named(id=world.anna.id)
    for address in (a for a in shown if "out" not in a):
        assert b"Peeters" not in dana.get(f"{address}?{asked}").content, address


def test_a_guest_cannot_find_out_who_is_here_by_trying_names(world: World, dana: Client) -> None:
    for name in ("anna", "nobody"):
        thanks = {"kind": "thanks", "space": str(world.slip.id), "body": "Thank you", "to": f"@{name}"}
        answer = dana.post("/", thanks)
        assert answer.status_code == 422
        assert f"Nobody here is called {name}".encode() in answer.content
        asked = dana.post("/talks/new/", {"to": name, "way": "call"})
        assert asked.status_code == 422
        assert b"Nobody here is called like this" in asked.content
        for field in ("counsellor", "top_team"):
            assert b"has the user name" not in dana.post("/company/change/", {field: name}).content
    assert dana.get(f"/talks/new/?to={world.anna.id}").status_code == 404
    assert dana.get(f"/talks/new/?to={world.bram.id}").status_code == 200


def test_naming_somebody_tells_a_guest_nothing_about_them(world: World) -> None:
    written = posts.write(
        by=world.actor(world.dana), space=world.slip, body="Do @anna, @hull and @bram come?"
    )
    assert str(world.anna.id) not in written.html
    assert "teams" not in written.html
    assert str(world.bram.id) in written.html
    asked = questions.ask(
        by=world.actor(world.dana), space=world.slip, wording=Wording(title="Who comes?", needed="Some help")
    )
    posts.edit(by=world.actor(world.dana), post=asked, title="Who comes?", body="Is it @anna?")
    assert str(world.anna.id) not in asked.html


def test_a_guest_reads_the_names_of_no_team_they_do_not_meet(world: World, dana: Client) -> None:
    spaces.leave(by=world.actor(world.bram), space=world.slip)
    chris = world.chris
    chris.team = None
    chris.save(update_fields=["team"])
    for at in ("/people/", "/people/teams/"):
        said = dana.get(at).content
        assert b"Hull" not in said
        assert b"Dock" not in said
    assert b"Hull" in _member(world).get("/people/teams/").content


def test_a_guest_sees_the_teams_of_whom_they_meet_and_those_above(world: World, dana: Client) -> None:
    said = dana.get(reverse("people:teams")).content
    assert b"Hull" in said
    assert b"Dock" in said


def _member(world: World) -> Client:
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    return client
