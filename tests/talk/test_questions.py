"""Asking, rewording, answering, accepting, closing."""

from collections.abc import Callable

import pytest

from tests.stage import Clock
from tests.talk.ways import logged, missing, refused, unwritten
from tests.world import FOUNDED, IMPORTER, World
from vloot.ground import ids
from vloot.people import acts as people
from vloot.talk.models import Helped, Mention, Post, Question
from vloot.talk.posts import acts as posts
from vloot.talk.posts import reads as versions
from vloot.talk.posts.acts import PostDraft
from vloot.talk.questions import acts, reads
from vloot.talk.questions.acts import AnswerDraft, Wording
from vloot.talk.timeline import reads as timeline

TIDE = Wording(
    title="When does the tide turn?", known="Not at #noon", tried="Looking", needed="A time, @bram"
)


@pytest.fixture
def question(world: World) -> Post:
    return acts.ask(by=world.actor(world.anna), space=world.quay, wording=TIDE)


@pytest.fixture
def answer(world: World, question: Post) -> Post:
    return acts.answer(by=world.actor(world.bram), question=question, body="At one")


def part(question: Post) -> Question:
    return Question.objects.get(pk=question.pk)


def test_asking_says_what_one_knows_tried_and_needs(world: World) -> None:
    with logged("Asked"):
        question = acts.ask(by=world.actor(world.anna), space=world.quay, wording=TIDE)
    assert (question.parts, question.source) == (
        {"known": "Not at #noon", "tried": "Looking"},
        "A time, @bram",
    )
    assert question.tags == ["noon"]
    assert question.language == "en"
    assert part(question).owner_id == world.chris.id
    card = timeline.cards(world.actor(world.bram), [question.id])[0]
    assert card.question is not None
    assert (card.question.state, card.question.owner.id) == ("open", world.chris.id)
    assert "noon" in card.question.known
    assert {"answer", "reply"} <= card.can


def test_a_title_is_all_a_question_needs(world: World) -> None:
    by = world.actor(world.anna)
    assert acts.ask(by=by, space=world.quay, wording=Wording(title="When is high tide?")).source == ""
    for title in ("", "  Tide  "):
        with refused("no_title", "title"):
            acts.ask(by=by, space=world.quay, wording=Wording(title=title))
    with refused("title_too_long", "title"):
        acts.ask(by=by, space=world.quay, wording=Wording(title="x" * 201))
    with missing():
        acts.ask(by=by, space=world.bridge, wording=TIDE)


def test_rewording_keeps_what_was_asked(world: World, question: Post) -> None:
    with refused("not_author"):
        acts.reword(by=world.actor(world.chris), question=question, wording=TIDE)
    with unwritten():
        acts.reword(by=world.actor(world.anna), question=question, wording=TIDE)
    new = Wording(title="When is low tide?", known="Ask @chris")
    with logged("PostEdited"):
        acts.reword(by=world.actor(world.anna), question=question, wording=new)
    now, before = versions.versions(question)
    assert (now.title, before.title) == ("When is low tide?", "When does the tide turn?")
    assert "noon" in before.parts_html["known"]
    named = Mention.objects.filter(post=question).values_list("person_id", flat=True)
    assert list(named) == [world.chris.id]


def test_an_answer_is_logged_with_its_question(world: World, question: Post) -> None:
    with logged("Answered") as entries:
        answer = acts.answer(by=world.actor(world.bram), question=question, body="At one")
    assert (answer.kind, answer.root_id) == (Post.ANSWER, question.id)
    assert entries[0].details == {"thread_id": question.id, "parent_id": question.id}


def test_where_no_answer_can_be_given(world: World, question: Post) -> None:
    bram = world.actor(world.bram)
    update = posts.write(by=bram, space=world.quay, body="Morning")
    with refused("no_question"):
        acts.answer(by=bram, question=update, body="Indeed")
    with missing():
        acts.answer(by=world.actor(world.dana), question=question, body="At one")
    with refused("empty", "body"):
        acts.answer(by=bram, question=question, body="")
    with refused("not_you"):
        acts.answer_many(by=bram, drafts=[answered(world, question)])
    acts.close(by=world.actor(world.anna), question=question)
    question.refresh_from_db()
    with refused("closed"):
        acts.answer(by=bram, question=question, body="At one")


def answered(world: World, question: Post) -> AnswerDraft:
    return AnswerDraft(
        question_id=question.id, author_id=world.finn.id, body="At one", at=FOUNDED, external_key="a:1"
    )


def test_an_import_asks_and_answers_once(world: World) -> None:
    draft = PostDraft(
        kind=Post.QUESTION,
        space_id=world.quay.id,
        author_id=world.finn.id,
        title="When is it high?",
        body="",
        at=FOUNDED,
        external_key="q:1",
    )
    with logged("Asked"):
        question = acts.ask_many(by=IMPORTER, drafts=[draft, draft])[0]
    assert ids.moment(question.id) == FOUNDED
    with logged("Answered"):
        acts.answer_many(by=IMPORTER, drafts=[answered(world, question)])
    with unwritten():
        acts.ask_many(by=IMPORTER, drafts=[draft])
        acts.answer_many(by=IMPORTER, drafts=[answered(world, question)])


