"""A survey that was stopped says why, to everybody, until the next one is announced."""

from datetime import timedelta

from tests.climate import crew
from tests.climate.ground import published
from tests.promise.crawl import browser
from tests.stage import Clock
from tests.urn import voting
from tests.world import World
from vloot.climate.rhythm import acts as rhythm
from vloot.climate.rhythm import turning
from vloot.people import acts as people
from vloot.urn import acts as urn


def page(world: World) -> str:
    return browser(world.anna).get("/climate/").content.decode()


def test_the_words_of_the_works_council(world: World, clock: Clock) -> None:
    crew.muster()
    crew.agree(world)
    people.give_role(by=world.actor(world.hanne), person_id=world.bram.id, role="council")
    wave = crew.opened(world, clock)
    rhythm.stop(by=world.actor(world.bram), wave=wave, why="Half of us are <dismissed>")
    said = page(world)
    assert "The last survey was stopped on 3 March 2026" in said
    assert "Half of us are &lt;dismissed&gt;" in said
    assert "burned, uncounted" in said
    assert "Nothing was asked yet" not in said
    clock.move(days=1)
    crew.announced(world)
    assert "was stopped" not in page(world)


def test_one_that_came_back_out_of_a_backup(world: World, clock: Clock) -> None:
    crew.muster()
    crew.agree(world)
    crew.opened(world, clock)
    voting.brought_back()
    assert "The survey is open until" in page(world), "in the moments before the clock turns"
    turning.give_up_lost()
    assert "came back out of a backup that was made while it was open" in page(world)


def test_one_that_was_published_says_nothing_of_the_kind(world: World) -> None:
    crew.agree(world)
    published()
    assert "was stopped" not in page(world)


def test_the_check_list_of_a_lost_vote_says_so(world: World, clock: Clock) -> None:
    box = voting.opened(world, closes_at=clock.at + timedelta(days=1))
    voting.brought_back()
    urn.give_up(box=box)
    said = browser(world.anna).get(f"/cast/list/{box.id}/")
    assert "This vote ended uncounted" in said.content.decode()
    assert "Look it up" not in said.content.decode()
