"""The pages of what changes: fears, promises, the board, the mirror; what is refused keeps what was typed."""

from datetime import timedelta

import pytest

from tests.climate.ground import open_room, published
from tests.promise.crawl import browser
from tests.stage import Clock
from tests.world import World
from vloot.climate.matters.models import Answer, Matter
from vloot.climate.mirror.statements import KEYS
from vloot.climate.registers import waiting
from vloot.company import acts as company
from vloot.ground import clock as clocks

PAGES = ("/climate/board/", "/climate/fears/", "/climate/promises/", "/climate/mirror/")


@pytest.fixture(autouse=True)
def room(world: World) -> None:
    open_room(world)


def due(days: int) -> str:
    return (clocks.now().date() + timedelta(days=days)).isoformat()


def test_the_counsellor_is_one_click_away_and_guests_stay_outside(world: World) -> None:
    company.name_counsellor(by=world.actor(world.hanne), person_id=world.bram.id)
    anna, dana = browser(world.anna), browser(world.dana)
    for page in PAGES:
        assert f"/talks/new/?to={world.bram.id}" in anna.get(page).content.decode()
        refused = dana.get(page)
        assert refused.status_code == 422
        assert "Bram" not in refused.content.decode()


def test_a_fear_without_a_name_shows_nowhere_until_its_week_is_over(world: World, clock: Clock) -> None:
    anna = browser(world.anna)
    empty = anna.post("/climate/fears/", {"words": " ", "named": "no"})
    assert empty.status_code == 422
    assert 'value="no" required checked' in empty.content.decode()
    undecided = anna.post("/climate/fears/", {"words": "That we close"})
    assert undecided.status_code == 422
    assert "That we close" in undecided.content.decode()
    sent = anna.post("/climate/fears/", {"words": "That we close", "named": "no"})
    assert sent.status_code == 302
    assert "That we close" not in anna.get("/climate/fears/").content.decode()
    assert "That we close" not in browser(world.hanne).get("/climate/fears/").content.decode()
    clock.move(days=7)
    waiting.show_due()
    page = browser(world.bram).get("/climate/fears/").content.decode()
    assert "That we close" in page
    assert "Without a name" in page
    assert "Anna" not in page


def test_a_promise_taken_on_answered_and_judged(world: World, clock: Clock) -> None:
    anna, chris = browser(world.anna), browser(world.chris)
    wrong = anna.post("/climate/promises/", {"words": "A roof", "named": "yes", "due_on": "soon"})
    assert wrong.status_code == 422
    assert "A roof" in wrong.content.decode()
    assert (
        anna.post("/climate/promises/", {"words": "A roof", "named": "yes", "due_on": due(-9)}).status_code
        == 302
    )
    matter = Matter.objects.get()
    at = f"/climate/matters/{matter.pk}/"
    unknown = chris.post(at, {"do": "own", "owner": "@nobody"})
    assert unknown.status_code == 422
    assert 'value="@nobody"' in unknown.content.decode()
    assert chris.post(at, {"do": "own", "owner": "@hanne"}).status_code == 302
    missing = browser(world.hanne).post(
        at, {"do": "answer", "does": "yes", "words": "It comes", "due_on": ""}
    )
    assert missing.status_code == 422
    assert "It comes" in missing.content.decode()
    assert 'value="yes" required checked' in missing.content.decode()
    answer = {"do": "answer", "does": "yes", "words": "It comes", "who": "@bram", "due_on": due(3)}
    assert browser(world.hanne).post(at, answer).status_code == 302
    made = Answer.objects.get()
    clock.move(days=3)
    page = anna.get("/climate/promises/").content.decode()
    assert "Done as said?" in page
    judged = f"/climate/answers/{made.pk}/"
    no = anna.post(judged, {"is_done": "no", "words": ""})
    assert no.status_code == 422
    assert anna.post(judged, {"is_done": "yes", "words": ""}).status_code == 302
    assert "Done as said." in browser(world.bram).get("/climate/promises/").content.decode()


def test_taken_away_with_a_reason(world: World) -> None:
    browser(world.anna).post("/climate/fears/", {"words": "Something bad", "named": "yes"})
    at = f"/climate/matters/{Matter.objects.get().pk}/"
    chris = browser(world.chris)
    assert chris.post(at, {"do": "away", "why": " "}).status_code == 422
    assert chris.post(at, {"do": "away", "why": "It hurts somebody"}).status_code == 302
    page = browser(world.bram).get("/climate/fears/").content.decode()
    assert "It hurts somebody" in page
    assert "Something bad" not in page


def test_the_board_with_results_and_small_changes(world: World, clock: Clock) -> None:
    anna, hanne = browser(world.anna), browser(world.hanne)
    assert "No wave has closed yet" in anna.get("/climate/board/").content.decode()
    wave = published(days_ago=1)
    page = anna.get("/climate/board/").content.decode()
    assert "Before anything is asked again" in page
    assert "between 56 and 64" in page
    at = f"/climate/board/{wave.pk}/safety/"
    assert at not in page
    assert at in hanne.get("/climate/board/").content.decode()
    wrong = hanne.post(at, {"does": "yes", "words": "We listen", "due_on": due(-2)})
    assert wrong.status_code == 422
    assert "We listen" in wrong.content.decode()
    assert hanne.post(at, {"does": "yes", "words": "We listen", "due_on": due(2)}).status_code == 302
    assert anna.post(at, {"does": "no", "words": "No"}).status_code == 422
    assert "We listen" in anna.get("/climate/board/").content.decode()
    proposed = {"words": "A lamp", "team": str(world.anna.team_id)}
    assert anna.post("/climate/board/", {**proposed, "words": ""}).status_code == 422
    assert anna.post("/climate/board/", proposed).status_code == 302
    assert "On your own floor: Hull" in browser(world.bram).get("/climate/board/").content.decode()
    assert hanne.post("/climate/board/", proposed).status_code == 422


def test_the_mirror(world: World) -> None:
    anna, hanne = browser(world.anna), browser(world.hanne)
    assert "Nobody has looked into it yet" in anna.get("/climate/mirror/").content.decode()
    views = dict.fromkeys(KEYS, "agree")
    typed = {**views, "trust_words": "I try", "stands": "away", "change": "I ask first", "change_on": ""}
    wrong = hanne.post("/climate/mirror/", typed)
    assert wrong.status_code == 422
    assert 'value="I try"' in wrong.content.decode()
    assert hanne.post("/climate/mirror/", {**typed, "change_on": due(9)}).status_code == 302
    page = anna.get("/climate/mirror/").content.decode()
    for words in ("I try", "I ask first", "I stay away from it for now"):
        assert words in page
    assert anna.post("/climate/mirror/", typed).status_code == 422
    assert "above" not in page, "no figure before a wave"
    published()
    assert "40 above" in anna.get("/climate/mirror/").content.decode()
