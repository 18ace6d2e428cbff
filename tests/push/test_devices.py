"""The browsers on which people are told: theirs alone, at allowed services alone, while their session lasts."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.push.browsers import Browser, registered, session
from tests.world import World
from vloot.ground.errors import NotFound, Refused
from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices.devices import acts, reads
from vloot.notices.devices.models import Device
from vloot.notices.devices.relays import KNOWN, is_among, is_pattern
from vloot.notices.groups import PUSHED
from vloot.notices.models import Choice

MOZILLA = "https://updates.push.services.mozilla.com/wpush/v2/gAAAA"


@pytest.fixture
def allowed(world: World) -> World:
    acts.allow_relays(
        by=world.actor(world.hanne), hosts=["*.push.services.mozilla.com", "fcm.googleapis.com"]
    )
    return world


def test_push_is_off_until_an_administrator_names_a_service(world: World) -> None:
    assert reads.allowed_relays() == []
    with pytest.raises(Refused, match="not among those your company allows"):
        registered(world.actor(world.anna), Browser(MOZILLA))
    with pytest.raises(Refused):
        acts.allow_relays(by=world.actor(world.chris), hosts=["fcm.googleapis.com"])
    acts.allow_relays(by=world.actor(world.hanne), hosts=[" FCM.googleapis.com ", ""])
    assert reads.allowed_relays() == ["fcm.googleapis.com"]
    told = Entry.objects.get(kind="SettingChanged")
    assert told.actor_id == world.hanne.id
    assert told.details == {"setting": "notices.push_relays", "was": [], "is": ["fcm.googleapis.com"]}


def test_saying_the_same_again_is_no_change(allowed: World) -> None:
    acts.allow_relays(by=allowed.actor(allowed.hanne), hosts=reads.allowed_relays())
    assert Entry.objects.filter(kind="SettingChanged").count() == 1


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://push.evil.example/wpush",
        "https://push.services.mozilla.com/wpush",
        "https://evilpush.services.mozilla.com.evil.example/",
        "https://updates.push.services.mozilla.com@10.0.0.1/",
        "http://updates.push.services.mozilla.com/wpush",
        "https://updates.push.services.mozilla.com:22/wpush",
        "https://127.0.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "file:///etc/passwd",
        "",
    ],
)
def test_an_address_elsewhere_is_refused(allowed: World, endpoint: str) -> None:
    with pytest.raises(Refused):
        registered(allowed.actor(allowed.anna), Browser(endpoint))
    assert not Device.objects.exists()


def test_what_no_browser_hands_over_is_refused(allowed: World) -> None:
    for spoilt in ({"p256dh": "AAAA"}, {"auth": "AAAA"}, {"auth": "ä"}, {"endpoint": MOZILLA + "x" * 1000}):
        good = Browser(MOZILLA).subscription
        fields = {"endpoint": good.endpoint, "p256dh": good.p256dh, "auth": good.auth, **spoilt}
        with pytest.raises(Refused):
            acts.register(
                by=allowed.actor(allowed.anna),
                session_key=session(),
                subscription=acts.Subscription(**fields),
                name="x",
            )


def test_the_same_browser_is_one_device_and_goes_with_who_is_signed_in(allowed: World) -> None:
    anna, bram = allowed.actor(allowed.anna), allowed.actor(allowed.bram)
    browser = Browser(MOZILLA)
    first = registered(anna, browser)
    assert registered(anna, browser) == first
    acts.show_words(by=anna, device_id=first, shows=True)
    assert registered(bram, browser) == first
    assert reads.lines(allowed.anna.id) == []
    line = reads.lines(allowed.bram.id)[0]
    assert not line.shows_words, "what one person chose is not the next one's choice"


def test_nobody_takes_over_a_browser_whose_secret_they_do_not_know(allowed: World) -> None:
    registered(allowed.actor(allowed.anna), Browser(MOZILLA))
    with pytest.raises(Refused):
        registered(allowed.actor(allowed.bram), Browser(MOZILLA))
    assert len(reads.lines(allowed.anna.id)) == 1


def test_another_s_device_is_not_there(allowed: World) -> None:
    device = registered(allowed.actor(allowed.anna), Browser(MOZILLA))
    bram = allowed.actor(allowed.bram)
    with pytest.raises(NotFound):
        acts.remove(by=bram, device_id=device)
    with pytest.raises(NotFound):
        acts.show_words(by=bram, device_id=device, shows=True)
    assert reads.mine(bram, "") == []


def test_a_device_is_reached_only_while_its_session_lasts(allowed: World) -> None:
    key = session()
    registered(allowed.actor(allowed.anna), Browser(MOZILLA), key)
    assert len(reads.lines(allowed.anna.id)) == 1
    Session.objects.filter(session_key=key).delete()
    assert reads.lines(allowed.anna.id) == []
    assert [card.is_reached for card in reads.mine(allowed.actor(allowed.anna), "")] == [False]
    assert acts.prune() == 1


def test_a_service_that_is_taken_away_takes_its_devices_along(allowed: World) -> None:
    registered(allowed.actor(allowed.anna), Browser(MOZILLA))
    registered(allowed.actor(allowed.bram), Browser("https://fcm.googleapis.com/fcm/send/x"))
    acts.allow_relays(by=allowed.actor(allowed.hanne), hosts=["fcm.googleapis.com"])
    assert list(Device.objects.values_list("person_id", flat=True)) == [allowed.bram.id]


def test_one_person_has_a_limited_number_of_devices(allowed: World) -> None:
    for number in range(acts.MOST + 3):
        registered(allowed.actor(allowed.anna), Browser(f"{MOZILLA}{number}"))
    assert len(reads.lines(allowed.anna.id)) == acts.MOST


def test_hosts_are_written_down_strictly() -> None:
    assert all(is_pattern(service.host) for service in KNOWN)
    for host in (
        "*",
        "*.com",
        "com",
        "a b.org",
        "https://a.org",
        "a.org/",
        "10.0.0.1",
        "[::1]",
        "*.*.org",
        "-a.org",
        "",
    ):
        assert not is_pattern(host), host


@given(st.from_regex(r"[a-z]{1,8}(\.[a-z]{1,8}){0,3}", fullmatch=True))
def test_a_pattern_allows_what_stands_below_it_and_nothing_else(name: str) -> None:
    assert is_among(f"{name}.push.apple.com", ["*.push.apple.com"])
    assert not is_among(f"{name}push.apple.com", ["*.push.apple.com"])
    assert not is_among(f"{name}.push.apple.com.evil.example", ["*.push.apple.com"])
    assert not is_among("push.apple.com", ["*.push.apple.com"])


def test_the_pages_do_what_they_say(allowed: World, client: Client) -> None:
    client.force_login(allowed.anna)
    given_over = Browser(MOZILLA).subscription
    fields = {"endpoint": given_over.endpoint, "p256dh": given_over.p256dh, "auth": given_over.auth}
    agent = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"
    assert client.post("/me/devices/here/", fields, headers={"User-Agent": agent}).status_code == 204
    page = client.get("/me/devices/").content.decode()
    assert "Firefox on Android" in page
    assert given_over.auth not in page
    assert given_over.endpoint not in page
    device = Device.objects.get()
    assert client.post(f"/me/devices/{device.id}/words/", {"shows": "yes"}).status_code == 302
    assert reads.lines(allowed.anna.id)[0].shows_words
    client.post(f"/me/devices/{device.id}/remove/")
    assert not Device.objects.exists()


def test_a_shared_device_is_never_told(allowed: World, client: Client) -> None:
    client.force_login(allowed.anna)
    session = client.session
    session["shared_device_seen"] = 1772442000.0
    session.save()
    given_over = Browser(MOZILLA).subscription
    fields = {"endpoint": given_over.endpoint, "p256dh": given_over.p256dh, "auth": given_over.auth}
    answer = client.post("/me/devices/here/", fields, headers={"X-Requested-With": "fetch"})
    assert answer.status_code == 422
    assert not Device.objects.exists()


def test_an_administrator_chooses_on_a_page_and_the_promise_says_so(world: World, client: Client) -> None:
    client.force_login(world.anna)
    assert client.get("/company/push/").status_code == 422
    client.force_login(world.hanne)
    assert "Push is off" in client.get("/company/push/").content.decode()
    refused = client.post("/company/push/", {"service": "fcm.googleapis.com", "others": "not a host"})
    assert refused.status_code == 422
    assert "not\na\nhost" in refused.content.decode(), "what was typed stays"
    client.post("/company/push/", {"service": "fcm.googleapis.com", "others": "push.example.org"})
    assert reads.allowed_relays() == ["fcm.googleapis.com", "push.example.org"]
    said = client.get("/promise/").content.decode()
    assert "push.example.org" in said
    assert "fcm.googleapis.com" in said


def test_one_click_brings_what_waits_for_me(allowed: World, client: Client) -> None:
    client.force_login(allowed.anna)
    assert "I am named, or asked for something" in client.get("/me/devices/").content.decode()
    given_over = Browser(MOZILLA).subscription
    fields = {"endpoint": given_over.endpoint, "p256dh": given_over.p256dh, "auth": given_over.auth}
    client.post("/me/devices/here/", fields)
    assert not Choice.objects.exists(), "a browser that renews its address has asked for nothing"
    client.post("/me/devices/here/", {**fields, "starts": "yes"})
    mine = Choice.objects.filter(person=allowed.anna, channel="push", rhythm="at_once")
    assert set(mine.values_list("group", flat=True)) == set(PUSHED)
    page = client.get("/me/devices/").content.decode()
    assert "Answers to my questions" in page
    assert "/me/notices/" in page


def test_who_has_chosen_keeps_it(allowed: World, client: Client) -> None:
    notices.choose(by=allowed.actor(allowed.anna), chosen={("named", "push"): "off"})
    client.force_login(allowed.anna)
    assert "that is how you chose it" in client.get("/me/devices/").content.decode()
    given_over = Browser(MOZILLA).subscription
    fields = {"endpoint": given_over.endpoint, "p256dh": given_over.p256dh, "auth": given_over.auth}
    client.post("/me/devices/here/", {**fields, "starts": "yes"})
    assert Choice.objects.get().rhythm == "off"
