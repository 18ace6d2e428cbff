"""Promise 24: the analysis of the network is off until an agreement is recorded; then it is one that covers it, and a switch."""

import pytest

from tests.network import scene
from tests.promise.crawl import browser
from tests.stage import work_off
from tests.world import IMPORTER, World
from vloot.company.switches import acts as switches
from vloot.company.switches import rooms
from vloot.company.switches.acts import Decision
from vloot.ground.errors import Refused
from vloot.network import gate
from vloot.network.models import Picture, Tie
from vloot.network.picture import painting
from vloot.network.ties import gathering, reads

LOOKING = ("network", "climate")  # the rooms that look closely at people
PAGES = ("/network/", "/network/company/")


def _nothing_is_computed(world: World) -> None:
    gathering.gather()
    painting.paint_due()
    work_off()
    assert not Tie.objects.exists()
    assert not Picture.objects.exists()
    assert not reads.every()
    assert not reads.between([world.anna.id, world.bram.id])
    for person in (world.anna, world.chris, world.hanne):
        for page in PAGES:
            assert browser(person).get(page).status_code == 422, page


def test_without_an_agreement_nothing_is_computed_and_nothing_shown(world: World) -> None:
    scene.thanked(world, world.anna.id, world.bram.id)
    _nothing_is_computed(world)
    with pytest.raises(Refused) as refused:
        scene.switch_on()
    assert refused.value.code == "room.not_agreed"
    scene.agree(topics=("climate",))
    _nothing_is_computed(world)
    with pytest.raises(Refused):
        scene.switch_on()
    scene.agree(topics=("network",))
    _nothing_is_computed(world)
    scene.switch_on()
    gathering.gather()
    assert Tie.objects.exists()


def test_every_room_that_looks_closely_waits_for_one(world: World) -> None:
    assert rooms.DECLARED[gate.NETWORK].topic == "network"
    for name in LOOKING:
        assert rooms.DECLARED[name].topic == name
        with pytest.raises(Refused):
            switches.switch(by=IMPORTER, room=name, decision=Decision(is_on=True, why="To see"))
