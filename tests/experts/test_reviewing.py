"""Answers that helped and have grown old come back: to whom, how often, what is said of them, and what that changes."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.promise.crawl import browser
from tests.stage import Clock
from tests.world import World
from vloot.company.settings import acts as settings
from vloot.experts import acts, care, knowing, reads, reviewing
from vloot.experts.models import Load, Review
from vloot.ground import clock as clocks
from vloot.ground.errors import NotFound, Refused
from vloot.logbook.models import Entry
from vloot.notices import acts as resting
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people.models import Person
from vloot.talk.models import Outdated, Post, Question, Space
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.timeline import reads as timeline

Work = Callable[[], int]


def helped(world: World, title: str, who: Person, space: Space | None = None, *, accept: bool = True) -> Post:
    """An answer of somebody's that its asker accepted, or that helped her."""
    asker = world.actor(world.hanne)
    asked = questions.ask(by=asker, space=space or world.quay, wording=Wording(title=title))
    made: Post = questions.answer(by=world.actor(who), question=asked, body="Grease it every week.")
    if accept:
        questions.accept(by=asker, answer=made)
    else:
        questions.mark_helped(by=asker, answer=made)
    return made


def waiting(person: Person) -> list[int]:
    return list(Review.objects.filter(person=person).values_list("answer_id", flat=True))


def told(person: Person, kind: str = "answer_old") -> int:
    return Notice.objects.filter(person_id=person.id, kind=kind).count()


def test_after_a_year_it_comes_back_to_its_writer_the_oldest_first(
    world: World, work: Work, clock: Clock
) -> None:
    first = helped(world, "How often do I grease the crane?", world.bram)
    clock.move(hours=1)
    helped(world, "And the winch?", world.bram, accept=False)
    unhelpful = questions.ask(
        by=world.actor(world.hanne), space=world.quay, wording=Wording(title="And the bell?")
    )
    questions.answer(by=world.actor(world.chris), question=unhelpful, body="Never.")
    work()
    clock.move(days=364)
    assert reviewing.put_forward() == 0
    clock.move(days=2)
    assert reviewing.put_forward() == 1
    assert waiting(world.bram) == [first.id]
    assert waiting(world.chris) == []  # it helped nobody
    assert told(world.bram) == 1
    clock.move(days=30)
    assert reviewing.put_forward() == 0  # one lies there already


def test_the_company_chooses_after_how_long(world: World, work: Work, clock: Clock) -> None:
    settings.choose(
        by=world.actor(world.hanne), name="experts.review_after_days", value="90", why="We learn fast"
    )
    answer = helped(world, "How often do I grease the crane?", world.bram)
    clock.move(days=91)
    assert reviewing.put_forward() == 1
    assert waiting(world.bram) == [answer.id]


def test_within_what_they_take_on_and_not_while_they_are_away(world: World, clock: Clock) -> None:
    helped(world, "How often do I grease the crane?", world.bram)
    helped(world, "And the winch?", world.chris)
    helped(world, "And the bell?", world.anna)
    clock.move(days=366)
    today = clocks.now().date()
    acts.choose(by=world.actor(world.bram), a_week=0, paused_until=None, is_curious=True)
    acts.choose(
        by=world.actor(world.chris), a_week=3, paused_until=today + timedelta(days=3), is_curious=True
    )
    resting.add_holiday(by=world.actor(world.anna), first_on=today, last_on=today)
    assert reviewing.put_forward() == 0
    clock.move(days=4)
    assert reviewing.put_forward() == 2
    assert waiting(world.bram) == []
    assert Load.objects.filter(person=world.chris).count() == 1  # it counts as an invitation


def test_who_left_leaves_it_to_whoever_looks_after_the_question(
    world: World, work: Work, clock: Clock
) -> None:
    answer = helped(world, "How often do I grease the crane?", world.bram)
    work()
    people.deactivate(by=world.actor(world.hanne), person_id=world.bram.id)
    work()
    clock.move(days=366)
    reviewing.put_forward()
    owner = Question.objects.get(pk=answer.root_id or 0).owner
    assert waiting(owner) == [answer.id]
    acts.holds_no_longer(by=world.actor(owner), review=reads.review(world.actor(owner), answer.id))
    assert Outdated.objects.filter(answer=answer).exists()


def test_still_true_is_good_for_another_year(world: World, work: Work, clock: Clock) -> None:
    answer = helped(world, "How often do I grease the crane?", world.bram)
    clock.move(days=366)
    reviewing.put_forward()
    by = world.actor(world.bram)
    acts.still_holds(by=by, review=reads.review(by, answer.id))
    assert Entry.objects.filter(kind="AnswerReviewed", object_id=answer.id).count() == 1
    assert (waiting(world.bram), told(world.bram)) == ([], 0)
    clock.move(days=364)
    assert reviewing.put_forward() == 0
    clock.move(days=2)
    assert reviewing.put_forward() == 1