def test_the_asker_accepts_one_answer(world: World, question: Post, answer: Post) -> None:
    anna = world.actor(world.anna)
    for person in (world.bram, world.chris, world.hanne):
        with refused("not_asker"):
            acts.accept(by=world.actor(person), answer=answer)
        with refused("not_asker"):
            acts.withdraw_acceptance(by=world.actor(person), answer=answer)
    with logged("AnswerAccepted") as entries:
        acts.accept(by=anna, answer=answer)
    assert entries[0].details == {"question_id": question.id, "helper_id": world.bram.id}
    with unwritten():
        acts.accept(by=anna, answer=answer)
    other = acts.answer(by=world.actor(world.chris), question=question, body="At two")
    with logged("AnswerAccepted"):
        acts.accept(by=anna, answer=other)
    assert part(question).accepted_id == other.id
    with unwritten():
        acts.withdraw_acceptance(by=anna, answer=answer)
    with logged("AcceptanceWithdrawn"):
        acts.withdraw_acceptance(by=anna, answer=other)
    assert part(question).accepted_id is None


def test_only_an_answer_that_stands_is_accepted(world: World, question: Post, answer: Post) -> None:
    anna = world.actor(world.anna)
    comment = posts.comment(by=world.actor(world.bram), under=answer, body="Or two")
    with refused("no_answer"):
        acts.accept(by=anna, answer=comment)
    with missing():
        acts.accept(by=anna, answer=question)
    posts.remove(by=world.actor(world.bram), post=answer)
    with refused("no_answer"):
        acts.accept(by=anna, answer=answer)


def test_a_question_whose_accepted_answer_is_removed_is_open_again(
    world: World, question: Post, answer: Post, work: Callable[[], int]
) -> None:
    acts.accept(by=world.actor(world.anna), answer=answer)
    assert reads.open_ones(world.actor(world.bram)) == []
    posts.remove(by=world.actor(world.bram), post=answer)
    work()
    assert part(question).accepted_id is None
    assert reads.open_ones(world.actor(world.bram)) == [question.id]


def test_readers_say_what_helped_them(world: World, question: Post, answer: Post) -> None:
    hanne = world.actor(world.hanne)
    with logged("Helped"):
        acts.mark_helped(by=hanne, answer=answer)
    with unwritten():
        acts.mark_helped(by=hanne, answer=answer)
    acts.mark_helped(by=world.actor(world.anna), answer=answer)
    assert [card.name for card in reads.helped([answer.id])[answer.id]] == ["Anna Peeters", "Hanne Maes"]
    with logged("HelpWithdrawn"):
        acts.unmark_helped(by=hanne, answer=answer)
    with unwritten():
        acts.unmark_helped(by=hanne, answer=answer)
    assert Helped.objects.count() == 1


def test_what_cannot_have_helped(world: World, question: Post, answer: Post) -> None:
    with refused("own_answer"):
        acts.mark_helped(by=world.actor(world.bram), answer=answer)
    with refused("no_answer"):
        acts.mark_helped(by=world.actor(world.bram), answer=question)
    posts.remove(by=world.actor(world.bram), post=answer)
    with refused("no_answer"):
        acts.mark_helped(by=world.actor(world.anna), answer=answer)


def test_only_the_asker_closes(world: World, question: Post, clock: Clock) -> None:
    for person in (world.bram, world.chris, world.hanne):
        with refused("not_asker"):
            acts.close(by=world.actor(person), question=question)
        with refused("not_asker"):
            acts.reopen(by=world.actor(person), question=question)
    with logged("QuestionClosed"):
        acts.close(by=world.actor(world.anna), question=question, reason=" Found it ")
    found = part(question)
    assert (found.closed_at, found.post.closed_at, found.post.closed_reason) == (
        clock.at,
        clock.at,
        "Found it",
    )
    with unwritten():
        acts.close(by=world.actor(world.anna), question=question)
    with logged("QuestionReopened"):
        acts.reopen(by=world.actor(world.anna), question=question)
    found = part(question)
    assert (found.closed_at, found.post.closed_at, found.post.closed_by_id) == (None, None, None)
    with unwritten():
        acts.reopen(by=world.actor(world.anna), question=question)


def test_a_host_closes_when_the_asker_has_left(world: World, question: Post) -> None:
    people.deactivate(by=world.actor(world.hanne), person_id=world.anna.id)
    with refused("not_asker"):
        acts.close(by=world.actor(world.bram), question=question)
    with logged("QuestionClosed"):
        acts.close(by=world.actor(world.chris), question=question)


def test_open_questions_stand_oldest_first(world: World, question: Post, clock: Clock) -> None:
    clock.move(minutes=1)
    bram = world.actor(world.bram)
    other = acts.ask(by=bram, space=world.slip, wording=Wording(title="Who has the key?"))
    clock.move(minutes=1)
    third = acts.ask(by=bram, space=world.quay, wording=Wording(title="Where is the key?"))
    assert reads.open_ones(bram) == [question.id, other.id, third.id]
    assert reads.open_ones(bram, after=question.id, limit=1) == [other.id]
    assert reads.open_ones(world.actor(world.anna)) == [question.id, third.id]
    assert reads.owned_by(world.actor(world.chris)) == [question.id, other.id, third.id]
    acts.close(by=bram, question=other)
    posts.remove(by=bram, post=third)
    assert reads.open_ones(bram) == [question.id]


def test_a_newcomers_first_words_wait_until_somebody_replies(world: World, clock: Clock) -> None:
    chris = world.actor(world.chris)
    token = people.invite(by=chris, name="Gil")
    gil = people.accept_invitation(token=token, name="Gil Dubois", username="gil", password="a quiet harbour")
    clock.move(minutes=1)
    first = posts.write(by=world.actor(gil), space=world.quay, body="Hello, I am Gil")
    clock.move(minutes=1)
    posts.write(by=world.actor(gil), space=world.quay, body="And I sail")
    posts.write(by=world.actor(world.anna), space=world.quay, body="Not new")
    assert reads.unanswered_firsts(chris) == [first.id]
    posts.comment(by=chris, under=first, body="Welcome")
    assert reads.unanswered_firsts(chris) == []
