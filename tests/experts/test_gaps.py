"""What is asked often and nobody knows: topics, never people."""

from tests.promise.crawl import browser
from tests.stage import Clock
from tests.world import World
from vloot.experts import acts, reads
from vloot.people.models import Person
from vloot.talk.models import Post, Space
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording


def ask(world: World, *askers: Person, space: Space | None = None) -> list[Post]:
    wording = Wording(title="Who knows the dredger?", needed="It stands still #dredger")
    return [questions.ask(by=world.actor(one), space=space or world.quay, wording=wording) for one in askers]


def test_a_topic_of_several_people_that_nobody_knows(world: World) -> None:
    ask(world, world.anna, world.bram, world.bram)
    assert reads.gaps(world.actor(world.hanne)) == []
    ask(world, world.chris)
    assert reads.gaps(world.actor(world.hanne)) == ["dredger"]
    assert b"#dredger" in browser(world.hanne).get("/crafts/").content


def test_an_answer_that_helped_or_a_craft_closes_it(world: World) -> None:
    first, *_others = ask(world, world.anna, world.bram, world.chris)
    answer = questions.answer(by=world.actor(world.hanne), question=first, body="Turn the key")
    assert reads.gaps(world.actor(world.hanne)) == ["dredger"]
    questions.mark_helped(by=world.actor(world.bram), answer=answer)
    assert reads.gaps(world.actor(world.hanne)) == []
    questions.unmark_helped(by=world.actor(world.bram), answer=answer)
    acts.take_up(by=world.actor(world.hanne), name="Dredger")
    assert reads.gaps(world.actor(world.hanne)) == []


def test_what_one_may_not_read_and_what_is_long_ago_is_no_gap(world: World, clock: Clock) -> None:
    ask(world, world.chris, world.hanne, space=world.bridge)
    ask(world, world.anna)
    assert reads.gaps(world.actor(world.anna)) == []
    assert reads.gaps(world.actor(world.hanne)) == ["dredger"]
    clock.move(days=200)
    assert reads.gaps(world.actor(world.hanne)) == []
