"""The page of the two questions."""

from datetime import timedelta

import pytest

from tests.network.scene import open_room
from tests.stage import Clock
from tests.web.company.test_audit import browser
from tests.world import World
from vloot.ground import clock as clocks
from vloot.network.rounds import acts, closing
from vloot.network.rounds.models import Nomination, QuestionRound, Sheet

PAGE = "/network/questions/"


@pytest.fixture
def round(world: World) -> QuestionRound:
    open_room()
    return acts.open_round(by=world.actor(world.chris), until=clocks.now().date() + timedelta(days=14))


def test_it_is_shut_without_an_agreement_and_to_guests(world: World) -> None:
    assert browser(world.anna).get(PAGE).status_code == 422
    open_room()
    assert browser(world.anna).get(PAGE).status_code == 200
    assert browser(world.dana).get(PAGE).status_code == 422


def test_names_are_typed_as_one_likes(world: World, round: QuestionRound) -> None:
    client = browser(world.anna)
    sent = {"do": "answer", "round": round.id, "advice": "@bram @chris, Hanne Maes", "energy": "bram\n"}
    assert client.post(PAGE, sent).status_code == 302
    assert Nomination.objects.filter(question="advice").count() == 3
    page = client.get(PAGE).content.decode()
    assert "@bram, @chris, @hanne" in page
    other = browser(world.bram).get(PAGE).content.decode()
    assert "@chris" not in other
    assert client.post(PAGE, {"do": "back", "round": round.id}).status_code == 302
    assert not Sheet.objects.exists()


def test_a_refused_form_keeps_what_was_typed_and_says_why(world: World, round: QuestionRound) -> None:
    client = browser(world.anna)
    for typed, why in (
        ("@nobody", "Nobody here is called"),
        ("@anna", "somebody else than yourself"),
        ("@dana", "no guests and no bots"),
    ):
        answer = client.post(PAGE, {"do": "answer", "round": round.id, "advice": typed, "energy": "@bram"})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert why in page
        assert typed in page
        assert "@bram" in page
        assert 'aria-describedby="names-hint advice-error" aria-invalid="true"' in page
    assert not Sheet.objects.exists()


def test_hosts_open_remind_and_read_how_many_and_others_do_not(world: World, clock: Clock) -> None:
    open_room()
    chris, anna = browser(world.chris), browser(world.anna)
    assert "Open the round" in chris.get(PAGE).content.decode()
    assert "Open the round" not in anna.get(PAGE).content.decode()
    assert chris.post(PAGE, {"do": "open", "until": "soon"}).status_code == 422
    until = clocks.now().date() + timedelta(days=7)
    assert chris.post(PAGE, {"do": "open", "until": until.isoformat()}).status_code == 302
    round = QuestionRound.objects.get()
    assert anna.post(PAGE, {"do": "remind", "round": round.id}).status_code == 422
    assert chris.post(PAGE, {"do": "remind", "round": round.id}).status_code == 302
    page = chris.get(PAGE).content.decode()
    assert 'value="remind"' not in page
    assert "Everybody was reminded" in page
    clock.move(days=8)
    closing.close_due()
    page = anna.get(PAGE).content.decode()
    assert "Too few answered to say how many" in page
    assert anna.post(PAGE, {"do": "answer", "round": 4711}).status_code == 404


def test_what_was_said_of_me_stands_on_my_page_alone(
    world: World, round: QuestionRound, clock: Clock
) -> None:
    for who in (world.anna, world.chris, world.hanne):
        acts.answer(by=world.actor(who), round=round, names={"energy": [world.bram.id]})
    clock.move(days=15)
    closing.close_due()
    assert "3 colleagues go back to work with more energy" in browser(world.bram).get(PAGE).content.decode()
    for other in (world.anna, world.chris, world.hanne):
        assert "more energy after talking with you" not in browser(other).get(PAGE).content.decode()
