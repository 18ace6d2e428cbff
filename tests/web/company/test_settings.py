"""The pages of settings, rooms and agreements."""

import pytest
from django.test import Client

from tests.web.company.test_audit import browser
from tests.world import IMPORTER, World
from vloot.company.models import Company
from vloot.people import acts as people


@pytest.fixture
def admin(world: World) -> Client:
    Company.objects.update_or_create(id=1, defaults={"name": "De Werf"})
    people.give_role(by=IMPORTER, person_id=world.hanne.id, role="administrator")
    return browser(world.hanne)


def test_a_setting_shows_who_changed_it_from_what_to_what(world: World, admin: Client) -> None:
    sent = {"value": "9", "why": "We are many"}
    assert admin.post("/company/settings/company.minimum_group/", sent).status_code == 302
    page = admin.get("/company/settings/").content.decode()
    assert "from “7” to “9”. Why: We are many" in page
    refused = admin.post("/company/settings/company.minimum_group/", {"value": "3", "why": "Fewer"})
    assert refused.status_code == 422
    assert "Fewer" in refused.content.decode()
    assert admin.get("/company/settings/no.such/").status_code == 404
    assert browser(world.anna).get("/company/settings/").status_code == 422


def test_a_room_is_switched_on_a_page_and_read_by_all(world: World, admin: Client) -> None:
    page = browser(world.anna).get("/company/rooms/").content.decode()
    assert "On without training." in page
    sent = {"is_on": "off", "why": "First we talk", "host": "chris", "trained_on": "", "trained_by": ""}
    assert admin.post("/company/rooms/polls/", sent).status_code == 302
    page = browser(world.anna).get("/company/rooms/").content.decode()
    assert "First we talk" in page
    assert "</b> Wouters" in page
    for wrong in ({"host": "nobody"}, {"trained_on": "x"}, {"why": ""}):
        assert admin.post("/company/rooms/polls/", sent | wrong).status_code == 422
    assert browser(world.anna).get("/company/rooms/polls/").status_code == 422


def test_an_agreement_is_recorded_on_its_page(world: World, admin: Client) -> None:
    sent = {"subject": "Network", "agreed_on": "2026-02-01", "document": "CAO 12", "parties": "Council"}
    assert admin.post("/company/agreements/", sent).status_code == 302
    assert "CAO 12" in browser(world.anna).get("/company/agreements/").content.decode()
    assert admin.post("/company/agreements/", sent | {"agreed_on": "soon"}).status_code == 422