def test_editing_is_looking_at_it(world: World, work: Work, clock: Clock) -> None:
    answer = helped(world, "How often do I grease the crane?", world.bram)
    clock.move(days=366)
    reviewing.put_forward()
    posts.edit(by=world.actor(world.bram), post=answer, body="Grease it every month.")
    work()
    assert (waiting(world.bram), told(world.bram)) == ([], 0)
    clock.move(days=300)
    assert reviewing.put_forward() == 0


def test_what_is_taken_away_is_asked_about_no_more(world: World, work: Work, clock: Clock) -> None:
    answer = helped(world, "How often do I grease the crane?", world.bram)
    clock.move(days=366)
    reviewing.put_forward()
    posts.remove(by=world.actor(world.bram), post=answer)
    work()
    assert waiting(world.bram) == []


def test_what_holds_no_longer_is_marked_and_found_last(world: World, work: Work, clock: Clock) -> None:
    old = helped(world, "How often do I grease the crane?", world.bram)
    new = helped(world, "Who greases the crane?", world.chris, accept=False)
    work()
    assert knowing.best_answers(world.actor(world.anna), "crane")[-1].post_id == old.id
    by = world.actor(world.bram)
    questions.mark_outdated(by=by, answer=old, instead=new)
    work()
    card = timeline.card_of(world.actor(world.anna), old.id)
    assert (card.is_outdated, card.instead_id) == (True, new.id)
    assert [one.post_id for one in knowing.best_answers(world.actor(world.anna), "crane")] == [new.id]
    found = knowing.likely(world.actor(world.anna), "grease the crane")
    assert found[world.chris.id] > found.get(world.bram.id, 0)
    thread = browser(world.anna).get(f"/t/{old.root_id}/").content.decode()
    assert "Holds no longer" in thread
    assert f'href="/t/{new.id}/"' in thread
    assert "Holds no longer" in browser(world.anna).get("/search/?q=grease").content.decode()
    secret = helped(world, "What does the captain say?", world.chris, world.bridge)
    questions.mark_outdated(by=by, answer=old, instead=secret)
    assert timeline.card_of(world.actor(world.anna), old.id).instead_id is None
    assert timeline.card_of(world.actor(world.hanne), old.id).instead_id == secret.id
    questions.unmark_outdated(by=by, answer=old)
    assert not timeline.card_of(world.actor(world.anna), old.id).is_outdated


def test_only_its_writer_judges_it_while_they_are_here(world: World) -> None:
    answer = helped(world, "How often do I grease the crane?", world.bram)
    for person in (world.anna, world.chris, world.hanne):
        with pytest.raises(Refused):
            questions.mark_outdated(by=world.actor(person), answer=answer)
    with pytest.raises(Refused):
        questions.mark_outdated(by=world.actor(world.bram), answer=answer, instead=answer)


def test_only_who_is_asked_answers(world: World, clock: Clock) -> None:
    answer = helped(world, "How often do I grease the crane?", world.bram)
    clock.move(days=366)
    reviewing.put_forward()
    with pytest.raises(NotFound):
        reads.review(world.actor(world.anna), answer.id)
    with pytest.raises(Refused):
        acts.still_holds(by=world.actor(world.anna), review=Review.objects.get())
    assert browser(world.anna).post(f"/review/{answer.id}/", {"do": "true"}).status_code == 404
    assert care.mine(world.bram.id)["answers_to_review"] == [answer.id]
    care.forget(world.bram.id)
    assert not Review.objects.exists()


def test_the_page(world: World, work: Work, clock: Clock) -> None:
    answer = helped(world, "How often do I grease the crane?", world.bram)
    other = helped(world, "What holds now?", world.chris)
    secret = helped(world, "What does the captain earn?", world.chris, world.bridge)
    work()
    clock.move(days=366)
    client = browser(world.bram)
    assert b"Nothing to look at again" in client.get("/review/").content
    reviewing.put_forward()
    page = client.get("/review/").content.decode()
    assert "How often do I grease the crane?" in page
    assert "Grease it every week." in page
    for link in ("nonsense", f"/t/{secret.root_id}/#post-{secret.id}"):
        refused = client.post(f"/review/{answer.id}/", {"do": "outdated", "instead": link})
        assert refused.status_code == 422
        assert link.replace("#", "#") in refused.content.decode()
    link = f"http://127.0.0.1/t/{other.root_id}/#post-{other.id}"
    assert client.post(f"/review/{answer.id}/", {"do": "outdated", "instead": link}).status_code == 302
    assert Outdated.objects.get().instead_id == other.id
    assert b"What I said holds no longer" in client.get("/review/").content
    client.post(f"/review/{answer.id}/", {"do": "revive"})
    assert not Outdated.objects.exists()


def test_a_confirmed_craft_is_told_to_whose_it_is(world: World, work: Work) -> None:
    craft = acts.take_up(by=world.actor(world.bram), name="Pumps")
    by = world.actor(world.anna)
    acts.confirm(by=by, holding=reads.holding(by, craft, world.bram.id))
    work()
    (notice,) = Notice.objects.filter(kind="craft_confirmed")
    assert notice.person_id == world.bram.id
    assert b"says that you know your craft" in browser(world.bram).get("/notices/").content
