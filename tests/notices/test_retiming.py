"""What already waits follows when somebody, or the company, chooses anew; and ends with the one it waited for."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from tests.notices.test_deliveries import Postbox, note
from tests.push.browsers import Browser, registered
from tests.stage import Clock
from tests.world import World
from vloot import wiring
from vloot.ground import clock as now
from vloot.notices import acts, care, choices, engine
from vloot.notices.acts import Hours
from vloot.notices.devices import acts as devices
from vloot.notices.models import Delivery, Device
from vloot.people import acts as people

ENDPOINT = "https://updates.push.services.mozilla.com/wpush/v2/one"


@pytest.fixture(autouse=True)
def mail(monkeypatch: pytest.MonkeyPatch) -> Postbox:
    box = Postbox()
    monkeypatch.setitem(wiring.CARRIERS, "mail", box)
    return box


def waiting(world: World) -> None:
    """Something for each of three, by mail: once a day, as it is built in."""
    for person in (world.anna, world.bram, world.chris):
        acts.tell_many([note(person, world.hanne, "answered")])


def is_as_the_engine_says() -> bool:
    """Whether all that waits is due as if it had been told just now with the choices of now."""
    found = list(Delivery.objects.select_related("notice").filter(ended_at=None))
    persons = {delivery.person_id for delivery in found}
    rests, rhythms = choices.rests(persons), choices.Rhythms(persons)
    return bool(found) and all(
        delivery.rhythm == rhythms.for_kind(delivery.person_id, delivery.notice.kind, "mail")
        and delivery.due_at
        == engine.due(delivery.happened_at, delivery.rhythm, "mail", rests[delivery.person_id])
        for delivery in found
    )


def test_the_companys_new_rhythm_re_times_who_has_not_chosen(
    world: World, clock: Clock, mail: Postbox
) -> None:
    acts.choose(by=world.actor(world.bram), chosen={("answers", "mail"): "weekly"})
    waiting(world)
    before = dict(Delivery.objects.values_list("person_id", "due_at"))
    clock.move(minutes=20)
    acts.choose_for_all(by=world.actor(world.hanne), chosen={("answers", "mail"): "at_once"})
    assert is_as_the_engine_says()
    after = dict(Delivery.objects.values_list("person_id", "due_at"))
    assert after[world.bram.id] == before[world.bram.id], "a choice of one's own stays"
    assert after[world.anna.id] == now.now() - timedelta(minutes=18)
    assert acts.deliver() == 2
    assert {parcel.person_id for parcel in mail.parcels} == {world.anna.id, world.chris.id}


def test_one_s_own_rhythm_re_times_only_one_s_own(world: World, clock: Clock) -> None:
    waiting(world)
    before = dict(Delivery.objects.values_list("person_id", "due_at"))
    acts.choose(by=world.actor(world.anna), chosen={("answers", "mail"): "hourly"})
    after = dict(Delivery.objects.values_list("person_id", "due_at"))
    assert is_as_the_engine_says()
    assert after.pop(world.anna.id) < before.pop(world.anna.id)
    assert after == before


def test_hours_and_days_off_of_the_company_re_time_too(world: World, clock: Clock) -> None:
    waiting(world)
    hanne = world.actor(world.hanne)
    tomorrow: date = (now.now() + timedelta(days=1)).date()
    seen = []

    def look() -> None:
        assert is_as_the_engine_says()
        seen.append(Delivery.objects.get(person=world.anna).due_at)

    look()
    acts.set_hours_for_all(by=hanne, hours=Hours(digest_at=time(16)))
    look()
    acts.set_hours_for_all(by=hanne, hours=Hours())
    acts.add_company_holiday(by=hanne, first_on=tomorrow)
    look()
    free = Delivery.objects.model._meta.apps.get_model("notices", "Holiday").objects.get()
    acts.drop_company_holiday(by=hanne, holiday_id=free.id)
    look()
    assert seen[0] == seen[3]
    assert seen[1] < seen[0] < seen[2]


def gone(world: World) -> None:
    assert not Device.objects.filter(person=world.anna).exists()
    assert not Delivery.objects.filter(person=world.anna, ended_at=None).exists()
    assert Device.objects.filter(person=world.bram).exists()
    assert Delivery.objects.filter(person=world.bram, ended_at=None).exists()


@pytest.fixture
def reached(world: World) -> World:
    """Anna and Bram, each with a browser and something that waits."""
    devices.allow_relays(by=world.actor(world.hanne), hosts=["*.push.services.mozilla.com"])
    for person in (world.anna, world.bram):
        registered(world.actor(person), Browser(f"{ENDPOINT}{person.id}"))
    waiting(world)
    return world


def test_who_is_deactivated_is_reached_nowhere(reached: World, work: Callable[[], int]) -> None:
    people.deactivate(by=reached.actor(reached.hanne), person_id=reached.anna.id)
    work()
    gone(reached)
    assert Delivery.objects.get(person=reached.anna).outcome == Delivery.GONE


def test_who_is_back_before_anybody_looked_keeps_it(reached: World, work: Callable[[], int]) -> None:
    hanne = reached.actor(reached.hanne)
    people.deactivate(by=hanne, person_id=reached.anna.id)
    people.reactivate(by=hanne, person_id=reached.anna.id)
    work()
    assert Delivery.objects.get(person=reached.anna).ended_at is None


def test_who_is_forgotten_leaves_nothing_that_waits(reached: World, clock: Clock) -> None:
    people.ask_to_be_forgotten(by=reached.actor(reached.anna))
    clock.move(days=8)
    assert people.forget_due(rooms=wiring.CARE) == 1
    gone(reached)
    mine = care.mine(reached.anna.id)
    assert (mine["devices"], mine["outbox"], mine["notices"]) == ([], [], [])
