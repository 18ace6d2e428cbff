import pytest
from django.test import Client

from tests.world import WORLD, World
from vloot.company import acts, reads
from vloot.ground.errors import NotFound
from vloot.people import reads as people
from vloot.people.models import Person

FORM = {
    "company": "De Werf",
    "name": "Ada Admiraal",
    "username": "ada",
    "email": "",
    "password": "a boat and a bicycle",
}


@pytest.fixture
def world(db: None) -> World:
    return WORLD.again()


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_from_the_one_time_link_to_the_first_invitation(client: Client, db: None) -> None:
    link = f"/start/{acts.make_start_link()}/"
    assert client.get(link).status_code == 200
    weak = client.post(link, {**FORM, "password": "short"})
    assert weak.status_code == 422
    assert "De Werf" in weak.content.decode(), "what was typed is still there"
    answer = client.post(link, FORM)
    assert answer["Location"] == "/people/invite/"
    assert client.get("/people/invite/").status_code == 200
    assert reads.name() == "De Werf"
    assert client.get(link).status_code == 404
    assert Client().post(link, {**FORM, "username": "eve"}).status_code == 404


def test_a_made_up_link_opens_nothing(client: Client, db: None) -> None:
    assert client.get("/start/nothing/").status_code == 404
    with pytest.raises(NotFound):
        reads.start("nothing")


def test_everybody_reads_and_administrators_change(world: World) -> None:
    hannes, annas = signed_in(world.hanne), signed_in(world.anna)
    assert hannes.post("/company/change/", {"counsellor": "@bram"}).status_code == 302
    assert hannes.post("/company/change/", {"top_team": "hanne, anna"}).status_code == 302
    assert hannes.post("/company/change/", {"company": "De Kade"}).status_code == 302
    page = annas.get("/company/").content.decode()
    assert "De Kade" in page
    assert "Bram" in page
    assert page.index("Anna Peeters" if "Anna Peeters" in page else "Anna") < page.index("Hanne")
    assert '<form class="form"' not in page
    refused = annas.post("/company/change/", {"company": "Mine"})
    assert refused.status_code == 422
    assert reads.name() == "De Kade"


def test_a_name_that_nobody_has_is_said_beside_its_field(world: World) -> None:
    answer = signed_in(world.hanne).post("/company/change/", {"top_team": "hanne, gus"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“gus”" in page
    assert "hanne, gus" in page
    assert not reads.card().top_team
    assert people.by_username(["gus"]) == {}
