"""From a notice to the browser: sealed, without words unless they are wanted and open to all, and never doubled."""

import json
from collections.abc import Iterator

import pytest
from django.test import Client, override_settings

from tests.ground.outside import Outside, running
from tests.push.browsers import Browser, registered
from tests.stage import Clock
from tests.world import World
from vloot.ground.fetch.pace import PACES
from vloot.notices import acts as notices
from vloot.notices import reads
from vloot.notices.acts import Note
from vloot.notices.carrying import Later, Parcel, Unreachable
from vloot.notices.devices import acts
from vloot.notices.devices.models import Device
from vloot.notices.models import Choice, Notice
from vloot.people.models import Person
from vloot.push import carrier
from vloot.talk.models import Space
from vloot.talk.spaces import reads as spaces


@pytest.fixture
def relay(world: World) -> Iterator[Outside]:
    """A push service on this machine, allowed by an administrator."""
    PACES.forget()
    acts.allow_relays(by=world.actor(world.hanne), hosts=["127.0.0.1"])
    with override_settings(VLOOT_FETCH_LOOPBACK=True), running() as outside:
        yield outside
    PACES.forget()


def tell(to: Person, by: Person, space: Space | None, title: str = "Tide tables", about: int = 41) -> None:
    space_id = space.id if space else None
    note = Note(
        person_id=to.id,
        kind="mentioned",
        object_id=about,
        actor_id=by.id,
        link=f"/t/{about}/",
        title=title,
        space_id=space_id,
    )
    notices.tell_many([note])


def parcel(world: World, person: Person, key: str = "abc-1", rhythm: str = "at_once") -> Parcel:
    cards = reads.listed(world.actor(person), spaces.readable_names(person.id))
    return Parcel(person_id=person.id, channel="push", rhythm=rhythm, locale="en", cards=cards, key=key)


def test_a_message_without_words_says_only_that_there_is_something(world: World, relay: Outside) -> None:
    browser = Browser(relay.on("/one", 201))
    registered(world.actor(world.anna), browser)
    tell(world.anna, world.bram, world.quay)
    carrier.carry(parcel(world, world.anna))
    method, _path, headers, body = relay.asked[0]
    told = browser.read(body)
    notice = Notice.objects.get()
    assert told == {
        "key": "abc-1",
        "title": "Vloot",
        "body": "There is something for you in Vloot.",
        "url": "/notices/",
        "ids": [str(notice.id)],
    }
    assert (method, headers["Content-Encoding"], headers["TTL"], headers["Urgency"]) == (
        "POST",
        "aes128gcm",
        "86400",
        "normal",
    )
    assert headers["Authorization"].startswith("vapid t=")
    assert b"Tide" not in body


def test_a_repeat_has_the_same_topic_and_another_parcel_has_not(world: World, relay: Outside) -> None:
    registered(world.actor(world.anna), Browser(relay.on("/one", 201)))
    tell(world.anna, world.bram, world.quay)
    for key in ("abc-1", "abc-1", "abc-2"):
        carrier.carry(parcel(world, world.anna, key))
    topics = [headers["Topic"] for _, _, headers, _ in relay.asked]
    assert topics[0] == topics[1] != topics[2]
    assert all(len(topic) == 32 for topic in topics)


@pytest.mark.parametrize("place", ["quay", "bridge", ""])
def test_words_travel_along_only_where_wanted_and_open_to_all(
    world: World, relay: Outside, place: str
) -> None:
    browser = Browser(relay.on("/one", 201))
    device = registered(world.actor(world.hanne), browser)
    acts.show_words(by=world.actor(world.hanne), device_id=device, shows=True)
    tell(world.hanne, world.chris, getattr(world, place) if place else None)
    found = parcel(world, world.hanne)
    assert found.cards
    carrier.carry(found)
    told = json.dumps(browser.read(relay.asked[0][3]))
    assert ("Tide tables" in told and "Chris named you" in told) == (place == "quay")


