"""Announcements: who makes them, whom they reach, and that nobody learns who confirmed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.stage import Clock
from tests.talk.ways import logged, missing, refused, unlogged
from tests.world import FOUNDED, IMPORTER, World
from vloot.company.settings import acts as settings
from vloot.ground.privacy import Figure
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people.actor import Actor
from vloot.people.acts import PersonDraft
from vloot.people.models import Person
from vloot.talk.announcements import acts, reads
from vloot.talk.announcements.acts import AnnouncementDraft
from vloot.talk.models import Announcement, Confirmation, Post, Space
from vloot.talk.posts import acts as posts
from vloot.talk.reading import acts as reading
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import JoinDraft
from vloot.talk.timeline import reads as timeline
from vloot.talk.timeline.board import board


def announce(world: World, person: Person, space: Space | None = None, **more: object) -> Post:
    settled = {
        "space_id": (space or world.quay).id,
        "author_id": person.id,
        "title": "The gate closes at six",
        "body": "From Monday on, #gate.",
    }
    return acts.announce(by=world.actor(person), draft=AnnouncementDraft(**{**settled, **more}))  # type: ignore[arg-type]


def on_top(world: World, person: Person) -> list[int]:
    return [card.id for card in board(world.actor(person)).announcements]


def crowd(world: World, number: int) -> list[int]:
    """More colleagues, in the Quay."""
    drafts = [
        PersonDraft(external_key=f"n{n}", name=f"Nina {n:03}", username=f"nina{n}", at=FOUNDED)
        for n in range(number)
    ]
    ids = list(people.place_many(by=IMPORTER, drafts=drafts).values())
    spaces.join_many(by=IMPORTER, drafts=[JoinDraft(world.quay.id, person, FOUNDED) for person in ids])
    return ids


def test_a_host_announces_and_the_members_find_it_on_top(world: World) -> None:
    with logged("Announced"):
        post = announce(world, world.chris)
    assert post.kind == Post.ANNOUNCEMENT
    assert on_top(world, world.anna) == [post.id]
    assert on_top(world, world.chris) == []
    card = timeline.of_ids(world.actor(world.anna), [post.id])[0]
    assert card.announcement
    assert not card.announcement.asks
    assert "confirm" not in card.can
    assert "close" not in timeline.of_ids(world.actor(world.chris), [post.id])[0].can


def test_who_cannot_announce(world: World, clock: Clock) -> None:
    for person in (world.anna, world.bram):
        with refused("not_host"):
            announce(world, person)
    with missing():
        announce(world, world.anna, world.bridge)
    with refused("not_administrator"):
        announce(world, world.chris, is_for_all=True)
    with refused("not_open"):
        announce(world, world.hanne, world.bridge, is_for_all=True)
    with refused("no_title", "title"):
        announce(world, world.chris, title=" ")
    for days in (-1, 93):
        with refused("end"):
            announce(world, world.chris, ends_at=clock.at + timedelta(days=days))


def test_one_for_the_company_reaches_who_is_in_no_space_but_no_guest(world: World) -> None:
    other = spaces.open(by=world.actor(world.hanne), terms=spaces.Terms(name="News"))
    inside = announce(world, world.hanne, other)
    everywhere = announce(world, world.hanne, other, is_for_all=True)
    assert on_top(world, world.bram) == [everywhere.id]
    assert on_top(world, world.dana) == []
    assert inside.id not in on_top(world, world.anna)


def test_it_leaves_the_top_when_read_confirmed_ended_or_taken_down(world: World, clock: Clock) -> None:
    told = announce(world, world.chris)
    asking = announce(world, world.chris, asks=True)
    anna = world.actor(world.anna)
    for post in (told, asking):
        reading.mark_read(by=anna, thread=post, upto_id=post.id)
    assert on_top(world, world.anna) == [asking.id]
    acts.confirm(by=anna, announcement=asking)
    assert on_top(world, world.anna) == []
    assert len(on_top(world, world.bram)) == 2
    with refused("not_author"):
        acts.lower(by=anna, announcement=told)
    with logged("AnnouncementLowered"):
        acts.lower(by=world.actor(world.chris), announcement=told)
    assert on_top(world, world.bram) == [asking.id]
    clock.move(days=15)
    assert on_top(world, world.bram) == []
    with refused("ended"):
        acts.lower(by=world.actor(world.chris), announcement=asking)


def test_confirming_is_ones_own_and_leaves_no_trace(world: World, work: Callable[[], int]) -> None:
    post = announce(world, world.chris, asks=True)
    work()
    with unlogged():
        for _ in range(2):
            acts.confirm(by=world.actor(world.anna), announcement=post)
    assert work() == 0
    assert Confirmation.objects.count() == 1
    for person in (world.bram, world.chris, world.hanne):
        card = timeline.of_ids(world.actor(person), [post.id])[0]
        assert card.announcement
        assert not card.announcement.is_confirmed
    mine = timeline.of_ids(world.actor(world.anna), [post.id])[0].announcement
    assert mine
    assert mine.is_confirmed


def test_who_reads_only_confirms_too(world: World, clock: Clock) -> None:
    post = announce(world, world.chris, asks=True)
    anna = replace(world.actor(world.anna), read_only_until=clock.at + timedelta(days=1))
    assert "confirm" in timeline.of_ids(anna, [post.id])[0].can, "it says nothing to anybody else"
    acts.confirm(by=anna, announcement=post)
    assert on_top(world, world.anna) == []


def test_what_cannot_be_confirmed(world: World) -> None:
    told = announce(world, world.chris)
    asking = announce(world, world.chris, asks=True)
    update = posts.write(by=world.actor(world.anna), space=world.quay, body="Hello")
    with refused("asks_nothing"):
        acts.confirm(by=world.actor(world.anna), announcement=told)
    with refused("yours"):
        acts.confirm(by=world.actor(world.chris), announcement=asking)
    with missing():
        acts.confirm(by=world.actor(world.anna), announcement=update)
    with refused("not_you"):
        acts.confirm_many(by=world.actor(world.anna), announcement=asking, person_ids=[world.bram.id])


@pytest.mark.parametrize(("confirmed", "said"), [(6, None), (7, 7), (13, 7), (20, 14), (23, 14)])
def test_a_total_is_shown_from_seven_on_and_never_who_is_left(
    world: World, confirmed: int, said: int | None
) -> None:
    ids = crowd(world, 20)
    post = announce(world, world.chris, asks=True)
    concerned = [world.anna.id, world.bram.id, world.hanne.id, *ids]
    acts.confirm_many(by=IMPORTER, announcement=post, person_ids=concerned[:confirmed])
    acts.confirm_many(by=IMPORTER, announcement=post, person_ids=[world.dana.id])  # it is not for her
    assert reads.total(post) == (Figure(said, 23) if said else None)


def test_the_company_chooses_of_how_few_nothing_is_shown(world: World) -> None:
    ids = crowd(world, 20)
    post = announce(world, world.chris, asks=True)
    acts.confirm_many(by=IMPORTER, announcement=post, person_ids=ids)
    for smallest, said in (("24", None), ("23", Figure(14, 23)), ("8", Figure(14, 23))):
        settings.choose(by=IMPORTER, name="company.minimum_group", value=smallest)
        assert reads.total(post) == said


def test_members_get_to_know_and_replies_stay_open(world: World, work: Callable[[], int]) -> None:
    post = announce(world, world.chris, asks=True, body="Mind the gate, @bram")
    work()
    told = dict(Notice.objects.filter(object_id=post.id).values_list("person__username", "kind"))
    assert told == {"anna": "announced_asking", "bram": "mentioned", "hanne": "announced_asking"}
    for person in (world.chris, world.hanne):
        with refused("announcement"):
            posts.close(by=world.actor(person), thread=post, reason="No more talk")
    posts.comment(by=world.actor(world.anna), under=post, body="Which gate?")
    posts.remove(by=world.actor(world.chris), post=post)
    work()
    assert not Announcement.objects.exists()
    assert on_top(world, world.anna) == []


def test_an_import_announces_the_past_once(world: World, work: Callable[[], int]) -> None:
    draft = AnnouncementDraft(
        space_id=world.quay.id,
        author_id=world.finn.id,
        title="Old",
        body="News",
        at=FOUNDED,
        external_key="a:1",
    )
    one, other = acts.announce_many(by=IMPORTER, drafts=[draft, draft])
    assert one.id == other.id
    assert Announcement.objects.get().ends_at == FOUNDED + acts.USUAL
    posts.remove(by=Actor(person_id=world.finn.id), post=one)
    work()
    assert acts.announce_many(by=IMPORTER, drafts=[draft])[0].id == one.id
    assert not Announcement.objects.exists(), "what was removed stays so when the import runs again"
