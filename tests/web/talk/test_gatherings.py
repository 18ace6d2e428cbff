"""Announcing and meeting through the pages; and calendars, read by another program's reader."""

from datetime import UTC, datetime, timedelta

import icalendar as reader
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.stage import Clock
from tests.world import World
from vloot.people.models import Person
from vloot.talk.events import acts as events
from vloot.talk.events import calendars
from vloot.talk.events.acts import EventDraft, Meeting
from vloot.talk.events.reads import Entry
from vloot.talk.models import Announcement, Confirmation, Event, Post
from vloot.web.talk import icalendar

ORIGIN = "http://127.0.0.1:8000"


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def plan(world: World, **more: object) -> Post:
    starts = datetime(2026, 3, 5, 13, 0, tzinfo=UTC)
    settled = {
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=1),
        "zone": "Europe/Brussels",
        "place": "Hall 2",
    }
    held = Meeting(**{**settled, **more})  # type: ignore[arg-type]
    draft = EventDraft(
        space_id=world.quay.id, author_id=world.anna.id, title="Toolbox talk; slings, hooks", meeting=held
    )
    return events.plan(by=world.actor(world.anna), draft=draft)


def test_an_announcement_is_made_found_on_top_and_confirmed(world: World) -> None:
    fields = {
        "kind": "announcement",
        "space": str(world.quay.id),
        "title": "The gate",
        "body": "It closes.",
        "asks": "1",
    }
    response = client_of(world.chris).post("/", fields)
    post = Announcement.objects.get().post
    assert response["Location"] == f"/t/{post.id}/"
    anna = client_of(world.anna)
    home = anna.get("/").content.decode()
    assert f'formaction="/p/{post.id}/read/"' in home
    assert home.count(f'id="post-{post.id}"') == 1
    anna.post(f"/p/{post.id}/read/")
    anna.post(f"/p/{post.id}/read/")
    assert Confirmation.objects.count() == 1
    thread = anna.get(f"/t/{post.id}/").content.decode()
    assert "Only you see that." in thread
    assert "Too few to show." in thread
    assert "Only you see that." not in client_of(world.chris).get(f"/t/{post.id}/").content.decode()


def test_who_may_not_announce_is_not_offered_it_and_keeps_every_word(world: World) -> None:
    bram = client_of(world.bram)
    assert 'value="announcement"' not in bram.get("/").content.decode()
    sent = {"kind": "announcement", "space": str(world.quay.id), "title": "Hear me", "body": "All of you"}
    response = bram.post("/", sent)
    assert response.status_code == 422
    assert "All of you" in response.content.decode()
    refused = client_of(world.chris).post("/", {**sent, "until": "2026-01-01"}).content.decode()
    assert 'id="c-until-error"' in refused


def test_an_event_is_planned_answered_changed_and_cancelled(world: World) -> None:
    fields = {
        "kind": "event", "space": str(world.quay.id), "title": "Barbecue", "body": "", "starts": "2026-06-05T17:00",
        "zone": "Europe/Brussels", "place": "The quay", "capacity": "1",
    }  # fmt: skip
    anna, bram = client_of(world.anna), client_of(world.bram)
    assert 'id="c-starts-error"' in anna.post("/", fields | {"starts": "2026-06-05T47:00"}).content.decode()
    anna.post("/", fields)
    event = Event.objects.get()
    assert event.starts_at == datetime(2026, 6, 5, 15, 0, tzinfo=UTC)
    assert event.ends_at == event.starts_at + timedelta(hours=1)
    at = event.post_id
    page = bram.get(f"/t/{at}/").content.decode()
    assert "Friday 5 June, 17:00" in page
    assert "1 place left" in page
    bram.post(f"/events/{at}/reply/", {"answer": "yes"})
    anna.post(f"/events/{at}/reply/", {"answer": "yes"})
    assert "You are on the waiting list" in anna.get(f"/t/{at}/").content.decode()
    assert (
        bram.post(
            f"/events/{at}/reply/", {"answer": "perhaps"}, headers={"X-Requested-With": "fetch"}
        ).status_code
        == 422
    )
    assert "Bram" in anna.get(f"/events/{at}/people/").content.decode()
    assert bram.get(f"/events/{at}/change/").status_code == 404
    sent = {name: fields[name] for name in ("title", "body", "starts", "zone", "place")} | {
        "ends": "2026-06-05T22:00",
        "capacity": "",
    }
    assert anna.post(f"/events/{at}/change/", sent).status_code == 302
    event.refresh_from_db()
    assert (event.capacity, event.revision) == (None, 1)
    assert anna.post(f"/events/{at}/cancel/", {"reason": ""}).status_code == 422
    assert anna.post(f"/events/{at}/cancel/", {"reason": "Too much rain"}).status_code == 302
    assert "Too much rain" in bram.get("/").content.decode()
    assert "June 2026" in bram.get("/events/").content.decode()


