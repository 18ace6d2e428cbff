"""The duty roster of a space: who answers, how weeks change hands, and that questions find whoever is on duty."""

import itertools
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from tests.stage import Clock
from tests.world import IMPORTER, World
from vloot.ground.errors import NotFound, Refused
from vloot.notices.models import Holiday, Notice
from vloot.people import acts as people
from vloot.people.actor import Actor
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.questions.models import Question
from vloot.talk.roster import acts, engine, reads
from vloot.talk.roster.models import Swap, Turn
from vloot.talk.spaces import acts as spaces


@pytest.fixture
def hosts(world: World) -> dict[str, Actor]:
    """Chris and Bram host the quay; Chris has been in it longest."""
    spaces.appoint_host(by=world.actor(world.chris), space=world.quay, person_id=world.bram.id)
    return {"chris": world.actor(world.chris), "bram": world.actor(world.bram)}


@pytest.fixture
def kept(world: World, hosts: dict[str, Actor]) -> dict[str, Actor]:
    acts.fill(by=hosts["chris"], space=world.quay)
    return hosts


def duty(world: World) -> int | None:
    return reads.on_duty([world.quay.id]).get(world.quay.id)


def ask(world: World, who: str = "anna") -> int:
    wording = Wording(title="When is it high tide?")
    post = questions.ask(by=world.actor(getattr(world, who)), space=world.quay, wording=wording)
    return Question.objects.get(post=post).owner_id


def test_a_space_keeps_a_roster_from_when_a_host_fills_it(world: World, hosts: dict[str, Actor]) -> None:
    assert duty(world) is None
    with pytest.raises(Refused):
        acts.fill(by=world.actor(world.anna), space=world.quay)
    assert acts.fill(by=hosts["chris"], space=world.quay) == reads.WEEKS
    assert acts.fill(by=hosts["chris"], space=world.quay) == 0
    shared = list(Turn.objects.order_by("week").values_list("person_id", flat=True))
    assert shared[0] != shared[1]
    assert shared[::2] == [shared[0]] * 6


def test_each_week_another_answers_and_the_roster_goes_on(
    world: World, kept: dict[str, Actor], clock: Clock
) -> None:
    seen = [duty(world)]
    for _ in range(30):
        clock.move(days=7)
        acts.go_on()
        seen.append(duty(world))
    assert None not in seen
    assert all(one != other for one, other in itertools.pairwise(seen))


def test_a_question_goes_to_whoever_is_on_duty(world: World, kept: dict[str, Actor], clock: Clock) -> None:
    first = duty(world)
    assert [ask(world), ask(world)] == [first, first]
    clock.move(days=7)
    assert ask(world) == duty(world) != first
    name = "chris" if duty(world) == world.chris.id else "bram"
    assert ask(world, name) not in (None, duty(world)), (
        "who is on duty does not look after their own question"
    )


def test_without_a_roster_questions_are_spread_as_before(world: World, hosts: dict[str, Actor]) -> None:
    assert {ask(world), ask(world)} == {world.chris.id, world.bram.id}


def test_whoever_is_away_is_passed_over(world: World, kept: dict[str, Actor], clock: Clock) -> None:
    first = duty(world)
    by = kept["chris"] if first == world.chris.id else kept["bram"]
    acts.be_away(by=by, week=reads.this_week())
    assert duty(world) not in (None, first)
    acts.be_back(by=by, week=reads.this_week())
    assert duty(world) == first
    day = clock.at.date()
    Holiday.objects.create(person_id=first, first_on=day, last_on=day + timedelta(days=4))
    assert duty(world) not in (None, first)


def test_a_week_changes_hands_when_the_other_says_yes(
    world: World, kept: dict[str, Actor], work: Callable[[], int]
) -> None:
    week = reads.this_week()
    first = duty(world)
    mine, yours = (kept["chris"], kept["bram"]) if first == world.chris.id else (kept["bram"], kept["chris"])
    with pytest.raises(Refused):
        acts.ask_swap(by=yours, space=world.quay, week=week, to=mine.person_id)
    with pytest.raises(Refused):
        acts.ask_swap(by=mine, space=world.quay, week=week, to=world.anna.id)
    with pytest.raises(Refused):
        acts.take(by=yours, space=world.quay, week=week)
    acts.ask_swap(by=mine, space=world.quay, week=week, to=yours.person_id)
    work()
    assert Notice.objects.filter(person_id=yours.person_id, kind="swap_asked").exists()
    acts.decline_swap(by=yours, space=world.quay, week=week)
    with pytest.raises(NotFound):
        acts.accept_swap(by=yours, space=world.quay, week=week)
    acts.ask_swap(by=mine, space=world.quay, week=week, to=yours.person_id)
    acts.accept_swap(by=yours, space=world.quay, week=week)
    work()
    assert duty(world) == yours.person_id
    assert Notice.objects.filter(person_id=mine.person_id, kind="swap_accepted").exists()
    assert not Swap.objects.exists()


def test_when_a_host_leaves_the_others_share_their_weeks(
    world: World, kept: dict[str, Actor], work: Callable[[], int]
) -> None:
    people.deactivate(by=IMPORTER, person_id=world.bram.id)
    assert duty(world) == world.chris.id, "at once, before anything has run"
    work()
    assert set(Turn.objects.values_list("person_id", flat=True)) == {world.chris.id}
    assert Turn.objects.count() == reads.WEEKS


def test_what_was_cannot_be_planned(world: World, kept: dict[str, Actor]) -> None:
    for week in (reads.this_week() - engine.WEEK, reads.this_week() + timedelta(days=1)):
        with pytest.raises(Refused):
            acts.take(by=kept["chris"], space=world.quay, week=week)


def test_the_pages_name_whoever_answers_and_let_a_host_swap(world: World, kept: dict[str, Actor]) -> None:
    week = reads.this_week().isoformat()
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    for address in ("/s/quay/", "/ask/", "/s/quay/roster/"):
        assert "nswers this week" in client.get(address).content.decode()
    assert client.post("/s/quay/roster/", {"do": "fill"}).status_code == 422
    mine, other = (world.chris, world.bram) if duty(world) == world.chris.id else (world.bram, world.chris)
    client.force_login(mine, backend="django.contrib.auth.backends.ModelBackend")
    sent = {"do": "ask", "week": week, "person": str(other.id)}
    assert client.post("/s/quay/roster/", sent).status_code == 302
    client.force_login(other, backend="django.contrib.auth.backends.ModelBackend")
    assert 'value="accept"' in client.get("/s/quay/roster/").content.decode()
    assert client.post("/s/quay/roster/", {"do": "accept", "week": week}).status_code == 302
    assert duty(world) == other.id
    for nonsense in (
        {"do": "take", "week": "x"},
        {"do": "take", "week": "2026-13-99"},
        {"do": "x", "week": week},
    ):
        assert client.post("/s/quay/roster/", nonsense).status_code == 404
    client.force_login(world.dana, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/s/quay/roster/").status_code == 404
