"""The pages of walks: from an invitation to what was kept, as the two and the others see it."""

from datetime import timedelta

import icalendar

from tests.meet.walks.ways import EASY, agreed, invited, meeting, promised, walked
from tests.promise.crawl import browser
from tests.stage import Clock
from tests.world import World
from vloot.ground import clock as clocks
from vloot.meet.walks import acts, lapsing
from vloot.meet.walks.models import Notes, Place, Promise, Walk


def local(days: int) -> str:
    return f"{clocks.now() + timedelta(days=days):%Y-%m-%dT14:00}"


def test_anna_invites_and_what_is_refused_keeps_what_she_typed(world: World) -> None:
    anna = browser(world.anna)
    page = anna.get("/walks/new/").content.decode()
    assert "Hanne Maes" in page
    assert "Bram Desmet" not in page, "who leads nobody is not on the list"
    said = {"leader": world.hanne.id, "spot": "The paint hall", "wish": "The new booth", "moment0": local(3)}
    wrong = anna.post("/walks/new/", {**said, "moment0": "2001-01-01T10:00"})
    assert wrong.status_code == 422
    body = wrong.content.decode()
    assert all(kept in body for kept in ("The new booth", "2001-01-01T10:00", "The paint hall", "selected"))
    assert "still to come" in body
    walk = anna.post("/walks/new/", said)
    assert walk.status_code == 302
    assert "Waits for an answer" in anna.get(walk.headers["Location"]).content.decode()


def test_hanne_answers_and_takes_it_to_her_calendar(world: World) -> None:
    walk = invited(world)
    hanne = browser(world.hanne)
    assert "what do you say?" in hanne.get("/walks/").content.decode()
    page = f"/walks/{walk.id}/"
    assert "Yes, I come" in hanne.get(page).content.decode()
    wrong = hanne.post(f"{page}say/", {"do": "accept", "moment": "soon"})
    assert wrong.status_code == 422
    assert (
        hanne.post(f"{page}say/", {"do": "accept", "moment": walk.moments[0].isoformat()}).status_code == 302
    )
    (event,) = icalendar.Calendar.from_ical(hanne.get(f"{page}walk.ics").content).walk("VEVENT")
    assert event["SUMMARY"] == "Hanne Maes looks around with Anna Peeters: The paint hall"
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=45)
    assert "Hanne with Anna" in browser(world.bram).get("/walks/").content.decode()


def test_a_guest_finds_none_of_it(world: World, clock: Clock) -> None:
    walk = walked(world, clock)
    promised(world, walk)
    dana = browser(world.dana)
    for address in (
        "/walks/",
        "/walks/new/",
        "/walks/places/",
        f"/walks/{walk.id}/",
        f"/walks/{walk.id}/walk.ics",
    ):
        assert dana.get(address).status_code == 404, address


def test_promises_come_back_as_typed_and_open_ones_are_read_by_all(world: World, clock: Clock) -> None:
    walk = walked(world, clock)
    hanne, page = browser(world.hanne), f"/walks/{walk.id}/"
    due = clocks.now().date() + timedelta(days=5)
    form = {"do": "promise", "text": ["", EASY[0], "Help Bram"], "due": ["", due, due], "easy": ["1", "2"]}
    wrong = hanne.post(f"{page}say/", form)
    assert wrong.status_code == 422
    body = wrong.content.decode()
    assert EASY[0] in body
    assert 'id="text-2-error"' in body, "the line that names somebody, though an empty one stands before it"
    assert hanne.post(f"{page}say/", {**form, "text": ["", *EASY]}).status_code == 302
    bram = browser(world.bram)
    assert EASY[0] in bram.get("/walks/").content.decode()
    assert "It is done" not in bram.get(page).content.decode()
    promise = Promise.objects.get(text=EASY[0])
    settle = {"do": "settle", "promise": promise.id}
    assert bram.post(f"{page}say/", {**settle, "how": "done"}).status_code == 422
    assert hanne.post(f"{page}say/", {**settle, "how": "done"}).status_code == 302
    anna = browser(world.anna)
    assert "Done as said" in anna.get(page).content.decode()
    wrong = anna.post(f"{page}say/", {**settle, "how": "open", "because": "Ask Bram"})
    assert wrong.status_code == 422
    assert 'value="Ask Bram"' in wrong.content.decode()
    assert anna.post(f"{page}say/", {**settle, "how": "kept"}).status_code == 302
    assert EASY[0] not in bram.get("/walks/").content.decode()


