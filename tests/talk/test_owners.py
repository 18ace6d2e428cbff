"""Who looks after a question, and how it changes hands."""

from collections.abc import Callable

import pytest

from tests.talk.ways import in_days, logged, refused, unwritten
from tests.world import World
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people.models import Person
from vloot.talk.models import Post, Question, Space
from vloot.talk.questions import acts
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces.acts import Terms

TIDE = Wording(title="When does the tide turn?")


def ask(world: World, person: Person, space: Space) -> Post:
    return acts.ask(by=world.actor(person), space=space, wording=TIDE)


def owner(question: Post) -> int:
    return Question.objects.values_list("owner_id", flat=True).get(pk=question.pk)


@pytest.fixture
def question(world: World) -> Post:
    return ask(world, world.anna, world.quay)


@pytest.fixture
def two_hosts(world: World) -> None:
    spaces.appoint_host(by=world.actor(world.chris), space=world.quay, person_id=world.bram.id)


def test_the_host_with_the_fewest_gets_it(world: World, two_hosts: None) -> None:
    found = [owner(ask(world, world.anna, world.quay)) for _ in range(4)]
    assert sorted(found) == sorted([world.bram.id, world.chris.id] * 2)
    assert found[0] != found[1]


def test_the_asker_gets_it_only_when_nobody_else_hosts(world: World, two_hosts: None) -> None:
    assert [owner(ask(world, world.chris, world.quay)) for _ in range(3)] == [world.bram.id] * 3
    assert owner(ask(world, world.chris, world.slip)) == world.chris.id


def test_the_owner_is_told(world: World, question: Post, work: Callable[[], int]) -> None:
    work()
    assert list(Notice.objects.values_list("kind", "person_id", "object_id")) == [
        ("owner", world.chris.id, question.id)
    ]


def test_a_question_is_handed_over(world: World, question: Post, work: Callable[[], int]) -> None:
    work()
    with refused("not_owner"):
        acts.hand_over(by=world.actor(world.bram), question=question, to=world.bram.id)
    with logged("QuestionHandedOver") as entries:
        acts.hand_over(by=world.actor(world.chris), question=question, to=world.bram.id)
    assert entries[0].details == {"owner_id": world.bram.id}
    assert owner(question) == world.bram.id
    with unwritten():
        acts.hand_over(by=world.actor(world.bram), question=question, to=world.bram.id)
    work()
    assert Notice.objects.filter(kind="handed_over", person=world.bram).exists()
    acts.hand_over(by=world.actor(world.bram), question=question, to=world.hanne.id)
    assert owner(question) == world.hanne.id


def test_a_question_is_handed_only_to_who_can_see_to_it(world: World, question: Post) -> None:
    chris = world.actor(world.chris)
    for person in (world.eva, world.finn, world.dana):
        with refused("cannot_own"):
            acts.hand_over(by=chris, question=question, to=person.id)
    shut = ask(world, world.bram, world.slip)
    with refused("cannot_own"):
        acts.hand_over(by=chris, question=shut, to=world.anna.id)
    acts.hand_over(by=chris, question=shut, to=world.dana.id)
    assert owner(shut) == world.dana.id


def test_a_closed_question_is_nobodys_to_hand_over(world: World, question: Post) -> None:
    acts.close(by=world.actor(world.anna), question=question)
    with refused("closed"):
        acts.hand_over(by=world.actor(world.chris), question=question, to=world.bram.id)


def test_who_leaves_the_company_leaves_none_behind(
    world: World, question: Post, two_hosts: None, work: Callable[[], int]
) -> None:
    work()
    people.deactivate(by=world.actor(world.hanne), person_id=world.chris.id)
    work()
    assert owner(question) == world.bram.id
    assert Notice.objects.filter(kind="owner", person=world.bram, object_id=question.id).exists()


def test_who_hosts_no_longer_hands_on(
    world: World, question: Post, two_hosts: None, work: Callable[[], int]
) -> None:
    spaces.dismiss_host(by=world.actor(world.bram), space=world.quay, person_id=world.chris.id)
    work()
    assert owner(question) == world.bram.id


def test_who_leaves_the_space_hands_on(world: World, work: Callable[[], int]) -> None:
    question = ask(world, world.dana, world.slip)
    acts.hand_over(by=world.actor(world.chris), question=question, to=world.bram.id)
    spaces.leave(by=world.actor(world.bram), space=world.slip)
    work()
    assert owner(question) == world.chris.id


def test_a_space_that_closes_keeps_its_questions_inside(
    world: World, question: Post, work: Callable[[], int]
) -> None:
    pier = spaces.open(by=world.actor(world.chris), terms=Terms(name="Pier"))
    question = ask(world, world.chris, pier)
    acts.hand_over(by=world.actor(world.chris), question=question, to=world.anna.id)
    shut = Terms(name="Pier", access=Space.CLOSED, reason="Pay", review_on=in_days(9))
    spaces.change(by=world.actor(world.chris), space=pier, terms=shut)
    work()
    assert owner(question) == world.chris.id


def test_who_becomes_a_guest_looks_after_what_they_can_read(
    world: World, question: Post, work: Callable[[], int]
) -> None:
    hanne = world.actor(world.hanne)
    pier = spaces.open(by=world.actor(world.chris), terms=Terms(name="Pier"))
    question = ask(world, world.hanne, pier)
    acts.hand_over(by=world.actor(world.chris), question=question, to=world.bram.id)
    people.give_role(by=hanne, person_id=world.bram.id, role="guest")
    work()
    assert owner(question) == world.chris.id


def test_a_question_opened_again_is_looked_after_again(
    world: World, question: Post, two_hosts: None, work: Callable[[], int]
) -> None:
    acts.close(by=world.actor(world.anna), question=question)
    people.deactivate(by=world.actor(world.hanne), person_id=world.chris.id)
    work()
    acts.reopen(by=world.actor(world.anna), question=question)
    assert owner(question) == world.bram.id


def test_opened_again_it_is_with_somebody_who_reads_it(world: World) -> None:
    question = ask(world, world.dana, world.slip)
    acts.hand_over(by=world.actor(world.chris), question=question, to=world.bram.id)
    acts.close(by=world.actor(world.dana), question=question)
    spaces.leave(by=world.actor(world.bram), space=world.slip)
    acts.reopen(by=world.actor(world.dana), question=question)
    assert owner(question) == world.chris.id