def test_the_file_of_an_event_is_read_by_another_program(world: World) -> None:
    event = plan(world)
    response = client_of(world.bram).get(f"/events/{event.id}/event.ics")
    assert response["Content-Type"].startswith("text/calendar")
    found = reader.Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert str(found["SUMMARY"]) == "Toolbox talk; slings, hooks"
    assert found.decoded("DTSTART") == datetime(2026, 3, 5, 13, 0, tzinfo=UTC)
    assert str(found["STATUS"]) == "CONFIRMED"
    assert str(found["UID"]).startswith(f"event-{event.id}@")
    events.cancel(by=world.actor(world.anna), event=event, reason="Rain")
    again = reader.Calendar.from_ical(client_of(world.bram).get(f"/events/{event.id}/event.ics").content)
    cancelled = again.walk("VEVENT")[0]
    assert (str(cancelled["STATUS"]), cancelled.decoded("SEQUENCE"), cancelled["UID"]) == (
        "CANCELLED",
        1,
        found["UID"],
    )


def test_the_feed_needs_no_sign_in_and_ends_when_it_is_renewed(world: World) -> None:
    event = plan(world)
    events.reply(by=world.actor(world.bram), event=event, answer="maybe")
    bram = client_of(world.bram)
    path = f"/calendar/{calendars.token_of(world.bram.id)}.ics"
    assert path in bram.get("/events/calendar/").content.decode()
    found = reader.Calendar.from_ical(Client().get(path).content).walk("VEVENT")
    assert [str(one["STATUS"]) for one in found] == ["TENTATIVE"]
    bram.post("/events/calendar/")
    assert Client().get(path).status_code == 404
    assert Client().get("/calendar/1-x.ics").status_code == 404


def test_what_one_may_not_see_is_not_there(world: World, clock: Clock) -> None:
    starts = clock.at + timedelta(days=1)
    held = Meeting(starts_at=starts, ends_at=starts + timedelta(hours=1), zone="UTC", place="Bridge")
    draft = EventDraft(
        space_id=world.bridge.id, author_id=world.hanne.id, title="Talk about pay", meeting=held
    )
    event = events.plan(by=world.actor(world.hanne), draft=draft)
    anna = client_of(world.anna)
    for path in ("event.ics", "people/", "change/", "cancel/"):
        assert anna.get(f"/events/{event.id}/{path}").status_code == 404
    assert anna.post(f"/events/{event.id}/reply/", {"answer": "yes"}).status_code == 404
    for path in ("/", "/events/", "/events/past/"):
        assert "Talk about pay" not in anna.get(path).content.decode()


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(title=WORDS, source=WORDS, place=WORDS)
def test_whatever_is_written_stays_one_value_in_lines_of_75(title: str, source: str, place: str) -> None:
    at = datetime(2026, 3, 5, 13, 0, tzinfo=UTC)
    entry = Entry(
        id=7, title=title, source=source, starts_at=at, ends_at=at + timedelta(hours=1), place=place, link="", revision=3,
        changed_at=at, is_cancelled=False,
    )  # fmt: skip
    text = icalendar.calendar([entry], origin=ORIGIN)
    assert all(len(line.encode()) <= icalendar.LONGEST for line in text.split("\r\n"))
    found = reader.Calendar.from_ical(text).walk("VEVENT")
    assert len(found) == 1
    lines = title.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        letter for letter in lines if letter in "\n\t" or (ord(letter) > 31 and ord(letter) != 127)
    )
    assert str(found[0]["SUMMARY"]) == kept
    assert found[0].decoded("SEQUENCE") == 3


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Kolkata"])
def test_a_reader_elsewhere_sees_their_own_clock_too(world: World, zone: str) -> None:
    event = plan(world)
    Person.objects.filter(pk=world.bram.pk).update(time_zone=zone)
    page = client_of(Person.objects.get(pk=world.bram.pk)).get(f"/t/{event.id}/").content.decode()
    assert "14:00" in page
    assert {"America/New_York": "08:00", "Asia/Kolkata": "18:30"}[zone] in page
