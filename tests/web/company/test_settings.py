"""The pages of settings, rooms and agreements."""

from datetime import time, timedelta

import pytest
from django.test import Client
from django.utils import translation

from tests.web.company.test_audit import browser
from tests.world import IMPORTER, World
from vloot import wiring
from vloot.company.models import Company
from vloot.company.switches import acts as switches
from vloot.company.switches import rooms
from vloot.company.switches.acts import Decision
from vloot.ground import clock
from vloot.notices import acts as notices
from vloot.notices.acts.resting import Hours
from vloot.notices.carrying import Parcel, Unreachable
from vloot.notices.devices import acts as devices
from vloot.people import acts as people
from vloot.people import reads as persons
from vloot.talk.order import acts as order


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
    for wrong in ({"host": "nobody"}, {"host": "chris, anna"}, {"trained_on": "x"}, {"why": ""}):
        assert admin.post("/company/rooms/polls/", sent | wrong).status_code == 422
    assert browser(world.anna).get("/company/rooms/polls/").status_code == 422


def test_an_agreement_is_recorded_on_its_page(world: World, admin: Client) -> None:
    sent = {"subject": "Network", "agreed_on": "2026-02-01", "document": "CAO 12", "parties": "Council"}
    sent["topics"] = "network"
    assert admin.post("/company/agreements/", sent).status_code == 302
    page = browser(world.anna).get("/company/agreements/").content.decode()
    assert "CAO 12" in page
    assert "who helps whom" in page
    assert admin.post("/company/agreements/", sent | {"agreed_on": "soon"}).status_code == 422


def test_what_all_are_told_and_when_stands_with_its_history(world: World, admin: Client) -> None:
    actor = persons.actor_for(world.hanne.id)
    notices.choose_for_all(by=actor, chosen={("answers", "mail"): "weekly"})
    notices.set_hours_for_all(by=actor, hours=Hours(quiet_from=time(19), quiet_until=time(7)))
    day = (clock.now() + timedelta(days=9)).date()
    notices.add_company_holiday(by=actor, first_on=day, name="Fair")
    devices.allow_relays(by=actor, hosts=["push.example.org"])
    order.watch(by=actor, phrase="sabotage", reason="Once it hurt somebody")
    page = admin.get("/company/settings/").content.decode()
    for told in (
        "“Answers to my questions: By mail” from “once a day” to “once a week”",
        "to “quiet from 19:00 until 07:00”",
        f"“Company holidays” from “nothing” to “{day.day} {day:%B} {day.year}”",
        "“Push services” from “nothing” to “push.example.org”",
        "put a word on the list of watched words",
    ):
        assert told in page


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_every_room_is_told_in_the_language_of_the_reader(world: World, language: str) -> None:
    english = {name: (str(room.title), str(room.what)) for name, room in rooms.DECLARED.items()}
    with translation.override(language):
        for name, room in rooms.DECLARED.items():
            assert str(room.what) != english[name][1], name


def switched_off(world: World, room: str) -> None:
    actor = persons.actor_for(world.hanne.id)
    switches.switch(
        by=actor, room=room, decision=Decision(is_on=False, why="Not yet", host_id=world.chris.id)
    )


def test_a_room_that_is_off_says_so_on_its_pages_and_keeps_what_was_typed(
    world: World, admin: Client
) -> None:
    switched_off(world, "events")
    switched_off(world, "guests")
    for address in ("/events/", "/events/past/"):
        page = browser(world.anna).get(address)
        assert "Ask Chris Wouters" in page.content.decode()
    sent = {
        "kind": "event",
        "space": str(world.quay.id),
        "title": "Soup together",
        "starts": "2030-12-31T14:00",
    }
    refused = browser(world.anna).post("/", sent)
    assert "Ask Chris Wouters" in refused.content.decode()
    assert "Soup together" in refused.content.decode()
    refused = admin.post("/people/invite/", {"name": "Gus Gast", "is_guest": "on"})
    assert "Ask Chris Wouters" in refused.content.decode()
    assert "Gus Gast" in refused.content.decode()
    assert "Gus" in admin.post("/people/invite/", {"name": "Gus Gast"}).content.decode()


