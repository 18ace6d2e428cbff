"""A wave from its announcement to its results, and everything that is refused on the way."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import timedelta

import pytest

from tests.climate import crew
from tests.stage import Clock, work_off
from tests.talk.ways import logged, refused
from tests.urn import voting
from tests.world import World
from vloot.climate import care
from vloot.climate.results import reads as results
from vloot.climate.rhythm import acts as rhythm
from vloot.climate.rhythm import rules, turning
from vloot.climate.waves import acts, reads
from vloot.climate.waves.models import Wave
from vloot.ground.errors import NotFound, Refused
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people import reads as persons
from vloot.urn import reads as urn
from vloot.urn.models import Ballot, Key, Voter

Teams = dict[str, list[int]]


def council(world: World) -> None:
    people.give_role(by=world.actor(world.hanne), person_id=world.bram.id, role="council")


def test_a_wave_is_announced_and_opens_by_itself_with_groups_that_everybody_can_read(
    world: World, clock: Clock, teams: Teams
) -> None:
    with logged("WaveAnnounced"):
        wave = crew.announced(world)
    card = reads.current(world.actor(world.anna))
    assert card is not None
    assert (card.state, card.group, card.papers) == ("announced", None, 0)
    assert turning.open_due() == 0, "not before its day"
    clock.move(days=1)
    with logged("WaveOpened"):
        assert turning.open_due() == 1
    assert turning.open_due() == 0
    wave = reads.get(wave.id)
    groups = {
        group.label: (group.size, group.is_mine) for group in reads.groups(world.actor(world.anna), wave)
    }
    assert groups == {crew.REST: (12, True), "Ropes": (12, False), "Sails": (14, False)}
    work_off()
    told = Notice.objects.filter(kind="wave_opened").values_list("person_id", flat=True)
    assert sorted(told) == sorted(Voter.objects.values_list("person_id", flat=True))
    assert len(told) == crew.ROSTER, "guests, names from imports and who has left are not asked"


def test_a_wave_is_answered_on_screen_and_on_paper_and_published_to_all_at_once(
    world: World, clock: Clock, teams: Teams
) -> None:
    wave = crew.announced(world)
    acts.choose_paper(by=persons.actor_for(teams["Ropes"][0]), wave=wave)
    clock.move(days=1)
    turning.open_due()
    wave = reads.get(wave.id)
    with logged("WaveCodesPrinted"):
        codes = rhythm.print_codes(by=world.actor(world.chris), wave=wave)
    ((code,),) = codes["Ropes"]
    part = wave.parts.get()
    with logged():
        crew.vote(wave, dict.fromkeys(teams["Sails"], 4.5) | dict.fromkeys(teams["Ropes"][1:], 2.0))
        said = crew.answers(part.items, 2, random.Random(1))
        acts.cast_on_paper(box_id=part.box_id or 0, code=code, content=crew.sent(said))
    clock.set(part.closes_at - timedelta(seconds=1))
    assert turning.close_due() == 0
    clock.set(part.closes_at)
    with logged("WavePublished"):
        assert turning.close_due() == 1
    assert turning.close_due() == 0
    assert not Ballot.objects.exists()
    assert not Voter.objects.exists()
    assert not Key.objects.exclude(private=None).exists()
    found = results.of_wave(persons.actor_for(teams["Sails"][0]), wave.id)
    assert (found.answers, found.codes_made, found.codes_used, found.own) == (26, 1, 1, "Sails")
    shown = {one.label: one.figure and one.figure.verdict for one in found.scales[0].groups}
    assert shown == {crew.REST: None, "Ropes": "lower", "Sails": "higher"}
    work_off()
    assert Notice.objects.filter(kind="wave_published").count() == crew.ROSTER


def test_a_wave_needs_the_room_on_and_a_host(world: World, clock: Clock) -> None:
    with refused("room.off"):
        crew.announced(world)
    crew.muster()
    crew.agree(world)
    first = crew.tomorrow()
    with refused("not_host"):
        rhythm.announce(
            by=world.actor(world.anna), kind="full", opens_on=first, closes_on=first + timedelta(days=7)
        )
    with refused("guest"):
        rhythm.announce(
            by=world.actor(world.dana), kind="full", opens_on=first, closes_on=first + timedelta(days=7)
        )


@pytest.mark.parametrize(
    ("opens", "lasts", "code"),
    [(0, 7, "opens_on"), (100, 7, "opens_on"), (1, 2, "closes_on"), (1, 29, "closes_on")],
)
def test_a_wave_opens_from_tomorrow_on_and_lasts_some_days(
    world: World, teams: Teams, opens: int, lasts: int, code: str
) -> None:
    first = crew.tomorrow() + timedelta(days=opens - 1)
    with refused(code, code):
        rhythm.announce(
            by=world.actor(world.chris), kind="full", opens_on=first, closes_on=first + timedelta(days=lasts)
        )


def test_too_few_people_are_not_asked(world: World) -> None:
    crew.agree(world)
    with refused("too_few"):
        crew.announced(world)


def test_one_wave_at_a_time_and_one_full_one_a_quarter(world: World, clock: Clock, teams: Teams) -> None:
    wave = crew.opened(world, clock)
    with refused("running"):
        crew.announced(world)
    crew.closed(wave, clock)
    with refused("too_often"):
        crew.announced(world)
    clock.move(days=90)
    assert crew.announced(world).id


def test_two_micro_waves_a_quarter_at_most(world: World, clock: Clock, teams: Teams) -> None:
    for _time in range(2):
        crew.closed(crew.opened(world, clock, kind=Wave.MICRO), clock)
    with refused("too_often"):
        crew.announced(world, kind=Wave.MICRO)
    assert crew.announced(world).id, "a full one may follow"


def test_early_late_partial_and_strange_answers_are_refused(world: World, clock: Clock, teams: Teams) -> None:
    wave = crew.opened(world, clock)
    part = wave.parts.get()
    box_id, who = part.box_id or 0, persons.actor_for(teams["Sails"][0])
    token = voting.take(who, urn.box(box_id))
    whole = crew.sent(crew.answers(part.items, 3, random.Random(1)))

    def cast(content: Mapping[str, list[str]]) -> None:
        acts.cast(
            box_id=box_id,
            group=token.group,
            prepared=token.prepared,
            signature=token.signature,
            content=content,
        )

    for spoilt in (["6"], ["0"], ["3.0"], ["٣"], [" 3"], [], ["3", "4"]):
        with refused("unanswered", "S2"):
            cast({**whole, "S2": spoilt})
    with refused("unanswered", "S1"):
        cast({key: value for key, value in whole.items() if key != "S1"})
    with refused("strange"):
        cast({**whole, "name": ["Anna"]})
    cast({**whole, "S2": [""]})
    cast({**whole, "S2": [""]})  # the same again is harmless
    with refused("spent"):
        cast({**whole, "S2": ["5"]})
    clock.set(part.closes_at)
    with refused("closed"):
        cast({**whole, "S2": [""]})
    assert Ballot.objects.count() == 1


def test_the_weeks_of_a_micro_wave_open_one_after_the_other_and_are_published_together(
    world: World, clock: Clock, teams: Teams
) -> None:
    wave = crew.opened(world, clock, kind=Wave.MICRO)
    second = wave.parts.get(number=2)
    with pytest.raises(Refused) as caught:
        crew.cast(
            second, persons.actor_for(teams["Sails"][0]), crew.answers(second.items, 3, random.Random(1))
        )
    assert caught.value.code == "early"
    moods = dict.fromkeys(teams["Sails"][1:8], 4.5) | dict.fromkeys(teams["Ropes"][:8], 2.0)
    for number, part in enumerate(wave.parts.order_by("number"), 1):
        clock.set(part.opens_at + timedelta(hours=1))
        assert turning.close_due() == 0, "never a week by itself"
        crew.vote(wave, moods, number=number, seed=number)
    crew.closed(wave, clock)
    found = results.of_wave(world.actor(world.anna), wave.id)
    assert found.answers == 15
    assert all(scale.company is not None and scale.hanging is None for scale in found.scales)


def test_who_chose_paper_gets_no_token_and_cannot_choose_any_more_once_it_is_open(
    world: World, clock: Clock, teams: Teams
) -> None:
    wave = crew.announced(world)
    who, other = (persons.actor_for(one) for one in teams["Sails"][:2])
    for one in (who, other):
        acts.choose_paper(by=one, wave=wave)
        acts.choose_paper(by=one, wave=wave)
    acts.choose_screen(by=other, wave=wave)
    assert care.mine(who.person_id)["climate_on_paper"] == [wave.opens_at]
    seen = reads.current(world.actor(world.chris))
    assert seen is not None
    assert (seen.papers, seen.on_paper) == (1, False), "a host sees how many, never who"
    assert str(who.person_id) not in str(seen)
    clock.move(days=1)
    turning.open_due()
    wave = reads.get(wave.id)
    box = urn.box(wave.parts.get().box_id or 0)
    with refused("on_paper"):
        voting.take(who, box)
    assert voting.take(other, box)
    with refused("opened"):
        acts.choose_paper(by=other, wave=wave)


def test_everybody_is_reminded_once_or_nobody(world: World, clock: Clock, teams: Teams) -> None:
    """Promise 10: whether somebody answered changes nothing."""
    wave = crew.opened(world, clock)
    crew.vote(wave, dict.fromkeys(teams["Sails"][:5], 4.0))
    with refused("not_host"):
        rhythm.remind(by=world.actor(world.anna), wave=wave)
    with logged("WaveReminded"):
        rhythm.remind(by=world.actor(world.chris), wave=wave)
    work_off()
    told = Notice.objects.filter(kind="wave_reminded")
    assert sorted(told.values_list("person_id", flat=True)) == sorted(
        Voter.objects.values_list("person_id", flat=True)
    )
    assert told.values("title", "link", "object_id").distinct().count() == 1
    with refused("reminded"):
        rhythm.remind(by=world.actor(world.chris), wave=reads.get(wave.id))


def test_the_works_council_stops_a_wave_and_nothing_of_it_is_kept(
    world: World, clock: Clock, teams: Teams
) -> None:
    wave = crew.opened(world, clock)
    crew.vote(wave, dict.fromkeys(teams["Sails"], 4.0))
    with refused("not_council"):
        rhythm.stop(by=world.actor(world.hanne), wave=wave, why="It looks bad")
    council(world)
    with refused("no_why", "why"):
        rhythm.stop(by=world.actor(world.bram), wave=wave, why="  ")
    with logged("WaveStopped"):
        rhythm.stop(by=world.actor(world.bram), wave=wave, why="Half of us heard today that we are dismissed")
    assert not Ballot.objects.exists()
    assert not Voter.objects.exists()
    said = reads.stopped()
    assert said is not None
    assert (said.why, said.is_lost) == ("Half of us heard today that we are dismissed", False)
    clock.set(wave.closes_at)
    assert turning.close_due() == 0
    with pytest.raises(NotFound):
        results.of_wave(world.actor(world.anna), wave.id)
    with refused("over"):
        rhythm.stop(by=world.actor(world.bram), wave=reads.get(wave.id), why="Again")
    assert rules.may_open(world.actor(world.chris)), "another one may be announced"


def test_a_wave_that_came_back_out_of_a_backup_stops_and_says_so(
    world: World, clock: Clock, teams: Teams
) -> None:
    wave = crew.opened(world, clock, kind=Wave.MICRO)
    crew.vote(wave, dict.fromkeys(teams["Sails"], 4.0))
    assert turning.give_up_lost() == 0
    voting.brought_back()
    with logged("WaveStopped") as entries:
        assert turning.give_up_lost() == 1
    assert entries[0].actor_id is None
    assert turning.give_up_lost() == 0
    said = reads.stopped()
    assert said is not None
    assert (said.at, said.why, said.is_lost) == (clock.at, "", True)
    clock.set(wave.closes_at)
    assert turning.close_due() == 0
    crew.announced(world)
    assert reads.stopped() is None, "the newest one is what people want to know about"


def test_a_wave_does_not_open_while_the_room_is_off(world: World, clock: Clock, teams: Teams) -> None:
    from vloot.company.switches import acts as switches
    from vloot.company.switches.acts import Decision

    wave = crew.announced(world)
    switches.switch(
        by=world.actor(world.hanne), room="climate", decision=Decision(is_on=False, why="Not now")
    )
    clock.move(days=1)
    assert turning.open_due() == 0
    clock.set(wave.closes_at)
    turning.open_due()
    said = reads.stopped()
    assert said is not None
    assert (said.at, said.why, said.is_lost) == (clock.at, "", False)
    assert reads.running() is None


def test_a_change_is_told_only_where_it_is_provable(world: World, clock: Clock, teams: Teams) -> None:
    moods = dict.fromkeys(teams["Sails"] + teams["Ropes"], 3.0)
    first = crew.opened(world, clock)
    crew.vote(first, moods, seed=1)
    crew.answered(world, crew.closed(first, clock))
    clock.move(days=90)
    second = crew.opened(world, clock)
    crew.vote(second, moods, seed=2)
    second = crew.closed(second, clock)
    assert {figure.change for figure in results.company(second).values()} == {""}
    with refused("unanswered"):
        crew.announced(world)
    crew.answered(world, second)
    clock.move(days=90)
    third = crew.opened(world, clock)
    crew.vote(third, dict.fromkeys(moods, 4.4), seed=3)
    third = crew.closed(third, clock)
    assert {figure.change for figure in results.company(third).values()} == {"up"}
    card = results.of_wave(world.actor(world.anna), third.id)
    assert all(scale.is_compared for scale in card.scales)
    assert not any(scale.is_compared for scale in results.of_wave(world.actor(world.anna), first.id).scales)


def test_whoever_changed_teams_reads_their_new_group_first_and_guests_nothing(
    world: World, clock: Clock, teams: Teams
) -> None:
    wave = crew.opened(world, clock)
    crew.vote(wave, dict.fromkeys(teams["Sails"], 4.0))
    crew.closed(wave, clock)
    assert results.of_wave(persons.actor_for(teams["Ropes"][0]), wave.id).own == "Ropes"
    with pytest.raises(NotFound):
        results.of_wave(world.actor(world.dana), wave.id)


def test_the_works_council_sees_who_is_on_the_lists_while_they_last(
    world: World, clock: Clock, teams: Teams
) -> None:
    wave = crew.opened(world, clock)
    with refused("not_council"):
        reads.rosters(world.actor(world.hanne), wave)
    council(world)
    lists = reads.rosters(world.actor(world.bram), wave)
    assert {label: len(some) for label, some in lists.items()} == {crew.REST: 12, "Ropes": 12, "Sails": 14}
    crew.closed(wave, clock)
    assert reads.rosters(world.actor(world.bram), wave) == {}
