"""What search finds, for whom, and how it follows what happens."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from tests.stage import Clock
from tests.world import World
from vloot.ground import ids
from vloot.people import acts as people
from vloot.people.models import Person
from vloot.talk import care
from vloot.talk.files import acts as files
from vloot.talk.models import Document, Post, Space
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.search import acts, reads
from vloot.talk.search.reads import Results, When

Work = Callable[[], int]
WHEN = When(date(2026, 3, 2), UTC)


@pytest.fixture(autouse=True)
def at_work(world: World, work: Work) -> None:
    """What founding the company left behind is done."""
    work()


def asked(world: World, person: Person, typed: str, **more: bool) -> Results:
    return reads.search(world.actor(person), typed, WHEN, **more)


def found(world: World, person: Person, typed: str, **more: bool) -> list[int]:
    return [hit.id for hit in asked(world, person, typed, **more).hits]


def say(world: World, work: Work, body: str, *, by: Person | None = None, space: Space | None = None) -> Post:
    made = posts.write(by=world.actor(by or world.bram), space=space or world.quay, body=body)
    work()
    return made


def test_words_are_found_in_any_form(world: World, work: Work) -> None:
    nl = say(world, work, "De fietsen van de ploeg staan weer buiten; de pomp is geïnstalleerd.")
    fr = say(world, work, "Les élèves mangeons ensemble à midi, dans la cour de l'école.")
    en = say(world, work, "Two bicycles were left near the gate and nobody has the keys.")
    for typed in (
        "fiets",
        "FIETS",
        "geinstalleerd pompen",
        "pomp buiten",
        '"fiets van de ploegen"',
        "de fietsen",
    ):
        assert found(world, world.anna, typed) == [nl.id], typed
    for typed in ("eleve", "manger", "élève ecole", "midi"):
        assert found(world, world.anna, typed) == [fr.id], typed
    for typed in ("bicycle", "key gates", "the bicycle"):
        assert found(world, world.anna, typed) == [en.id], typed
    for typed in ("fiets bicycle", '"pomp buiten"', "fiets -pomp", "kraan"):
        assert found(world, world.anna, typed) == [], typed


def test_newest_first_and_most_fitting(world: World, work: Work, clock: Clock) -> None:
    anna = world.actor(world.anna)
    titled = questions.ask(by=anna, space=world.quay, wording=Wording(title="Which crane is free on Friday?"))
    clock.move(minutes=1)
    passing = say(world, work, "We saw a crane, and a lot of other things that day.")
    assert found(world, world.anna, "crane") == [passing.id, titled.id]
    assert found(world, world.anna, "crane", is_fitting=True) == [titled.id, passing.id]


def test_parts_files_and_choices_are_found(world: World, work: Work) -> None:
    anna = world.actor(world.anna)
    wording = Wording(title="Does it hold?", known="The hawser is new", tried="Turned the capstan twice")
    question = questions.ask(by=anna, space=world.quay, wording=wording)
    file = files.put(by=anna, name="bilge-plan.txt", content=b"lines", alt="")
    plan = posts.write(by=anna, space=world.quay, body="See here", files=[file.id])
    poll = polls.open(
        by=anna,
        draft=PollDraft(
            space_id=world.quay.id, author_id=world.anna.id, title="What now?", choices=("Barnacles", "Paint")
        ),
    )
    work()
    assert found(world, world.bram, "hawsers") == found(world, world.bram, "capstan") == [question.id]
    assert found(world, world.bram, "bilge") == found(world, world.bram, "has:file") == [plan.id]
    assert found(world, world.bram, "barnacle") == [poll.id]
    assert asked(world, world.bram, "bilge").hits[0].file == [("bilge", True), ("-plan.txt ", False)]


def test_who_where_what_and_when(world: World, work: Work, clock: Clock) -> None:
    mine = say(world, work, "The anchor is up #deck", by=world.anna)
    clock.move(days=1)
    his = say(world, work, "The anchor is down", by=world.bram, space=world.slip)
    bram = world.bram
    assert found(world, bram, "anchor from:anna") == found(world, bram, "anchor van:Anna") == [mine.id]
    assert found(world, bram, "anchor from:me") == found(world, bram, "anchor van:ik") == [his.id]
    assert found(world, bram, "anchor in:slip") == found(world, bram, "anchor dans:Slip") == [his.id]
    assert (
        found(world, bram, "anchor -in:slip")
        == found(world, bram, "#deck")
        == found(world, bram, "anchor -from:me")
        == [mine.id]
    )
    assert (
        found(world, bram, "anchor on:2026-03-03") == found(world, bram, "anchor after:3-3-2026") == [his.id]
    )
    assert found(world, bram, "anchor before:2026-03-03") == [mine.id]
    assert found(world, bram, "kind:update") == found(world, bram, "soort:bericht") == [his.id, mine.id]
    assert found(world, bram, "from:nobody anchor") == []


def test_open_and_answered_questions(world: World, work: Work) -> None:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    question = questions.ask(by=anna, space=world.quay, wording=Wording(title="Who has the long ladder?"))
    work()
    assert (
        found(world, world.bram, "is:open ladder")
        == found(world, world.bram, "ladder kind:vraag")
        == [question.id]
    )
    answer = questions.answer(by=bram, question=question, body="It is in my van")
    questions.accept(by=anna, answer=answer)
    work()
    assert found(world, world.bram, "is:open ladder") == []
    assert found(world, world.bram, "is:beantwoord ladder") == [question.id]
    assert found(world, world.bram, "kind:answer van") == [answer.id]


def test_an_edit_and_a_removal_follow_at_once(world: World, work: Work, clock: Clock) -> None:
    post = say(world, work, "The code of the gate is larkspur")
    clock.move(minutes=1)
    posts.edit(by=world.actor(world.bram), post=post, body="Ask me for the code of the gate")
    assert (
        found(world, world.anna, "larkspur") == found(world, world.anna, "gate") == []
    )  # before the worker has come by
    assert asked(world, world.anna, "larkspur").facets == asked(world, world.anna, "nothing").facets
    work()
    assert found(world, world.anna, "larkspur") == []
    assert found(world, world.anna, "gate") == [post.id]
    posts.remove(by=world.actor(world.bram), post=post)
    assert found(world, world.anna, "gate") == []
    work()
    assert not Document.objects.filter(post=post).exists()


def test_who_left_is_still_found_and_who_is_forgotten_is_not(world: World, work: Work) -> None:
    post = say(world, work, "The windlass needs grease")
    people.deactivate(by=world.actor(world.hanne), person_id=world.bram.id)
    work()
    assert found(world, world.anna, "windlass from:bram") == [post.id]
    care.forget(world.bram.id)
    assert found(world, world.anna, "windlass") == []
    assert not Document.objects.filter(words__contains="windlass").exists()
    assert not Document.objects.filter(post=post).exists()


def test_only_what_one_may_read(world: World, work: Work) -> None:
    shut = say(world, work, "The bonus is a secret windfall", by=world.chris, space=world.bridge)
    asked_for = say(world, work, "The customer pays a windfall", by=world.bram, space=world.slip)
    both = [asked_for.id, shut.id]
    who = {"anna": [], "dana": both[:1], "bram": both[:1], "chris": both, "hanne": both[1:]}
    for name, expected in who.items():
        person = getattr(world, name)
        for typed in ("windfall", "windfalls -salary", '"a windfall" kind:update'):
            expected_here = [
                one for one in expected if typed != '"a windfall" kind:update' or one == asked_for.id
            ]
            assert found(world, person, typed) == expected_here, (name, typed)
            assert sorted(found(world, person, typed, is_fitting=True)) == sorted(expected_here)


def test_an_import_is_indexed_in_batches(world: World, work: Work) -> None:
    at = clock_of(world)
    drafts = [
        posts.PostDraft(
            kind=Post.UPDATE,
            space_id=world.quay.id,
            author_id=world.anna.id,
            body=f"Crate {n} arrived",
            at=at,
        )
        for n in range(1200)
    ]
    made = posts.place_many(by=world.importer, drafts=drafts)
    work()
    assert Document.objects.count() == 1200
    assert found(world, world.bram, "crate 731") == [made[731].id]
    first = asked(world, world.bram, "crates")
    assert len(first.hits) == reads.PAGE
    second = reads.search(world.actor(world.bram), "crates", WHEN, before=first.older)
    assert [h.id for h in first.hits + second.hits] == sorted((post.id for post in made), reverse=True)[:40]


def clock_of(world: World) -> datetime:
    return ids.moment(world.quay.id)


def test_the_index_can_be_made_anew(world: World, work: Work) -> None:
    post = say(world, work, "The rudder turns")
    before = list(Document.objects.values_list("post_id", "words"))
    Document.objects.all().delete()
    assert acts.catch_up() == 1
    assert acts.catch_up() == 0
    assert acts.reindex() == 1
    assert list(Document.objects.values_list("post_id", "words")) == before
    assert found(world, world.anna, "rudder") == [post.id]


def test_similar_questions_are_found_in_what_one_may_read(world: World, work: Work) -> None:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    wording = Wording(title="When is high tide?", needed="The hour of the tide today")
    question = questions.ask(by=anna, space=world.quay, wording=wording)
    shut = questions.ask(by=bram, space=world.slip, wording=Wording(title="Does the tide reach the slip?"))
    dutch = questions.ask(
        by=bram, space=world.quay, wording=Wording(title="Waar staan de fietsen van het werk?")
    )
    work()
    assert [line.id for line in reads.similar(anna, "high tide today")] == [question.id]
    assert {line.id for line in reads.similar(bram, "about the tides")} == {question.id, shut.id}
    assert reads.similar(bram, "a ' & | ! :* ()") == []
    assert reads.similar(bram, "") == []
    assert [line.id for line in reads.similar(bram, "Waar is de fiets van Anna?")] == [dutch.id]
    assert [line.id for line in reads.similar(bram, "fietsje")] == [dutch.id]
