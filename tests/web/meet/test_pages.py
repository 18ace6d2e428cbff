"""The pages of coffee rounds: what is refused keeps what was typed, and the calendar file holds one moment."""

from datetime import timedelta

import icalendar

from tests.meet.coffee.test_coffee import come, laid, opened
from tests.promise.crawl import browser
from tests.stage import Clock
from tests.world import World
from vloot.ground import clock as clocks
from vloot.meet.coffee.models import Apart, Coming, Round, Seat, Table


def test_a_host_opens_a_round_and_anna_comes_along(world: World) -> None:
    chris, anna = browser(world.chris), browser(world.anna)
    assert "Open a coffee round" in chris.get("/meet/").content.decode()
    assert "Open a coffee round" not in anna.get("/meet/").content.decode()
    today = clocks.now().date()
    days = {"until": today + timedelta(days=3), "week": today + timedelta(days=14)}
    wrong = chris.post("/meet/", {"do": "open", "until": "2001-01-01", "week": days["week"]})
    assert wrong.status_code == 422
    assert 'value="2001-01-01"' in wrong.content.decode()
    assert chris.post("/meet/", {"do": "open", **days}).status_code == 302
    round = Round.objects.get()
    none = anna.post("/meet/", {"do": "come", "round": round.id, "languages": ["nl"]})
    assert none.status_code == 422
    assert 'value="nl" checked' in none.content.decode()
    said = {
        "do": "come",
        "round": round.id,
        "languages": ["nl"],
        "when": ["tue-am", "thu-pm"],
        "ways": ["here"],
    }
    assert anna.post("/meet/", said).status_code == 302
    coming = Coming.objects.get()
    assert (coming.person_id, coming.slots) == (world.anna.id, ["tue-am-here", "thu-pm-here"])
    assert "You come along" in anna.get("/meet/").content.decode()
    assert anna.post("/meet/", {"do": "stay", "round": round.id}).status_code == 302
    assert not Coming.objects.exists()


def test_the_table_its_calendar_and_that_they_met(world: World, clock: Clock) -> None:
    round = opened(world)
    come(world, round, world.anna, world.bram)
    laid(clock)
    table = Table.objects.get()
    anna = browser(world.anna)
    page = anna.get("/meet/").content.decode()
    assert "Bram" in page
    assert "Tuesday morning, here" in page
    answer = anna.get(f"/meet/{table.id}/tue-am-here.ics")
    (event,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["SUMMARY"] == "Coffee with Bram Desmet"
    begins, ends = event.decoded("DTSTART"), event.decoded("DTEND")
    assert begins.date() == round.week + timedelta(days=1)
    assert ends - begins == timedelta(minutes=30)
    for other, address in (
        (world.anna, f"/meet/{table.id}/mon-am-here.ics"),
        (world.chris, f"/meet/{table.id}/tue-am-here.ics"),
    ):
        assert browser(other).get(address).status_code == 404
    assert anna.post(f"/meet/{table.id}/", {"do": "met"}).status_code == 302
    assert anna.post(f"/meet/{table.id}/", {"learned": "yes"}).status_code == 302
    assert browser(world.chris).post(f"/meet/{table.id}/", {"do": "met"}).status_code == 404
    seat = Seat.objects.get(person=world.anna)
    assert (seat.has_met, seat.has_said) == (True, True)


def test_rather_not_is_a_list_of_ones_own(world: World) -> None:
    anna = browser(world.anna)
    assert anna.post("/meet/rather-not/", {"other": "nobody"}).status_code == 422
    assert anna.post("/meet/rather-not/", {"other": "@bram"}).status_code == 302
    assert "Bram" in anna.get("/meet/rather-not/").content.decode()
    assert (
        "Anna"
        not in browser(world.bram)
        .get("/meet/rather-not/")
        .content.decode()
        .partition("<main")[2]
        .partition("</main")[0]
    )
    assert anna.post("/meet/rather-not/", {"drop": world.bram.id}).status_code == 302
    assert not Apart.objects.exists()
