"""Drafts: what somebody was writing, seen by nobody else."""

import pytest

from tests.stage import Clock
from tests.talk.ways import refused, unlogged, unwritten
from tests.world import World
from vloot.talk.drafts import acts, reads
from vloot.talk.models import Draft


def test_a_draft_waits_in_its_place_for_its_writer(world: World, clock: Clock) -> None:
    anna = world.actor(world.anna)
    with unlogged():
        acts.save(by=anna, key="home", fields={"body": "The tide", "to": ["7", "9"]})
        clock.move(minutes=1)
        acts.save(by=anna, key="reply:7", fields={"body": "Yes"})
        clock.move(minutes=1)
        acts.save(by=anna, key="home", fields={"body": "The tide turns"})
    assert reads.draft(anna, "home") == {"body": "The tide turns"}
    assert [key for key, _ in reads.drafts(anna)] == ["home", "reply:7"]
    for other in (world.bram, world.hanne, world.chris):
        assert reads.draft(world.actor(other), "home") == {}
        assert reads.drafts(world.actor(other)) == []
    with unlogged():
        acts.discard(by=world.actor(world.bram), key="home")
        acts.discard(by=anna, key="home")
    assert [key for key, _ in reads.drafts(anna)] == ["reply:7"]


def test_an_empty_draft_is_none(world: World) -> None:
    anna = world.actor(world.anna)
    acts.save(by=anna, key="home", fields={"body": "The tide"})
    acts.save(by=anna, key="home", fields={"body": " \n", "to": [""]})
    assert not Draft.objects.exists()
    with unwritten():
        acts.save(by=anna, key="home", fields={})
        acts.save(by=anna, key="home", fields={"kind": "poll", "space": "7", "body": ""})


@pytest.mark.parametrize(("key", "length"), [("home", 60_001), ("k" * 81, 1)])
def test_a_draft_too_long_is_refused_and_the_last_one_stays(world: World, key: str, length: int) -> None:
    acts.save(by=world.actor(world.anna), key="home", fields={"body": "The tide"})
    with refused("too_long"):
        acts.save(by=world.actor(world.anna), key=key, fields={"body": "x" * length})


def test_what_no_database_keeps_is_left_out(world: World) -> None:
    fields: dict[str, str | list[str]] = {"body": "a\x00b\ud800", "to": ["7\x00"]}
    acts.save(by=world.actor(world.anna), key="home", fields=fields)
    assert reads.draft(world.actor(world.anna), "home") == {"body": "ab", "to": ["7"]}


def test_the_oldest_make_room(world: World, clock: Clock) -> None:
    anna = world.actor(world.anna)
    for number in range(acts.MOST_DRAFTS + 2):
        clock.move(seconds=1)
        acts.save(by=anna, key=f"reply:{number}", fields={"body": "Yes"})
    kept = {key for key, _ in reads.drafts(anna)}
    assert len(kept) == acts.MOST_DRAFTS
    assert {"reply:0", "reply:1"}.isdisjoint(kept)


def test_forgotten_drafts_go_after_thirty_days(world: World, clock: Clock) -> None:
    anna = world.actor(world.anna)
    acts.save(by=anna, key="old", fields={"body": "Yes"})
    clock.move(days=29)
    acts.save(by=anna, key="new", fields={"body": "Yes"})
    clock.move(days=2)
    assert acts.prune() == 1
    assert [key for key, _ in reads.drafts(anna)] == ["new"]
