"""Ties count what the one who was helped confirmed, as strongly as the strongest of it, and nothing else."""

import random
from datetime import timedelta

import pytest

from tests.network import scene
from tests.stage import Clock
from tests.world import World
from vloot.ground import clock as clocks
from vloot.ground.errors import Refused
from vloot.logbook.models import Entry
from vloot.network import care
from vloot.network.rounds.reads import Named
from vloot.network.ties import acts, gathering, reads
from vloot.network.ties.models import Tie
from vloot.notices import acts as resting
from vloot.people import acts as people
from vloot.people.models import Person
from vloot.people.reads import actor_for
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.thanks import acts as thanks


@pytest.fixture
def open_room(world: World) -> None:
    scene.open_room()


def gathered() -> dict[tuple[int, int], float]:
    """What every tie is worth, anew."""
    gathering.gather()
    return {(tie.asker_id, tie.helper_id): round(tie.worth, 6) for tie in Tie.objects.all()}


def left(weight: float, days: float) -> float:
    return round(weight * 2 ** (-days / 91), 6)


@pytest.mark.usefixtures("open_room")
def test_what_the_one_who_was_helped_confirmed_is_a_tie_and_nothing_else_is(world: World) -> None:
    anna, bram, chris, hanne = (one.id for one in (world.anna, world.bram, world.chris, world.hanne))
    scene.accepted(world, anna, bram)
    scene.helped(world, hanne, bram, asker=anna)
    scene.thanked(world, chris, anna)
    unconfirmed = scene.answer(scene.ask(world, hanne), chris)
    posts.comment(by=actor_for(anna), under=unconfirmed, body="@bram @chris look")
    thanks.appreciate(by=actor_for(bram), post=unconfirmed)
    assert gathered() == {(anna, bram): 1.0, (hanne, bram): 0.7, (chris, anna): 0.7}


@pytest.mark.usefixtures("open_room")
def test_of_two_the_strongest_counts_and_not_the_sum(world: World, clock: Clock) -> None:
    anna, bram = world.anna.id, world.bram.id
    scene.weeks_ago(clock, 13)
    scene.accepted(world, anna, bram)
    scene.weeks_ago(clock, -13)
    assert gathered() == {(anna, bram): 0.5}
    for _time in range(3):
        scene.thanked(world, anna, bram)
    assert gathered() == {(anna, bram): 0.7}
    (tie,) = reads.own(world.actor(world.bram))
    assert (tie.weight, tie.helped_on) == (0.7, clock.at.date())
    assert tie.since == (clock.at - timedelta(weeks=13)).date()


@pytest.mark.usefixtures("open_room")
def test_after_half_a_year_a_tie_is_gone(world: World, clock: Clock) -> None:
    scene.thanked(world, world.anna.id, world.bram.id)
    clock.move(days=26 * 7 - 1)
    assert len(gathered()) == 1
    clock.move(days=2)
    assert gathered() == {}


@pytest.mark.usefixtures("open_room")
def test_what_is_taken_back_or_removed_counts_no_more(world: World) -> None:
    anna, bram, hanne = world.anna.id, world.bram.id, world.hanne.id
    given = scene.accepted(world, anna, bram)
    also = scene.helped(world, hanne, bram, asker=anna)
    said = scene.thanked(world, hanne, anna)
    assert len(gathered()) == 3
    questions.withdraw_acceptance(by=actor_for(anna), answer=given)
    questions.unmark_helped(by=actor_for(hanne), answer=also)
    posts.remove(by=actor_for(hanne), post=said)
    assert gathered() == {}


@pytest.mark.usefixtures("open_room")
def test_bots_guests_who_left_and_who_is_only_known_by_name_are_in_no_tie(world: World) -> None:
    (bot,) = scene.crew(world, 1, kind="bot")
    anna = world.anna.id
    scene.accepted(world, anna, bot)
    scene.thanked(world, anna, bot, world.dana.id, world.eva.id, world.finn.id)
    assert gathered() == {}
    scene.thanked(world, anna, world.bram.id)
    people.deactivate(by=world.importer, person_id=world.bram.id)
    assert gathered() == {}


@pytest.mark.usefixtures("open_room")
def test_who_thanks_many_at_once_applauds(world: World) -> None:
    crew = scene.crew(world, 6)
    scene.thanked(world, world.anna.id, *crew)
    assert gathered() == {}
    scene.thanked(world, world.anna.id, *crew[:5])
    assert len(gathered()) == 5


@pytest.mark.usefixtures("open_room")
def test_while_who_helped_is_away_nothing_grows_older(world: World, clock: Clock) -> None:
    scene.thanked(world, world.anna.id, world.bram.id)
    scene.thanked(world, world.bram.id, world.anna.id)
    today = clock.at.date()
    away = world.actor(world.bram)
    first, last = today + timedelta(days=3), today + timedelta(days=16)
    resting.add_holiday(by=away, first_on=first, last_on=last, name="")
    clock.move(days=10)
    still = gathered()
    assert still[world.anna.id, world.bram.id] == left(0.7, 2)
    assert still[world.bram.id, world.anna.id] == left(0.7, 10)
    clock.move(days=20)
    assert gathered()[world.anna.id, world.bram.id] == left(0.7, 30 - 14)


@pytest.mark.usefixtures("open_room")
def test_a_tie_along_the_line_is_kept_and_marked(world: World) -> None:
    anna, hanne, bram = world.anna.id, world.hanne.id, world.bram.id
    scene.thanked(world, anna, hanne)
    scene.thanked(world, hanne, anna)
    scene.thanked(world, anna, bram)
    gathering.gather()
    assert {(tie.asker, tie.helper): tie.is_in_line for tie in reads.every()} == {
        (anna, hanne): True,
        (hanne, anna): True,
        (anna, bram): False,
    }
    Person.objects.filter(id=hanne).update(manager_id=anna)
    assert len(gathered()) == 3, "two who lead each other are no endless line"


