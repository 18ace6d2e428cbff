"""The life of what asks for an answer: taken on, answered, done or not, taken away; who may, and who hears of it."""

from datetime import timedelta

import pytest

from tests.climate.ground import open_room
from tests.stage import Clock, work_off
from tests.talk.ways import logged, missing, refused
from tests.world import World
from vloot.climate import care
from vloot.climate.matters import acts, calling, reads, states
from vloot.climate.matters.acts import AnswerDraft
from vloot.climate.matters.models import Answer, Matter
from vloot.climate.matters.reads import MatterCard
from vloot.climate.registers import acts as registers
from vloot.climate.registers.acts import Said
from vloot.ground import clock as clocks
from vloot.ground.errors import NotFound
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people.models import Person


@pytest.fixture(autouse=True)
def room(world: World) -> None:
    open_room(world)


def raised(world: World, by: Person) -> Matter:
    return registers.say_by_name(by=world.actor(by), said=Said(kind="fear", words="The night shift goes"))


def yes(days: int = 7, who: Person | None = None) -> AnswerDraft:
    due = clocks.now().date() + timedelta(days=days)
    return AnswerDraft(does=True, words="It stays", who_id=who.id if who else None, due_on=due)


def card(world: World, who: Person) -> MatterCard:
    (found,) = reads.of_kind(world.actor(who), "fear")
    return found


def told(kind: str) -> set[int]:
    return set(Notice.objects.filter(kind=kind).values_list("person_id", flat=True))


def test_from_a_fear_to_done_as_said(world: World, clock: Clock) -> None:
    with logged("MatterRaised"):
        matter = raised(world, world.anna)
    work_off()
    assert told("matter_raised") == {world.chris.id, world.hanne.id}
    assert card(world, world.bram).state == states.WAITING
    with logged("MatterTakenOn"):
        acts.take_on(by=world.actor(world.chris), matter=matter, owner_id=world.hanne.id)
    with logged("MatterAnswered"):
        answer = acts.answer(by=world.actor(world.hanne), matter=matter, draft=yes(who=world.bram))
    work_off()
    assert told("matter_yours") == {world.hanne.id}
    assert told("matter_answered") == {world.anna.id}
    assert told("matter_to_do") == {world.bram.id}
    assert card(world, world.bram).state == states.DOING
    clock.move(days=7)
    assert card(world, world.bram).state == states.DUE
    assert calling.call_due() == 1
    assert calling.call_due() == 0
    work_off()
    assert told("answer_due") == {world.bram.id}
    with logged("AnswerJudged"):
        acts.judge(by=world.actor(world.anna), answer=answer, is_done=True)
    assert card(world, world.bram).state == states.DONE


def test_what_was_not_done_asks_for_a_new_answer(world: World, clock: Clock) -> None:
    matter = raised(world, world.anna)
    answer = acts.answer(by=world.actor(world.chris), matter=matter, draft=yes())
    with refused("answered"):
        acts.answer(by=world.actor(world.hanne), matter=matter, draft=yes())
    clock.move(days=9)
    with refused("empty", "words"):
        acts.judge(by=world.actor(world.anna), answer=answer, is_done=False)
    acts.judge(by=world.actor(world.anna), answer=answer, is_done=False, words="Nothing changed")
    found = card(world, world.chris)
    assert (found.state, found.waits, found.may_answer) == (states.BROKEN, 0, True)
    clock.move(days=14)
    assert card(world, world.chris).waits == 10
    clock.move(days=1)
    assert card(world, world.chris).is_late
    no = AnswerDraft(does=False, words="We could not pay for it")
    acts.answer(by=world.actor(world.chris), matter=matter, draft=no)
    assert card(world, world.chris).state == states.WILL_NOT


def test_who_may_what(world: World) -> None:
    matter = raised(world, world.anna)
    for other in (world.anna, world.bram):
        with refused("not_host"):
            acts.answer(by=world.actor(other), matter=matter, draft=yes())
        with refused("not_host"):
            acts.take_on(by=world.actor(other), matter=matter, owner_id=other.id)
        with refused("not_host"):
            acts.take_away(by=world.actor(other), matter=matter, why="I do not like it")
    with refused("no_answerer", "owner"):
        acts.take_on(by=world.actor(world.chris), matter=matter, owner_id=world.bram.id)
    with refused("due_on", "due_on"):
        acts.answer(by=world.actor(world.chris), matter=matter, draft=yes(days=-1))
    with refused("empty", "words"):
        acts.answer(by=world.actor(world.chris), matter=matter, draft=AnswerDraft(does=False, words="  "))
    with missing():
        reads.get(world.actor(world.dana), matter.pk)
    answer = acts.answer(by=world.actor(world.chris), matter=matter, draft=yes(who=world.bram))
    with refused("own"):
        acts.judge(by=world.actor(world.bram), answer=answer, is_done=True, words="I did it")
    with refused("not_yours"):
        acts.judge(by=world.actor(world.hanne), answer=answer, is_done=True, words="Looks done")


def test_whoever_left_no_longer_says_whether_it_was_done(world: World) -> None:
    matter = raised(world, world.anna)
    answer = acts.answer(by=world.actor(world.chris), matter=matter, draft=yes())
    people.deactivate(by=world.actor(world.hanne), person_id=world.anna.id)
    acts.judge(by=world.actor(world.bram), answer=answer, is_done=True, words="I see it is there")
    assert Answer.objects.get().outcome == Answer.DONE


def test_guests_see_nothing_of_it(world: World) -> None:
    matter = raised(world, world.anna)
    guest = world.actor(world.dana)
    assert reads.of_kind(guest, "fear") == []
    answer = acts.answer(by=world.actor(world.chris), matter=matter, draft=yes())
    with pytest.raises(NotFound):
        reads.answer(guest, answer.pk)


def test_taken_away_in_front_of_everybody(world: World) -> None:
    matter = raised(world, world.anna)
    with logged("MatterTakenAway"):
        acts.take_away(by=world.actor(world.chris), matter=matter, why="It accuses a colleague")
    work_off()
    found = card(world, world.bram)
    assert (found.words, found.why_taken_away) == ("", "It accuses a colleague")
    assert found.taken_away_by is not None
    assert told("matter_gone") == {world.anna.id}
    with refused("gone"):
        acts.answer(by=world.actor(world.chris), matter=Matter.objects.get(), draft=yes())


def test_my_data_and_erasure(world: World) -> None:
    matter = raised(world, world.anna)
    raised(world, world.anna)
    acts.answer(by=world.actor(world.chris), matter=matter, draft=yes(who=world.anna))
    mine = care.mine(world.anna.id)
    assert len(mine["matters_written"]) == 2
    assert mine["matters_answered"][0]["said"] == "It stays"
    care.forget(world.anna.id)
    left = Matter.objects.get()
    assert (left.pk, left.writer_id, left.is_named) == (matter.pk, None, True)
    assert Answer.objects.get().who_id is None


def test_settled_ones_leave_the_page_after_half_a_year(world: World, clock: Clock) -> None:
    matter = raised(world, world.anna)
    acts.answer(by=world.actor(world.chris), matter=matter, draft=AnswerDraft(does=False, words="No money"))
    assert reads.settled_of(reads.of_kind(world.actor(world.bram), "fear"))
    clock.move(days=190)
    assert reads.of_kind(world.actor(world.bram), "fear") == []
