"""Following people and tags."""

import pytest

from tests.talk.ways import logged, missing, refused, unlogged, unwritten
from tests.world import World
from vloot.talk.following import acts, reads
from vloot.talk.models import PersonFollow, TagFollow


def test_a_person_is_followed(world: World) -> None:
    anna = world.actor(world.anna)
    with logged("PersonFollowed"):
        acts.follow_person(by=anna, person_id=world.hanne.id)
    with unwritten():
        acts.follow_person(by=anna, person_id=world.hanne.id)
    acts.follow_person(by=anna, person_id=world.bram.id)
    assert [card.name for card in reads.followed_persons(anna)] == ["Bram Desmet", "Hanne Maes"]
    assert reads.follows_person(anna, world.hanne.id)
    assert reads.followed_persons(world.actor(world.bram)) == []
    with logged("PersonUnfollowed"):
        acts.unfollow_person(by=anna, person_id=world.hanne.id)
    with unwritten():
        acts.unfollow_person(by=anna, person_id=world.hanne.id)
    assert PersonFollow.objects.count() == 1


def test_whom_one_cannot_follow(world: World) -> None:
    with refused("yourself"):
        acts.follow_person(by=world.actor(world.anna), person_id=world.anna.id)
    with missing():
        acts.follow_person(by=world.actor(world.anna), person_id=1)
    with missing():
        acts.follow_person(by=world.actor(world.dana), person_id=world.anna.id)
    acts.follow_person(by=world.actor(world.dana), person_id=world.bram.id)


def test_a_tag_is_followed_without_a_trace(world: World) -> None:
    anna = world.actor(world.anna)
    with unlogged():
        acts.follow_tag(by=anna, tag="#Tide-tables")
        acts.follow_tag(by=anna, tag="tide-tables")
        acts.follow_tag(by=anna, tag="élan")
    assert reads.followed_tags(anna) == ["tide-tables", "élan"]
    with unlogged():
        acts.unfollow_tag(by=anna, tag="#TIDE-tables")
    assert list(TagFollow.objects.values_list("tag", flat=True)) == ["élan"]


@pytest.mark.parametrize("tag", ["", "#", "x", "7up", "two words", "a/b", "x" * 51, "<b>"])
def test_what_is_no_tag(world: World, tag: str) -> None:
    with refused("no_tag", "tag"):
        acts.follow_tag(by=world.actor(world.anna), tag=tag)
