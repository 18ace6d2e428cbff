"""The board: results and their answers, the lock before the next wave, small changes near before far."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.climate.ground import open_room, published
from tests.stage import Clock
from tests.talk.ways import logged, missing, refused
from tests.world import World
from vloot.climate.board import acts, reads, rules
from vloot.climate.matters import acts as matters
from vloot.climate.matters.acts import AnswerDraft
from vloot.climate.matters.models import Answer, Matter
from vloot.climate.models import Wave
from vloot.climate.waves.items import SCALES
from vloot.ground import clock as clocks
from vloot.ground import ids


@pytest.fixture
def room(world: World) -> None:
    open_room(world)


def doing(days: int = 5) -> AnswerDraft:
    return AnswerDraft(does=True, words="We do", due_on=clocks.now().date() + timedelta(days=days))


def test_each_scale_stands_there_until_it_is_answered(world: World, room: None, clock: Clock) -> None:
    wave = published(days_ago=21)
    found = reads.last_wave(world.actor(world.anna))
    assert found is not None
    assert [one.scale for one in found.results] == list(SCALES)
    assert all(one.card is None and one.waits == 15 and one.is_late for one in found.results)
    assert found.lock
    assert not found.may_answer
    with refused("not_host"):
        acts.answer_result(by=world.actor(world.anna), wave=wave, scale="safety", draft=doing())
    with logged("MatterAnswered"):
        acts.answer_result(by=world.actor(world.hanne), wave=wave, scale="safety", draft=doing())
    with refused("answered"):
        acts.answer_result(by=world.actor(world.chris), wave=wave, scale="safety", draft=doing())
    with refused("not_published"):
        acts.answer_result(by=world.actor(world.hanne), wave=wave, scale="speed", draft=doing())
    found = reads.last_wave(world.actor(world.anna))
    assert found is not None
    assert [one.card is not None for one in found.results] == [True, False, False, False]
    assert reads.last_wave(world.actor(world.dana)) is None
    with missing():
        reads.wave_of(world.actor(world.dana), wave.pk)


def test_an_open_wave_has_nothing_to_answer(world: World, room: None) -> None:
    now = clocks.now()
    wave = Wave.objects.create(kind=Wave.FULL, opens_at=now, closes_at=now + timedelta(days=7))
    with refused("not_published"):
        acts.answer_result(by=world.actor(world.hanne), wave=wave, scale="safety", draft=doing())
    with missing():
        reads.wave_of(world.actor(world.hanne), wave.pk)
    assert reads.last_wave(world.actor(world.hanne)) is None
    assert rules.answers_given(wave), "a wave that has not closed locks nothing"


def test_near_before_far(world: World, room: None) -> None:
    """Anna is in the Hull, which is in the Dock."""
    hull, dock = rules.near(world.actor(world.anna))
    assert (hull.slug, dock.slug) == ("hull", "dock")
    anna, hanne = world.actor(world.anna), world.actor(world.hanne)
    with refused("not_near", "team"):
        acts.propose(by=hanne, words="Tidy the Hull", team_id=hull.pk)
    with logged("MatterRaised"):
        acts.propose(by=hanne, words="One canteen", team_id=None)
    acts.propose(by=anna, words="A second door", team_id=dock.pk)
    acts.propose(by=anna, words="A lamp at the bench", team_id=hull.pk)
    with refused("empty", "words"):
        acts.propose(by=anna, words="", team_id=hull.pk)
    with refused("guest"):
        acts.propose(by=world.actor(world.dana), words="Me too", team_id=None)
    assert [floor.nearness for floor in reads.floors(anna)] == ["team", "around", "company"]
    assert [floor.nearness for floor in reads.floors(hanne)] == ["company", "other", "other"]
    assert reads.floors(world.actor(world.dana)) == []


def test_who_proposed_says_whether_it_was_done(world: World, room: None, clock: Clock) -> None:
    matter = acts.propose(by=world.actor(world.anna), words="A lamp", team_id=None)
    answer = matters.answer(by=world.actor(world.chris), matter=matter, draft=doing())
    with refused("not_yours"):
        matters.judge(by=world.actor(world.bram), answer=answer, is_done=True, words="It shines")
    matters.judge(by=world.actor(world.anna), answer=answer, is_done=True)
    assert reads.floors(world.actor(world.bram))[0].cards[0].state == "done"


ANSWERS = st.lists(
    st.tuples(st.integers(-5, 5), st.sampled_from(["", "done", "not_done"])), min_size=0, max_size=3
)


class TestLock(TestCase):
    """The lock against a plain reading of the promise, for any answers to four scales."""

    @given(st.lists(ANSWERS, min_size=4, max_size=4))
    def test_the_lock_is_what_the_promise_says(self, given_: list[list[tuple[int, str]]]) -> None:
        today = clocks.now().date()
        wave = published(days_ago=30)
        for scale, answers in zip(SCALES, given_, strict=True):
            if not answers:
                continue
            matter = Matter.objects.create(
                kind=Matter.RESULT, wave=wave, scale=scale, week=today, shown_on=today
            )
            for days, outcome in answers:
                Answer.objects.create(
                    id=ids.new(), matter=matter, does=True, words="x", given_on=today,
                    due_on=today + timedelta(days=days), outcome=outcome,
                )  # fmt: skip
        due = done = 0
        for answers in given_:
            for number, (days, outcome) in enumerate(answers):
                if days <= 0:
                    due += 1
                    done += outcome == "done" or (outcome == "not_done" and number + 1 < len(answers))
        expected = all(given_) and 5 * done >= 4 * due
        assert bool(rules.answers_given(wave)) == expected