def test_the_lock_says_why_and_what_opens_it(world: World, clock: Clock) -> None:
    promised(world, walked(world, clock))
    anna, hanne = browser(world.bram), browser(world.hanne)
    assert "Your own next walk" in hanne.get("/walks/").content.decode()
    assert "Offer to come along" not in hanne.get("/walks/").content.decode()
    said = {"leader": world.hanne.id, "spot": "The paint hall", "moment0": local(3)}
    assert "at least half of the promises" in anna.post("/walks/new/", said).content.decode()
    assert "at least half of the promises" in hanne.get("/walks/new/?as=offer").content.decode()


def test_notes_go_through_the_host(world: World, clock: Clock) -> None:
    walk = walked(world, clock)
    hanne, anna, bram = (browser(who) for who in (world.hanne, world.anna, world.bram))
    page = f"/walks/{walk.id}/"
    wrong = hanne.post(f"{page}say/", {"do": "note", "saw": "Bram waits"})
    assert "Bram waits" in wrong.content.decode()
    assert hanne.post(f"{page}say/", {"do": "note", "saw": "Two share one drill"}).status_code == 302
    assert "share one drill" not in bram.get(page).content.decode()
    assert "share one drill" in anna.get(page).content.decode()
    assert anna.post(f"{page}say/", {"do": "send_back", "wish": "Say three"}).status_code == 302
    assert "Say three" in hanne.get(page).content.decode()
    assert bram.post(f"{page}say/", {"do": "approve"}).status_code == 404
    assert anna.post(f"{page}say/", {"do": "approve"}).status_code == 302
    assert "share one drill" in bram.get(page).content.decode()
    assert Notes.objects.get().approved_at
    assert "feel like a talk" in anna.get(page).content.decode()
    assert anna.post(f"{page}say/", {"do": "felt", "felt": "yes"}).status_code == 302
    assert "feel like a talk" not in anna.get(page).content.decode()


def test_what_found_no_answer_is_seen_without_blame(world: World, clock: Clock) -> None:
    walk = acts.invite(by=world.actor(world.anna), leader=world.hanne.id, to=meeting(days=20))
    clock.move(days=7)
    lapsing.lapse_due()
    page = browser(world.bram).get("/walks/").content.decode()
    assert "found no answer" in page
    assert "says nothing about anybody" in page
    assert "Invite again" in browser(world.anna).get(f"/walks/{walk.id}/").content.decode()


def test_hosts_keep_the_list_of_places(world: World) -> None:
    chris, anna = browser(world.chris), browser(world.anna)
    assert anna.post("/walks/places/", {"name": "Quay"}).status_code == 422
    assert chris.post("/walks/places/", {"do": "teams"}).status_code == 302
    assert chris.post("/walks/places/", {"name": "Paint hall"}).status_code == 302
    assert "Paint hall" in anna.get("/walks/places/").content.decode()
    place = Place.objects.get(name="Paint hall")
    assert chris.post("/walks/places/", {"drop": place.id}).status_code == 302
    assert "Paint hall" not in anna.get("/walks/places/").content.decode()


def test_an_offer_is_taken_with_a_place(world: World) -> None:
    hanne, anna = browser(world.hanne), browser(world.anna)
    made = hanne.post("/walks/new/?as=offer", {"moment0": local(2), "moment1": local(3)})
    page = made.headers["Location"]
    assert "Come to our place" in anna.get(page).content.decode()
    moment = Walk.objects.get().moments[1].isoformat()
    wrong = anna.post(f"{page}say/", {"do": "take", "moment": moment})
    assert wrong.status_code == 422
    assert "Choose a place" in wrong.content.decode()
    assert anna.post(f"{page}say/", {"do": "take", "moment": moment, "spot": "Bench two"}).status_code == 302
    assert "Bench two" in browser(world.bram).get(page).content.decode()


def test_it_is_called_off_with_a_word(world: World) -> None:
    walk = agreed(world)
    page = f"/walks/{walk.id}/"
    done = browser(world.hanne).post(f"{page}say/", {"do": "call_off", "because": "The ship came early"})
    assert done.status_code == 302
    assert "The ship came early" in browser(world.anna).get(page).content.decode()
    assert browser(world.bram).get(page).status_code == 404
    assert browser(world.anna).post(f"{page}say/", {"do": "nothing"}).status_code == 404
