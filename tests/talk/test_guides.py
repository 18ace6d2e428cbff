"""How-to pages: grown from answers, owned, looked at again, never lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stage import Clock
from tests.talk.ways import logged, missing, refused, unwritten
from tests.world import World
from vloot.ground import clock as clocks
from vloot.ground.finding import Sought
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.talk.files import acts as files
from vloot.talk.files.models import File
from vloot.talk.guides import acts, calling, care, engine, find, history, reads
from vloot.talk.guides.acts import GuideDraft, Wording
from vloot.talk.models import Guide, GuideVersion, Post
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import Terms

KEY = Wording(
    "Where the key of hall 2 is", "## Get it\n\nAsk at the gate. #keys\n\n## Bring it back\n\nBefore six."
)


@pytest.fixture
def question(world: World) -> Post:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    asked = questions.ask(by=anna, space=world.quay, wording=questions.Wording(title="Where is the key?"))
    questions.accept(by=anna, answer=questions.answer(by=bram, question=asked, body="At the gate."))
    return asked


@pytest.fixture
def guide(world: World) -> Guide:
    return acts.write(by=world.actor(world.chris), space=world.quay, wording=KEY)


def test_who_reads_only_says_nothing_on_a_page_nor_why_a_question_is_closed(
    world: World, question: Post, guide: Guide
) -> None:
    owned = acts.write(by=world.actor(world.anna), space=world.quay, wording=KEY)
    anna = replace(world.actor(world.anna), read_only_until=clocks.now() + timedelta(days=1))
    with refused("read_only"):
        acts.mark_obsolete(by=anna, guide=owned, why="Because you are all fools")
    with refused("read_only"):
        acts.mark_helped(by=anna, guide=guide)
    with refused("read_only"):
        questions.close(by=anna, question=question, reason="Because you are all fools")
    assert reads.page(anna, reads.get(anna, owned.id)).can == frozenset()


def test_a_page_grows_from_an_answer_and_thanks_both(
    world: World, question: Post, work: Callable[[], int]
) -> None:
    chris = world.actor(world.chris)
    asked, answer = reads.answer_for(chris, question.id)
    assert answer is not None
    with logged("GuideWritten"):
        made = acts.write(by=chris, space=world.quay, wording=KEY, grown_from=(asked.id, answer.id), months=3)
    page = reads.page(chris, reads.get(chris, made.id))
    assert page.question is not None
    assert page.answerer is not None
    assert (page.question.asker.name, page.answerer.name) == ("Anna Peeters", "Bram Desmet")
    assert (page.line.owner.name, page.line.tags, page.line.review_on) == (
        "Chris Wouters",
        ["keys"],
        date(2026, 6, 2),
    )
    assert [line.title for line in reads.of_question(chris, question.id)] == [KEY.title]
    work()
    told = Notice.objects.filter(kind="guide_grown").values_list("person_id", flat=True)
    assert set(told) == {world.anna.id, world.bram.id}


def test_what_cannot_be_written(world: World, question: Post) -> None:
    anna, dana = world.actor(world.anna), world.actor(world.dana)
    with refused("no_title", "title"):
        acts.write(by=anna, space=world.quay, wording=Wording(" ", "Words"))
    with refused("empty", "body"):
        acts.write(by=anna, space=world.quay, wording=Wording("Where the key is", " "))
    with refused("months"):
        acts.write(by=anna, space=world.quay, wording=KEY, months=25)
    with missing():
        acts.write(by=anna, space=world.bridge, wording=KEY)
    with missing():
        acts.write(by=dana, space=world.slip, wording=KEY, grown_from=(question.id, None))
    with refused("elsewhere"):
        bram = world.actor(world.bram)
        acts.write(by=bram, space=world.slip, wording=KEY, grown_from=(question.id, None))
    draft = GuideDraft(space_id=world.quay.id, author_id=world.bram.id, wording=KEY)
    with refused("not_you"):
        acts.write_many(by=anna, drafts=[draft])


def test_only_readers_of_its_space_know_a_page(world: World) -> None:
    hidden = acts.write(by=world.actor(world.chris), space=world.bridge, wording=KEY)
    for person in (world.anna, world.dana):
        actor = world.actor(person)
        with missing():
            reads.get(actor, hidden.id)
        assert not reads.shelf(actor).lines
        assert not reads.similar(actor, "Where is the key of the hall?")
        assert reads.shelves(actor) == ([], [])
    assert reads.get(world.actor(world.hanne), hidden.id)


def test_nothing_saved_is_lost(world: World, guide: Guide, work: Callable[[], int]) -> None:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    with logged("GuideEdited"):
        assert acts.edit(by=anna, guide=guide, wording=Wording(KEY.title, "At the new gate."), over=1) == 2
    late = Wording(KEY.title, "At the old gate.")
    with unwritten(), refused("newer"):
        acts.edit(by=bram, guide=guide, wording=late, over=1)
    theirs, mine = history.against(guide, 1, late.title, late.body)
    assert any("new gate" in text_of(line) for line in theirs)
    assert any("old gate" in text_of(line) for line in mine)
    with unwritten():
        assert acts.edit(by=bram, guide=guide, wording=Wording(KEY.title, "At the new gate."), over=1) == 2
    assert acts.edit(by=bram, guide=guide, wording=late, over=2) == 3
    with logged("GuideEdited"):
        assert acts.take_back(by=anna, guide=guide, number=1, over=3) == 4
    assert Guide.objects.get(pk=guide.pk).source == KEY.body
    assert [line.number for line in history.versions(guide)] == [4, 3, 2, 1]
    with missing():
        acts.take_back(by=anna, guide=guide, number=9, over=4)
    work()
    told = Notice.objects.get(kind="guide_edited")
    assert (told.person_id, set(told.actor_ids)) == (world.chris.id, {world.bram.id, world.anna.id})


def text_of(line: engine.DiffLine) -> str:
    return "".join(piece.text for piece in line.pieces)


def test_a_page_comes_back_to_its_owner(
    world: World, guide: Guide, clock: Clock, work: Callable[[], int]
) -> None:
    anna, chris = world.actor(world.anna), world.actor(world.chris)
    clock.move(days=183)
    assert calling.owners_of_due() == 0
    clock.move(days=2)
    with logged("GuideDue"):
        assert calling.owners_of_due() == 1
    assert calling.owners_of_due() == 0, "once"
    work()
    assert Notice.objects.get(kind="guide_due").person_id == world.chris.id
    assert [line.id for line in reads.due(chris)] == [guide.id]
    assert not reads.due(anna)
    with refused("not_owner"):
        acts.confirm(by=anna, guide=guide, months=6)
    with refused("months"):
        acts.confirm(by=chris, guide=guide, months=0)
    with logged("GuideConfirmed"):
        acts.confirm(by=chris, guide=guide, months=1)
    assert not reads.due(chris)
    clock.move(days=40)
    assert calling.owners_of_due() == 1, "and again when its time has come"


def test_editing_ones_own_page_is_looking_at_it(world: World, guide: Guide, clock: Clock) -> None:
    clock.move(days=300)
    acts.edit(by=world.actor(world.anna), guide=guide, wording=Wording(KEY.title, "At the gate."), over=1)
    assert reads.is_due(Guide.objects.get(pk=guide.pk)), "others only change words"
    acts.edit(by=world.actor(world.chris), guide=guide, wording=Wording(KEY.title, "At the door."), over=2)
    assert not reads.is_due(Guide.objects.get(pk=guide.pk))


def test_an_obsolete_page_stays_and_is_not_proposed(world: World, guide: Guide, clock: Clock) -> None:
    chris = world.actor(world.chris)
    assert reads.similar(chris, "Where is the key of hall 2?")
    with refused("no_reason", "why"):
        acts.mark_obsolete(by=chris, guide=guide, why="")
    with logged("GuideObsoleted"):
        acts.mark_obsolete(by=chris, guide=guide, why="The hall has a code now")
    assert not reads.similar(chris, "Where is the key of hall 2?")
    assert [line.is_obsolete for line in reads.shelf(chris).lines] == [True]
    clock.move(days=400)
    assert calling.owners_of_due() == 0
    with logged("GuideRevived"):
        acts.revive(by=chris, guide=guide)
    with unwritten():
        acts.revive(by=chris, guide=guide)


def test_search_finds_titles_first_and_what_is_obsolete_last(world: World) -> None:
    chris, dana = world.actor(world.chris), world.actor(world.dana)
    wordings = [
        Wording("De sleutel van hal 2", "Vraag hem aan de poort."),
        Wording("Openen en sluiten van de hal", "Je hebt de sleutels nodig van de poort."),
        Wording("Sleutel van hal 1", "Aan de poort."),
    ]
    made = [acts.write(by=chris, space=world.quay, wording=wording) for wording in wordings]
    acts.mark_obsolete(by=chris, guide=made[0], why="Er is een code")
    found = find.find(chris, Sought(text="sleutel"))
    assert [one.id for one in found] == [made[2].id, made[1].id, made[0].id], (
        "a Dutch word in any of its forms"
    )
    assert [one.id for one in find.find(chris, Sought(text="sleu", is_start=True))] == [
        made[2].id,
        made[0].id,
    ]
    assert not find.find(dana, Sought(text="sleutel"))
    assert not find.find(chris, Sought(text=" "))


def test_helped_has_names(world: World, guide: Guide, work: Callable[[], int]) -> None:
    anna, chris = world.actor(world.anna), world.actor(world.chris)
    with refused("own_guide"):
        acts.mark_helped(by=chris, guide=guide)
    with logged("GuideHelped"):
        acts.mark_helped(by=anna, guide=guide)
    with unwritten():
        acts.mark_helped(by=anna, guide=guide)
    page = reads.page(anna, guide)
    assert ([card.name for card in page.helped], page.has_helped_me) == (["Anna Peeters"], True)
    work()
    assert Notice.objects.get(kind="guide_helped").person_id == world.chris.id
    with logged("GuideHelpWithdrawn"):
        acts.unmark_helped(by=anna, guide=guide)


def test_who_leaves_passes_it_on(world: World, work: Callable[[], int]) -> None:
    anna, hanne = world.actor(world.anna), world.actor(world.hanne)
    hers = acts.write(by=anna, space=world.quay, wording=KEY)
    with refused("cannot_own"):
        acts.hand_over(by=anna, guide=hers, to=world.dana.id)
    with logged("GuideHandedOver"):
        acts.hand_over(by=anna, guide=hers, to=world.bram.id)
    with refused("not_owner"):
        acts.hand_over(by=anna, guide=hers, to=world.anna.id)
    people.deactivate(by=hanne, person_id=world.bram.id)
    work()
    assert Guide.objects.get(pk=hers.pk).owner_id == world.chris.id
    assert Notice.objects.filter(kind="guide_yours", person_id=world.chris.id).exists()


def test_who_cannot_read_it_owns_it_no_longer(world: World, work: Callable[[], int]) -> None:
    bram = world.actor(world.bram)
    inside = acts.write(by=bram, space=world.slip, wording=KEY)
    spaces.leave(by=bram, space=world.slip)
    work()
    assert Guide.objects.get(pk=inside.pk).owner_id == world.chris.id


def test_questions_about_a_page_stand_with_it(world: World, guide: Guide, work: Callable[[], int]) -> None:
    anna, chris = world.actor(world.anna), world.actor(world.chris)
    hidden = acts.write(by=chris, space=world.bridge, wording=KEY)
    body = f"About /guides/{guide.id}/ and /guides/{hidden.id}/ and /guides/1/"
    wording = questions.Wording(title="Which gate is meant?", needed=body)
    asked = questions.ask(by=anna, space=world.quay, wording=wording)
    work()
    assert [ref.id for ref in reads.page(anna, guide).asked] == [asked.id]
    assert [line.id for line in reads.about(anna, asked.id)] == [guide.id]
    assert not reads.page(chris, hidden).asked, "a page behind a door is not named in front of it"
    posts.remove(by=anna, post=asked)
    assert not reads.page(anna, guide).asked


def test_taken_away_with_all_it_had(world: World) -> None:
    anna, chris = world.actor(world.anna), world.actor(world.chris)
    plan = files.put(by=anna, name="plan.txt", content=b"plan")
    made = acts.write(by=anna, space=world.quay, wording=KEY, files=[plan.id])
    with refused("not_owner"):
        acts.remove(by=world.actor(world.bram), guide=made)
    with logged("GuideRemoved"):
        acts.remove(by=chris, guide=made)
    assert not File.objects.exists()
    assert not GuideVersion.objects.exists()


def test_forgotten_with_what_they_wrote(world: World, guide: Guide) -> None:
    anna = world.actor(world.anna)
    alone = acts.write(by=anna, space=world.quay, wording=KEY)
    shared = acts.edit(by=anna, guide=guide, wording=Wording(KEY.title, "Annas words"), over=1)
    acts.mark_helped(by=world.actor(world.bram), guide=guide)
    told = care.mine(world.anna.id)
    assert (shared, len(told["guides_written"]), told["guides_owned"]) == (2, 2, [KEY.title])
    care.forget(world.anna.id)
    assert not Guide.objects.filter(pk=alone.pk).exists()
    left = Guide.objects.get(pk=guide.pk)
    assert (left.source, left.number) == (KEY.body, 1)
    assert not any(care.mine(world.anna.id).values())
    assert (
        acts.edit(by=world.actor(world.bram), guide=left, wording=Wording(KEY.title, "Brams words"), over=1)
        == 2
    )


def test_lists_go_on_where_they_ended(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reads, "PAGE", 2)
    chris = world.actor(world.chris)
    for title in ("Éclair baking", "Crane greasing", "Eating late", "Door closing", "9 knots and more"):
        acts.write(by=chris, space=world.quay, wording=Wording(title, "So #do"))
    elsewhere = spaces.open(by=chris, terms=Terms(name="Pier"))
    acts.write(by=chris, space=elsewhere, wording=Wording("Fishing", "Not so"))
    for order, first in (("az", "9 knots and more"), ("new", "Fishing")):
        seen, after = [], None
        while True:
            part = reads.shelf(chris, order=order, after=after)
            seen += part.lines
            if (after := part.after) is None:
                break
        assert len({line.id for line in seen}) == len(seen) == 6
        assert seen[0].title == first
    assert [line.title for line in reads.shelf(chris, space_id=elsewhere.id).lines] == ["Fishing"]
    assert len(reads.shelf(chris, tag="DO").lines) == 2
    assert reads.shelves(chris)[1] == ["do"]


@given(st.dates(date(2020, 1, 1), date(2080, 1, 1)), st.integers(1, 24))
def test_months_later(day: date, months: int) -> None:
    later = engine.months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


LINES = st.lists(st.text("ab #", max_size=6), max_size=8).map("\n".join)


@given(LINES, LINES)
def test_a_difference_tells_both_texts(before: str, after: str) -> None:
    found = engine.difference(before, after)
    assert (not found) == (before.splitlines() == after.splitlines())
    gone = [text_of(line) for line in found if line.kind == engine.GONE]
    came = [text_of(line) for line in found if line.kind == engine.NEW]
    for line in gone:
        assert line in before.splitlines()
    for line in came:
        assert line in after.splitlines()
