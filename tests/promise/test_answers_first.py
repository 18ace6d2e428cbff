"""Promise 9: nothing new is asked while the last wave waits for its answers, and no new walk while the last waits for its promises."""

from datetime import timedelta

from tests.climate.ground import open_room, published
from tests.meet.walks.test_promises import (
    test_the_lock_holds_at_each_way_in,
    test_the_next_walk_waits_until_half_of_the_promises_are_kept,
)
from tests.stage import Clock
from tests.world import World
from vloot.climate.board import acts, rules
from vloot.climate.matters import acts as matters
from vloot.climate.matters.acts import AnswerDraft
from vloot.climate.matters.models import Answer
from vloot.climate.waves.items import SCALES
from vloot.ground import clock as clocks

# What the room of the walks tries is part of this promise.
__all__ = [
    "test_the_lock_holds_at_each_way_in",
    "test_the_next_walk_waits_until_half_of_the_promises_are_kept",
]


def test_each_scale_must_have_its_answer_and_eighty_of_a_hundred_promises_must_be_in(
    world: World, clock: Clock
) -> None:
    open_room(world)
    wave = published()
    hanne = world.actor(world.hanne)
    verdict = rules.answers_given(wave)
    assert verdict.code == "unanswered"
    due = clocks.now().date() + timedelta(days=10)
    answers: list[Answer] = []
    for scale in SCALES:
        assert rules.answers_given(wave).code == "unanswered"
        draft = AnswerDraft(does=True, words="We do", due_on=due)
        answers.append(acts.answer_result(by=hanne, wave=wave, scale=scale, draft=draft))
    assert rules.answers_given(wave), "answered, and nothing is due yet"
    clock.move(days=10)
    for answer in answers[:3]:
        assert rules.answers_given(wave).code == "promises_open"
        matters.judge(by=world.actor(world.anna), answer=answer, is_done=True, words="I see it")
    assert rules.answers_given(wave).code == "promises_open", "three of four are not eighty of a hundred"
    matters.judge(by=world.actor(world.anna), answer=answers[3], is_done=False, words="Nothing came of it")
    assert rules.answers_given(wave).code == "promises_open", "said not to be done, and no new answer"
    anew = AnswerDraft(does=False, words="We cannot after all")
    acts.answer_result(by=hanne, wave=wave, scale=list(SCALES)[3], draft=anew)
    assert rules.answers_given(wave)


def test_a_no_with_its_reason_is_an_answer(world: World) -> None:
    open_room(world)
    wave = published()
    for scale in SCALES:
        draft = AnswerDraft(does=False, words="Not this year, because the dock comes first")
        acts.answer_result(by=world.actor(world.hanne), wave=wave, scale=scale, draft=draft)
    assert rules.answers_given(wave)
