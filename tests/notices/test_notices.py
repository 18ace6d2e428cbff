"""Notices: bundled, read, forgotten, and never about one's own deeds."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from tests.stage import Clock
from tests.talk.ways import unlogged, unwritten
from tests.world import World
from vloot.ground import ids
from vloot.notices import acts, groups, reads, words
from vloot.notices.acts import Note
from vloot.notices.models import Notice
from vloot.people.models import Person

POST = 41


def note(to: Person, by: Person, kind: str = "replied", about: int = POST, **more: object) -> Note:
    return Note(
        person_id=to.id,
        kind=kind,
        object_id=about,
        actor_id=by.id,
        link=f"/t/{about}/",
        title="Tide",
        **more,  # type: ignore[arg-type]
    )


def listed(world: World, person: Person, readable: dict[int, str] | None = None) -> list[reads.NoticeCard]:
    return reads.listed(world.actor(person), readable or {})


def test_a_notice_says_who_what_and_why(world: World, clock: Clock) -> None:
    with unlogged():
        assert acts.tell_many([note(world.anna, world.bram)]) == 1
    card = listed(world, world.anna)[0]
    assert [person.name for person in card.actors] == ["Bram Desmet"]
    assert "%(who)s" in card.sentence
    assert card.reason.startswith("because")
    assert (card.title, card.link, card.at, card.is_read) == ("Tide", f"/t/{POST}/", clock.at, False)


def test_every_kind_has_words_and_a_reason() -> None:
    assert words.SENTENCES.keys() == words.REASONS.keys() == words.GROUPS.keys()
    assert set(words.GROUPS.values()) <= groups.GROUPS.keys()
    assert words.IN_SPACE.keys() <= words.REASONS.keys()
    for kind, sentence in words.SENTENCES.items():
        assert str(sentence).count("%(who)s") == (kind not in words.NOBODYS), kind
        assert "%" not in str(words.REASONS[kind])


def test_a_kind_without_words_is_told_to_nobody(world: World) -> None:
    with pytest.raises(KeyError, match="sneezed"), unwritten():
        acts.tell_many([note(world.anna, world.bram), note(world.anna, world.bram, "sneezed")])


def test_the_same_about_the_same_is_one_notice_with_several_names(world: World, clock: Clock) -> None:
    acts.tell_many([note(world.anna, world.bram), note(world.anna, world.chris, "appreciated")])
    clock.move(minutes=5)
    acts.tell_many(
        [note(world.anna, world.chris), note(world.anna, world.hanne), note(world.anna, world.bram)]
    )
    top, other = listed(world, world.anna)
    assert [person.first_name for person in top.actors] == ["Bram", "Hanne", "Chris"], "the newest first"
    assert (top.kind, top.at, other.kind) == ("replied", clock.at, "appreciated")
    acts.mark_read(by=world.actor(world.anna), notice_ids=[top.id])
    acts.tell_many([note(world.anna, world.hanne)])
    fresh = listed(world, world.anna)[0]
    assert ([person.first_name for person in fresh.actors], fresh.is_read) == (["Hanne"], False)
    assert len(listed(world, world.anna)) == 3


def test_different_things_are_different_notices(world: World) -> None:
    acts.tell_many([note(world.anna, world.bram), note(world.anna, world.bram, about=42)])
    assert len(listed(world, world.anna)) == 2


def test_a_notice_names_no_more_than_it_can_hold(world: World) -> None:
    for number in range(acts.MOST_NAMED + 5):
        told = note(world.anna, world.bram)
        acts.tell_many(
            [Note(**{**{f: getattr(told, f) for f in told.__struct_fields__}, "actor_id": number})]
        )
    assert len(Notice.objects.get().actor_ids) == acts.MOST_NAMED


def test_nobody_is_told_of_what_they_did_themselves(world: World) -> None:
    with unwritten():
        assert acts.tell_many([note(world.anna, world.anna)]) == 0


def test_reading_is_ones_own(world: World, clock: Clock) -> None:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    acts.tell_many(
        [note(world.anna, world.bram), note(world.anna, world.bram, about=42), note(world.bram, world.anna)]
    )
    first = Notice.objects.get(person=world.anna, object_id=POST)
    with unwritten():
        acts.mark_read(by=bram, notice_ids=[first.id])
        acts.mark_read_about(by=world.actor(world.chris), object_ids=[POST, 42])
    with unlogged():
        acts.mark_read(by=anna, notice_ids=[first.id])
    assert reads.unread(anna, set()) == 1
    acts.mark_read_about(by=anna, object_ids=[42])
    assert reads.unread(anna, set()) == 0
    assert reads.unread(bram, set()) == 1
    acts.mark_read(by=bram)
    assert reads.unread(bram, set()) == 0
    assert [card.is_read for card in listed(world, world.anna)] == [True, True]


def test_of_spaces_one_sees_only_what_one_may_read(world: World) -> None:
    acts.tell_many(
        [note(world.anna, world.bram, space_id=world.slip.id), note(world.anna, world.bram, "buddy")]
    )
    anna = world.actor(world.anna)
    assert [card.kind for card in listed(world, world.anna, {world.quay.id: "Quay"})] == ["buddy"]
    assert reads.unread(anna, {world.quay.id}) == 1
    assert reads.unread(anna, {world.slip.id}) == 2


def test_pages_of_notices_follow_on(world: World, clock: Clock) -> None:
    for about in range(5):
        clock.move(minutes=1)
        acts.tell_many([note(world.anna, world.bram, about=about)])
    anna = world.actor(world.anna)
    first = reads.listed(anna, {}, limit=3)
    rest = reads.listed(anna, {}, before=first[-1].id, limit=3)
    assert [card.link for card in first + rest] == [f"/t/{about}/" for about in (4, 3, 2, 1, 0)]


def test_notices_go_with_what_they_are_about_and_with_time(world: World, clock: Clock) -> None:
    acts.tell_many(
        [note(world.anna, world.bram), note(world.bram, world.anna), note(world.bram, world.anna, about=42)]
    )
    acts.forget_about([POST])
    assert [notice.object_id for notice in Notice.objects.all()] == [42]
    clock.move(days=acts.KEPT_DAYS)
    assert acts.prune() == 0
    clock.move(days=1)
    assert acts.prune() == 1


def test_ids_of_notices_are_of_the_moment_they_were_told(world: World, clock: Clock) -> None:
    acts.tell_many([note(world.anna, world.bram)])
    assert abs(ids.moment(Notice.objects.get().id) - clock.at) < timedelta(milliseconds=2)


def test_no_reader_is_handed_the_same_twice() -> None:
    from vloot import wiring

    assert [kind for kind, readers in wiring.READERS.items() if len(set(readers)) != len(readers)] == []


def test_telling_many_asks_as_little_as_telling_one(
    world: World, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    few = [world.bram]
    many = Person.objects.bulk_create(Person(username=f"m{n}", name=f"M {n}") for n in range(40))
    for about, people in ((POST, few), (ids.new(), many)):
        with django_assert_max_num_queries(16):
            assert acts.tell_many(note(one, world.anna, about=about) for one in people) == len(people)
    assert Notice.objects.filter(person__in=many, read_at=None).count() == 40
