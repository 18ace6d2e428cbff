"""Watched words: found whatever their capitals and accents, in time, and never in the way of anybody."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.talk.ways import missing, refused
from tests.world import World
from vloot.logbook.models import Entry
from vloot.people import acts as people
from vloot.talk.models import Case, Post
from vloot.talk.order import acts, engine, reads, rules
from vloot.talk.order.acts import Verdict
from vloot.talk.posts import acts as posts

SAID = [
    ("idioot", "Wat een IDIOOT.", ["IDIOOT"]),
    ("idioot", "idioten", []),
    ("idio*", "idioten en Idiotie", ["idioten", "Idiotie"]),
    ("deja vu", "Déjà, vu? deja-vu!", ["Déjà, vu", "deja-vu"]),
    ("deja vu", "deja zo vu", []),
    ("tarif* se*", "", []),
    ("geheim contract*", "Dat geheime contract, geheim contractje", ["geheim contractje"]),
    ("naïef", "naiefst naief", ["naief"]),
]


@pytest.mark.parametrize(("phrase", "text", "found"), SAID)
def test_what_is_found(phrase: str, text: str, found: list[str]) -> None:
    said = engine.find(text, [engine.fold(phrase)])
    assert [text[one.start : one.end] for one in said] == found


@given(st.text(max_size=200), st.lists(st.text(min_size=1, max_size=12), max_size=6))
def test_pieces_are_the_text_and_a_phrase_is_found_in_itself(text: str, phrases: list[str]) -> None:
    folded = [
        one for phrase in phrases if (one := engine.fold(phrase)) and len(one.split()) <= engine.LONGEST
    ]
    pieces = engine.marked(text, engine.find(text, folded))
    assert "".join(piece for piece, _ in pieces) == text
    for phrase in folded:
        assert any(found.phrase == phrase for found in engine.find(f"so {phrase} so", folded))
        assert engine.fold(phrase) == phrase


def test_no_text_and_no_list_takes_long() -> None:
    words = [f"a{'b' * (n % 20)}{n}*" for n in range(500)] + ["a a a a a a a b*"]
    begun = time.process_time()
    engine.find("a " * 10_000 + "a" * 20_000, words)
    assert time.process_time() - begun < 2


def test_a_post_with_one_stays_and_comes_into_the_queue(world: World, work: Callable[[], int]) -> None:
    chris = world.actor(world.chris)
    acts.watch(by=chris, phrase="Idioo*", reason="We had words about this")
    post = posts.write(by=world.actor(world.anna), space=world.quay, body="What an **Idioot** I was")
    posts.write(by=world.actor(world.anna), space=world.quay, body="Fine weather")
    work()
    assert Post.objects.get(pk=post.pk).source
    (line,) = reads.queue(chris)
    assert line.reasons == ["“idioo*”"]
    from vloot.talk.order import whole

    page = whole.page(chris, line.id)
    assert ("Idioot", True) in page.pieces
    assert page.watched == [("idioo*", "We had words about this")]
    acts.claim(by=chris, case=Case.objects.get())
    acts.decide(by=chris, case=Case.objects.get(), verdict=Verdict(outcome="nothing"))
    posts.edit(by=world.actor(world.anna), post=post, body="What an Idioot I was, really")
    work()
    assert reads.queue(chris) == [], "what was looked at is not asked again"
    acts.watch(by=chris, phrase="really", reason="To see")
    posts.edit(by=world.actor(world.anna), post=post, body="What an Idioot I was, really!")
    work()
    assert [one.reasons for one in reads.queue(chris)] == [["“really”"]]


def test_a_word_of_one_space_is_watched_there(world: World, work: Callable[[], int]) -> None:
    chris = world.actor(world.chris)
    acts.watch(by=chris, phrase="tariff", reason="Customers read along", space=world.slip)
    posts.write(by=chris, space=world.quay, body="The tariff")
    posts.write(by=world.actor(world.bram), space=world.slip, body="The tariff")
    work()
    assert [case.space_id for case in Case.objects.all()] == [world.slip.id]


def test_who_keeps_and_who_reads_the_list(world: World) -> None:
    with refused("not_host"):
        acts.watch(by=world.actor(world.anna), phrase="tariff", reason="Because")
    with refused("not_host"):
        acts.watch(by=world.actor(world.bram), phrase="tariff", reason="Because", space=world.slip)
    with refused("no_reason", "reason"):
        acts.watch(by=world.actor(world.hanne), phrase="tariff", reason="")
    for phrase in ("", "**", "ab", "a*", "one two three four five six seven eight nine", "x" * 81):
        with refused("phrase", "phrase"):
            acts.watch(by=world.actor(world.hanne), phrase=phrase, reason="Because")
    word = acts.watch(by=world.actor(world.hanne), phrase="Tariff", reason="Because")
    with refused("known", "phrase"):
        acts.watch(by=world.actor(world.chris), phrase="tariff", reason="Because")
    people.give_role(by=world.importer, person_id=world.bram.id, role="council")
    assert [bool(rules.may_read_watched(world.actor(p))) for p in (world.anna, world.bram, world.chris)] == [
        False,
        True,
        True,
    ]
    with refused("not_host"):
        acts.unwatch(by=world.actor(world.bram), word_id=word.id)
    acts.unwatch(by=world.actor(world.chris), word_id=word.id)
    with missing():
        acts.unwatch(by=world.actor(world.chris), word_id=word.id)
    assert set(Entry.objects.filter(kind__startswith="Word").values_list("kind", flat=True)) == {
        "WordWatched",
        "WordUnwatched",
    }
