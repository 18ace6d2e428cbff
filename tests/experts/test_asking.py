"""A question finds people: whom it invites, what follows while nobody answers, and what leaves no trace."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.promise.crawl import browser
from tests.stage import Clock
from tests.world import IMPORTER, World
from vloot.experts import acts, asking, care, reads
from vloot.experts.models import Invitation, Load, Route, Taking
from vloot.ground import clock as clocks
from vloot.ground.errors import NotFound, Refused
from vloot.logbook.models import Entry
from vloot.notices import acts as resting
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people.acts import PersonDraft
from vloot.people.models import Person
from vloot.people.reads import actor_for
from vloot.talk.models import Post
from vloot.talk.posts.acts import PostDraft
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import JoinDraft

Work = Callable[[], int]


@pytest.fixture
def crew(world: World, work: Work) -> list[int]:
    """Eight colleagues who named pumps as their craft, in the Quay."""
    drafts = [PersonDraft(external_key=f"c{n}", name=f"Crew {n}", username=f"crew{n}") for n in range(8)]
    ids = list(people.place_many(by=IMPORTER, drafts=drafts).values())
    spaces.join_many(by=IMPORTER, drafts=[JoinDraft(world.quay.id, one) for one in ids])
    for one in ids:
        acts.take_up(by=actor_for(one), name="Pumps")
    work()
    return ids


def ask(world: World, work: Work, title: str = "Why does the pump leak?") -> Post:
    asked: Post = questions.ask(by=world.actor(world.anna), space=world.quay, wording=Wording(title=title))
    work()
    return asked


def invited(question: Post) -> list[int]:
    found = Invitation.objects.filter(question_id=question.id, is_told=True)
    return list(found.values_list("person_id", flat=True))


def told(kind: str) -> list[int]:
    return list(Notice.objects.filter(kind=kind).values_list("person_id", flat=True))


def test_a_new_question_invites_a_few(world: World, crew: list[int], work: Work) -> None:
    asked = ask(world, work)
    assert len(invited(asked)) == 3
    assert sorted(told("invited_to_answer")) == sorted(invited(asked))
    assert len(set(invited(asked)) & set(crew)) >= 2
    owner = asked.question.owner_id
    assert not {world.anna.id, owner} & set(invited(asked))
    asking.invite(asked.question)  # once
    assert len(invited(asked)) == 3


def test_what_nobody_knows_invites_nobody(world: World, crew: list[int], work: Work) -> None:
    assert invited(ask(world, work, "Where is the lighthouse?")) == []


def test_rings_follow_the_working_days(world: World, crew: list[int], work: Work, clock: Clock) -> None:
    asked = ask(world, work)
    first = set(invited(asked))
    clock.move(hours=23)
    assert asking.go_on() == 0
    clock.move(hours=2)
    assert asking.go_on() == 1
    assert len(set(invited(asked)) - first) == 3
    assert told("ask_around") == []
    clock.move(days=1)
    asking.go_on()
    assert told("ask_around") == [asked.question.owner_id]
    clock.move(days=2)
    assert asking.go_on() == 0  # the weekend comes
    clock.move(days=3)
    asking.go_on()
    assert told("call_outside") == [asked.question.owner_id]
    assert Route.objects.get().ring == asking.OUTSIDE
    assert Post.objects.get(pk=asked.pk).question.owner_id


def test_an_answer_ends_it(world: World, crew: list[int], work: Work, clock: Clock) -> None:
    asked = ask(world, work)
    questions.answer(by=world.actor(world.bram), question=asked, body="The seal is worn.")
    work()
    assert Invitation.objects.count() == 0
    assert told("invited_to_answer") == []
    clock.move(days=9)
    assert asking.go_on() == 0


def test_declining_leaves_no_trace(world: World, crew: list[int], work: Work, clock: Clock) -> None:
    asked = ask(world, work)
    one = invited(asked)[0]
    entries, loads = Entry.objects.count(), Load.objects.count()
    by = actor_for(one)
    acts.decline(by=by, invitation=reads.invitation(by, Invitation.objects.get(person_id=one).id))
    assert (Entry.objects.count(), Load.objects.count()) == (entries, loads)
    assert not Notice.objects.filter(person_id=one, kind="invited_to_answer").exists()
    clock.move(days=1)
    asking.go_on()
    assert one not in invited(asked)


def test_only_who_is_invited_declines(world: World, crew: list[int], work: Work) -> None:
    found = Invitation.objects.filter(question_id=ask(world, work).id, is_told=True)[0]
    with pytest.raises(NotFound):
        reads.invitation(world.actor(world.anna), found.id)
    with pytest.raises(Refused):
        acts.decline(by=world.actor(world.anna), invitation=found)


def test_not_me_try_somebody_else(world: World, crew: list[int], work: Work) -> None:
    asked = ask(world, work)
    one = invited(asked)[0]
    other = next(person for person in crew if not Invitation.objects.filter(person_id=person).exists())
    by = actor_for(one)
    acts.pass_on(by=by, invitation=reads.invitation(by, Invitation.objects.get(person_id=one).id), to=other)
    assert one not in invited(asked)
    assert other in invited(asked)


def test_nobody_over_their_cap_nor_while_they_rest(world: World, crew: list[int], work: Work) -> None:
    for one in crew[:6]:
        acts.choose(by=actor_for(one), a_week=0, paused_until=None, is_curious=True)
    acts.choose(
        by=actor_for(crew[6]), a_week=3, paused_until=clocks.now().date() + timedelta(days=3), is_curious=True
    )
    today = clocks.now().date()
    resting.add_holiday(by=actor_for(crew[7]), first_on=today, last_on=today)
    assert not set(invited(ask(world, work))) & set(crew)


def test_caps_hold_over_many_questions(world: World, crew: list[int], work: Work) -> None:
    for one in crew:
        acts.choose(by=actor_for(one), a_week=1, paused_until=None, is_curious=False)
    for number in range(6):
        ask(world, work, f"Why does pump {number} leak?")
    loads = [Load.objects.filter(person_id=one).count() for one in crew]
    assert max(loads) == 1


def test_who_would_rather_not_is_not_invited(world: World, crew: list[int], work: Work) -> None:
    for one in crew:
        acts.keep_away(by=actor_for(one), topic="pump")
    assert not set(invited(ask(world, work))) & set(crew)


def test_who_left_the_space_meanwhile_invites_nobody(world: World, crew: list[int], work: Work) -> None:
    by = world.actor(world.bram)
    asked = questions.ask(by=by, space=world.slip, wording=Wording(title="Why does the pump leak?"))
    spaces.leave(by=by, space=world.slip)
    work()
    assert invited(asked) == []


def test_an_import_invites_nobody(world: World, crew: list[int], work: Work) -> None:
    importer = world.importer
    questions.ask_many(
        by=importer,
        drafts=[
            PostDraft(
                kind=Post.QUESTION,
                space_id=world.quay.id,
                author_id=world.anna.id,
                title="The pump leaks",
                body="",
            )
        ],
    )
    work()
    assert Invitation.objects.count() == 0


def test_loads_go_after_four_weeks_and_with_their_person(
    world: World, crew: list[int], work: Work, clock: Clock
) -> None:
    asked = ask(world, work)
    one = invited(asked)[0]
    acts.choose(by=actor_for(one), a_week=2, paused_until=date(2026, 5, 1), is_curious=False)
    kept = care.mine(one)
    assert kept["invited_to_answer"] == [asked.id]
    assert kept["takes_on"] == [{"a_week": 2, "paused_until": date(2026, 5, 1), "is_curious": False}]
    care.forget(one)
    assert not Taking.objects.filter(person_id=one).exists()
    assert not Load.objects.filter(person_id=one).exists()
    clock.move(days=30)
    asking.go_on()
    assert Load.objects.filter(day__lt=clocks.now().date() - timedelta(days=28)).count() == 0


def test_the_page(world: World, crew: list[int], work: Work) -> None:
    asked = ask(world, work)
    one, other = (Person.objects.get(id=person) for person in invited(asked)[:2])
    client = browser(one)
    assert b"Why does the pump leak?" in client.get("/invited/").content
    assert b"You may know this" in client.get("/questions/").content
    mine = Invitation.objects.get(person=one).id
    assert client.post(f"/invited/{mine}/", {"person": "@nobody-here"}).status_code == 422
    assert browser(other).post(f"/invited/{mine}/").status_code == 404
    client.post(f"/invited/{mine}/")
    assert b"Nothing waits for you here" in client.get("/invited/").content
    assert client.post("/invited/", {"a_week": "99"}).status_code == 422
    client.post("/invited/", {"a_week": "1", "paused_until": "2026-04-01"})
    assert reads.taking(actor_for(one.id)).a_week == 1
    assert b"2026-04-01" in client.get("/invited/").content
