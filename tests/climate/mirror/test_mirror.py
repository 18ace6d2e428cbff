"""The mirror: the top team by name, the company with its interval, and no figure about anybody."""

import re
from datetime import timedelta

import pytest

from tests.climate.ground import open_room, published
from tests.stage import Clock
from tests.talk.ways import logged, refused
from tests.world import World
from vloot.climate import care
from vloot.climate.mirror import acts, reads
from vloot.climate.mirror.acts import Ahead, View
from vloot.climate.mirror.reads import Company, Gap
from vloot.climate.mirror.statements import KEYS, STATEMENTS
from vloot.climate.waves.items import SCALES
from vloot.company import acts as company
from vloot.ground import clock as clocks


@pytest.fixture(autouse=True)
def room(world: World) -> None:
    open_room(world)


def all_of(view: str) -> dict[str, View]:
    return {key: View(view, f"Because of {key}") for key in KEYS}


def test_the_top_team_answers_by_name_and_may_change_it(world: World) -> None:
    hanne = world.actor(world.hanne)
    due = clocks.now().date() + timedelta(days=30)
    ahead = Ahead(stands="along", change="I walk the hall on Tuesdays", change_on=due)
    with logged("MirrorAnswered"):
        acts.look(by=hanne, views=all_of("agree"), ahead=ahead)
    mirror = reads.mirror()
    assert [pane.key for pane in mirror.panes] == list(KEYS)
    assert {pane.choices[2].voices[0].person.id for pane in mirror.panes} == {world.hanne.id}
    assert mirror.stands[0].change == "I walk the hall on Tuesdays"
    acts.look(by=hanne, views=all_of("not"), ahead=Ahead(stands="away", why="Not while we sell a hall"))
    mirror = reads.mirror()
    assert not mirror.panes[0].choices[2].voices
    assert mirror.stands[0].stands == "away"
    assert mirror.stands[0].change == ""
    assert care.mine(world.hanne.id)["mirror_outlook"][0]["stands"] == "away"
    care.forget(world.hanne.id)
    assert reads.mirror().stands == []


def test_what_is_refused(world: World) -> None:
    ahead = Ahead(stands="along")
    with refused("not_top"):
        acts.look(by=world.actor(world.chris), views=all_of("agree"), ahead=ahead)
    hanne = world.actor(world.hanne)
    with refused("no_view", "trust"):
        acts.look(by=hanne, views=all_of("agree") | {"trust": View("perhaps")}, ahead=ahead)
    with refused("no_stand", "stands"):
        acts.look(by=hanne, views=all_of("agree"), ahead=Ahead(stands="leader"))
    with refused("change_on", "change_on"):
        acts.look(by=hanne, views=all_of("agree"), ahead=Ahead(stands="along", change="I listen"))


def test_who_leaves_the_top_team_leaves_the_mirror(world: World) -> None:
    acts.look(by=world.actor(world.hanne), views=all_of("agree"), ahead=Ahead(stands="doubt"))
    company.set_top_team(by=world.actor(world.hanne), person_ids=[world.chris.id])
    mirror = reads.mirror()
    assert mirror.stands == []
    assert [card.id for card in mirror.silent] == [world.chris.id]


def test_the_distance_has_the_companys_interval_and_belongs_to_an_answer(world: World, clock: Clock) -> None:
    assert reads.mirror().panes[0].company is None
    assert reads.mirror().panes[0].choices[0].gap is None
    published()
    panes = {pane.key: pane for pane in reads.mirror().panes}
    safety = panes["safety"]
    assert safety.company is not None
    assert (safety.company.mean, safety.company.low, safety.company.high, safety.company.n) == (
        60,
        56,
        64,
        40,
    )
    gaps = {choice.view: choice.gap for choice in safety.choices}
    assert gaps == {
        "not": Gap(side="below", amount=60, low=56, high=64),
        "rather": Gap(side="below", amount=10, low=6, high=14),
        "agree": Gap(side="above", amount=40, low=36, high=44),
    }
    near = Company(mean=52, low=48, high=56, n=40, closed_on=clocks.now().date())
    assert reads.gap("rather", near).side == ""
    assert panes["collaboration"].company is None
    assert not panes["collaboration"].is_measured
    person = {name for name in reads.Voice.__struct_fields__ if re.search("gap|mean|score", name)}
    assert not person, "no figure hangs on a person"


def test_each_scale_of_a_wave_has_its_statement() -> None:
    assert {one.scale for one in STATEMENTS if one.scale} == set(SCALES)
