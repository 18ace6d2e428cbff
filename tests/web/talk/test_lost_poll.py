"""A secret poll that came back out of a backup says that it ended uncounted, and asks nobody to vote."""

from tests.promise.crawl import browser
from tests.stage import Clock
from tests.talk.test_secret_polls import crew, open_secret, vote_all
from tests.urn import voting
from tests.world import World
from vloot.people.actor import Actor
from vloot.talk.polls import counting

__all__ = ["crew"]


def test_the_thread_and_the_home_say_so(world: World, clock: Clock, crew: list[Actor]) -> None:
    poll = open_secret(world, clock)
    vote_all(poll, crew, 12, 8)
    voting.brought_back()
    counting.give_up_lost()
    bram = browser(world.bram)
    for page in (f"/t/{poll.id}/", "/"):
        said = bram.get(page).content.decode()
        assert "This vote ended uncounted" in said
        assert "Fewer than seven" not in said
        assert "Cast my ballot" not in said
        assert "check list" not in said