def test_nothing_is_gathered_or_read_before_an_agreement_and_a_switch(world: World) -> None:
    scene.thanked(world, world.anna.id, world.bram.id)
    assert gathered() == {}
    scene.agree()
    assert gathered() == {}
    scene.switch_on()
    assert len(gathered()) == 1
    scene.switch_on(is_on=False)
    everybody = [world.anna.id, world.bram.id]
    assert not (reads.own(world.actor(world.anna)))
    assert not (reads.every())
    assert not (reads.between(everybody))
    assert gathered() == {}, "what was gathered is gone"


@pytest.mark.usefixtures("open_room")
def test_who_stays_out_is_in_no_tie_at_once_and_no_entry_says_so(world: World) -> None:
    anna, bram, chris = world.anna.id, world.bram.id, world.chris.id
    scene.thanked(world, anna, bram)
    scene.thanked(world, bram, chris)
    scene.thanked(world, chris, anna)
    scene.thanked(world, hanne := world.hanne.id, chris)
    gathering.gather()
    last = Entry.objects.latest("id").id
    acts.stay_out(by=world.actor(world.bram))
    assert {(tie.asker, tie.helper) for tie in reads.every()} == {(hanne, chris), (chris, anna)}
    assert set(gathered()) == {(hanne, chris), (chris, anna)}
    assert care.mine(bram)["stays_out_of_network"]
    assert reads.stays_out(bram)
    assert not Entry.objects.filter(id__gt=last).exists()
    acts.come_in(by=world.actor(world.bram))
    assert len(gathered()) == 4
    with pytest.raises(Refused):
        acts.stay_out(by=world.actor(world.dana))


@pytest.mark.usefixtures("open_room")
def test_ones_own_ties_are_seen_by_their_two_and_nobody_else(world: World) -> None:
    scene.thanked(world, world.anna.id, world.bram.id)
    gathering.gather()
    for person in (world.anna, world.bram):
        assert len(reads.own(world.actor(person))) == 1
    for other in (world.chris, world.hanne, world.dana):
        assert reads.own(world.actor(other)) == []
    two = frozenset((world.anna.id, world.bram.id))
    assert reads.between([world.anna.id, world.bram.id, world.chris.id]) == {two}
    Tie.objects.update(is_open=False)
    assert reads.own(world.actor(world.bram)) == [], "what was said in confidence stays so"


@pytest.mark.usefixtures("open_room")
def test_what_is_kept_about_one_is_shown_and_forgotten(world: World) -> None:
    scene.thanked(world, world.anna.id, world.bram.id)
    gathering.gather()
    assert care.mine(world.bram.id)["helped_by_me"] == ["Anna Peeters"]
    assert [row["helper__name"] for row in care.mine(world.anna.id)["who_helped_me"]] == ["Bram Desmet"]
    care.forget(world.bram.id)
    assert not Tie.objects.exists()


@pytest.mark.usefixtures("open_room")
@pytest.mark.parametrize("seed", [1, 2])
def test_ties_are_what_a_plain_count_gives(world: World, clock: Clock, seed: int) -> None:
    """Deeds at random over thirty weeks, counted by hand: no ring among so few thanks, some stay out, one is a bot."""
    chance = random.Random(seed)
    crew = scene.crew(world, 9) + scene.crew(world, 1, kind="bot")
    today = clock.at
    expected: dict[tuple[int, int], float] = {}
    out = set(chance.sample(crew, 2)) | {crew[-1]}
    for days in sorted((chance.randrange(0, 210) for _deed in range(40)), reverse=True):
        one, other, third = chance.sample(crew, 3)
        one, other = min(one, other), max(one, other)  # nothing comes back, so there is no ring
        clock.set(today - timedelta(days=days))
        kind = chance.choice(["accepted", "helped", "thanked", "nothing"])
        if kind == "accepted":
            scene.accepted(world, one, other)
        elif kind == "helped":
            scene.helped(world, one, other, asker=third)
        elif kind == "thanked":
            scene.thanked(world, one, other)
        else:
            scene.answer(scene.ask(world, one), other)
        weight = {"accepted": 1.0, "helped": 0.7, "thanked": 0.7, "nothing": 0.0}[kind]
        if weight and days <= 182 and not {one, other} & out:
            expected[one, other] = max(expected.get((one, other), 0.0), left(weight, days))
    clock.set(today)
    for person in out - {crew[-1]}:
        acts.stay_out(by=actor_for(person))
    assert gathered() == pytest.approx(expected, abs=1e-5)


@pytest.mark.usefixtures("open_room")
def test_a_nomination_counts_and_shows_to_nobody(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    anna, bram, chris = world.anna, world.bram, world.chris
    today = clocks.now().date()
    named = [Named(anna.id, bram.id, today), Named(chris.id, bram.id, today)]
    monkeypatch.setattr("vloot.network.rounds.reads.counting", lambda: named)
    scene.thanked(world, chris.id, bram.id)
    assert gathered() == {(anna.id, bram.id): 1.0, (chris.id, bram.id): 1.0}
    seen = [(tie.asker, tie.helper) for tie in reads.own(world.actor(bram))]
    assert seen == [(chris.id, bram.id)], "what he knows already, and no more"
    assert care.mine(bram.id)["helped_by_me"] == [chris.name]
    assert reads.around([bram.id]) == [(chris.id, bram.id)]
    assert len(reads.every()) == 2