def test_the_page_of_roles_offers_no_guest_where_none_are_taken(world: World, admin: Client) -> None:
    page = f"/people/{world.anna.id}/standing/"
    offered = 'name="role" value="guest"'
    assert offered in admin.get(page).content.decode()
    switched_off(world, "guests")
    shown = admin.get(page).content.decode()
    assert offered not in shown
    assert "Ask Chris Wouters" in shown
    refused = admin.post(page, {"deed": "give", "role": "guest"})
    assert "Ask Chris Wouters" in refused.content.decode()
    assert not persons.actor_for(world.anna.id).is_guest
    assert offered in admin.get(f"/people/{world.dana.id}/standing/").content.decode(), (
        "a guest can stop being one"
    )


def test_nobody_is_offered_what_is_off(world: World, admin: Client) -> None:
    offered = {"polls": "poll", "events": "event", "announcements": "announcement"}
    chris = browser(world.chris)
    for room, kind in offered.items():
        for address in ("/", f"/s/{world.quay.slug}/"):
            assert f'value="{kind}"' in chris.get(address).content.decode()
        switched_off(world, room)
        for address in ("/", f"/s/{world.quay.slug}/"):
            assert f'value="{kind}"' not in chris.get(address).content.decode()
    assert 'value="question"' in chris.get("/").content.decode()


def test_push_that_is_off_reaches_nobody(world: World, admin: Client) -> None:
    handed: list[str] = []
    carry = wiring._while_on("push", lambda parcel: handed.append(parcel.key))
    parcel = Parcel(
        person_id=world.anna.id, channel="push", rhythm="at_once", locale="en", cards=[], key="push-1"
    )
    carry(parcel)
    switched_off(world, "push")
    with pytest.raises(Unreachable):
        carry(parcel)
    assert handed == ["push-1"]


def test_mail_push_and_guests_stand_among_the_rooms_as_they_are(world: World, admin: Client) -> None:
    page = admin.get("/company/rooms/").content.decode()
    assert "No push service is allowed yet" in page
    devices.allow_relays(by=persons.actor_for(world.hanne.id), hosts=["push.example.org"])
    page = admin.get("/company/rooms/").content.decode()
    assert "No push service is allowed yet" not in page
    for name in ("mail", "push", "guests"):
        assert f'id="room-{name}"' in page


def test_my_page_leads_on_a_phone_to_what_the_bar_has_no_place_for(world: World) -> None:
    page = browser(world.anna).get(f"/people/{world.anna.id}/").content.decode()
    more = page.partition('class="at-thumb"')[2].partition("</nav>")[0]
    for address in ("/search/", "/guides/", "/events/", "/promise/"):
        assert f'href="{address}"' in more
    assert 'class="at-thumb"' not in browser(world.bram).get(f"/people/{world.anna.id}/").content.decode()


def test_a_guest_reads_who_looks_after_a_room_without_a_link_that_leads_nowhere(world: World) -> None:
    actor = persons.actor_for(world.hanne.id)
    decided = Decision(is_on=True, why="Together at the table", host_id=world.anna.id)
    switches.switch(by=actor, room="events", decision=decided)
    page = browser(world.dana).get("/company/rooms/").content.decode()
    assert "Anna Peeters" in page
    assert f"/people/{world.anna.id}/" not in page
    assert f"/people/{world.anna.id}/" in browser(world.bram).get("/company/rooms/").content.decode()
    switches.switch(by=actor, room="events", decision=Decision(is_on=True, why="So", host_id=world.hanne.id))
    page = browser(world.dana).get("/company/rooms/").content.decode()
    assert f"/people/{world.hanne.id}/" in page, "whoever helps everybody can be met by a guest too"