def test_a_digest_with_one_closed_thing_in_it_has_no_words_at_all(world: World, relay: Outside) -> None:
    browser = Browser(relay.on("/one", 201))
    device = registered(world.actor(world.hanne), browser)
    acts.show_words(by=world.actor(world.hanne), device_id=device, shows=True)
    tell(world.hanne, world.chris, world.quay, "Open words")
    tell(world.hanne, world.chris, world.bridge, "Closed words", about=42)
    carrier.carry(parcel(world, world.hanne, rhythm="daily"))
    told = json.dumps(browser.read(relay.asked[0][3]))
    assert "words" not in told
    assert relay.asked[0][2]["Urgency"] == "low"


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten(world: World, relay: Outside, status: int) -> None:
    registered(world.actor(world.anna), Browser(relay.on("/gone", status)))
    tell(world.anna, world.bram, world.quay)
    with pytest.raises(Unreachable):
        carrier.carry(parcel(world, world.anna))
    assert not Device.objects.exists()


@pytest.mark.parametrize("status", [400, 403, 413, 429, 500, 503])
def test_a_service_in_trouble_is_asked_again_later(world: World, relay: Outside, status: int) -> None:
    registered(world.actor(world.anna), Browser(relay.on("/busy", status)))
    tell(world.anna, world.bram, world.quay)
    with pytest.raises(Later):
        carrier.carry(parcel(world, world.anna))
    assert Device.objects.exists()


def test_one_browser_in_trouble_does_not_keep_the_other_waiting(world: World, relay: Outside) -> None:
    good = Browser(relay.on("/good", 201))
    registered(world.actor(world.anna), Browser(relay.on("/gone", 410)))
    registered(world.actor(world.anna), good)
    tell(world.anna, world.bram, world.quay)
    carrier.carry(parcel(world, world.anna))
    assert good.read(relay.asked[-1][3])["key"] == "abc-1"


def test_who_has_no_browser_cannot_be_reached(world: World) -> None:
    tell(world.anna, world.bram, world.quay)
    with pytest.raises(Unreachable):
        carrier.carry(parcel(world, world.anna))


def test_who_chose_push_is_told_by_it(world: World, relay: Outside, clock: Clock) -> None:
    browser = Browser(relay.on("/one", 201))
    registered(world.actor(world.anna), browser)
    Choice.objects.create(person=world.anna, group="named", channel="push", rhythm="at_once")
    tell(world.anna, world.bram, world.quay)
    clock.move(minutes=3)
    notices.deliver()
    assert [browser.read(body)["url"] for _, path, _, body in relay.asked if path == "/one"] == ["/notices/"]
    clock.move(minutes=3)
    notices.deliver()
    assert len(relay.asked) == 1


def test_the_worker_in_the_browser_gets_the_words_of_its_reader_only(world: World, client: Client) -> None:
    tell(world.anna, world.bram, world.quay)
    tell(world.hanne, world.chris, world.bridge, "Closed words")
    annas, hannes = (Notice.objects.get(person=person).id for person in (world.anna, world.hanne))
    address = f"/notices/told/?id={annas}&id={hannes}&id=x&id=99999999999999999999"
    client.force_login(world.anna)
    answer = client.get(address)
    assert answer.json() == {"title": "Bram named you", "body": "Tide tables", "url": "/t/41/"}
    assert "no-store" in answer["Cache-Control"]
    client.force_login(world.bram)
    assert (client.get(address).status_code, client.get(address).content) == (204, b"")
    assert "text/html" not in client.get(address).headers.get("Content-Type", "")
    client.logout()
    assert client.get(address).status_code == 302


def test_what_may_no_longer_be_read_is_not_told(world: World, client: Client) -> None:
    tell(world.anna, world.chris, world.bridge, "Closed words")
    client.force_login(world.anna)
    answer = client.get(f"/notices/told/?id={Notice.objects.get().id}")
    assert (answer.status_code, answer.content) == (204, b"")
