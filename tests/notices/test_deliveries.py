"""The outbox: what is due goes out once per channel, whatever breaks in between, and only to whom it still concerns."""

from datetime import timedelta

import pytest

from tests.stage import Clock
from tests.world import World
from vloot import wiring
from vloot.notices import acts
from vloot.notices.acts import Note
from vloot.notices.carrying import LEASE, Later, Parcel, Unreachable
from vloot.notices.models import Attention, Choice, Delivery, Notice
from vloot.people import acts as people
from vloot.people.models import Person


class Postbox:
    """A carrier that keeps what it was handed, and does what it is told to with the next ones."""

    def __init__(self) -> None:
        self.parcels: list[Parcel] = []
        self.troubles: list[Exception] = []

    def __call__(self, parcel: Parcel) -> None:
        if self.troubles:
            raise self.troubles.pop()
        self.parcels.append(parcel)

    @property
    def told(self) -> list[tuple[str, list[str]]]:
        return [
            (card.kind, [actor.first_name for actor in card.actors])
            for parcel in self.parcels
            for card in parcel.cards
        ]


@pytest.fixture
def mail(monkeypatch: pytest.MonkeyPatch) -> Postbox:
    box = Postbox()
    monkeypatch.setitem(wiring.CARRIERS, "mail", box)
    return box


def note(to: Person, by: Person, kind: str = "mentioned", about: int = 41, /, **more: object) -> Note:
    settled = {
        "person_id": to.id,
        "kind": kind,
        "object_id": about,
        "actor_id": by.id,
        "link": f"/t/{about}/",
    }
    return Note(**{**settled, **more})  # type: ignore[arg-type]


def after(clock: Clock, minutes: int = 3) -> int:
    clock.move(minutes=minutes)
    return acts.deliver()


def test_without_a_carrier_nothing_is_queued(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for channel in list(wiring.CARRIERS):
        monkeypatch.delitem(wiring.CARRIERS, channel)
    acts.tell_many([note(world.anna, world.bram)])
    assert not Delivery.objects.exists()
    assert Notice.objects.count() == 1


def test_what_names_me_goes_out_at_once(world: World, clock: Clock, mail: Postbox) -> None:
    acts.tell_many([note(world.anna, world.bram)])
    assert acts.deliver() == 0, "first there is time to read it on the page"
    assert after(clock) == 1
    parcel = mail.parcels[0]
    assert (parcel.person_id, parcel.channel, parcel.rhythm, parcel.locale) == (
        world.anna.id,
        "mail",
        "at_once",
        "en",
    )
    assert mail.told == [("mentioned", ["Bram"])]
    assert after(clock) == 0
    assert Delivery.objects.get().outcome == Delivery.SENT


def test_in_one_round_the_same_about_the_same_is_one_notice(world: World, mail: Postbox) -> None:
    """However the notes come, it ends as if they had come one by one."""
    acts.tell_many([note(world.anna, world.hanne)])
    round_of = [note(world.anna, world.bram), note(world.anna, world.chris), note(world.anna, world.bram)]
    assert acts.tell_many(round_of) == 3
    (kept,) = Notice.objects.filter(person=world.anna)
    assert kept.actor_ids == [world.hanne.id, world.bram.id, world.chris.id, world.bram.id]
    (delivery,) = kept.deliveries.filter(channel="mail", ended_at=None)
    assert delivery.actor_ids == kept.actor_ids


def test_several_replies_are_one_line_and_each_is_told_once(
    world: World, clock: Clock, mail: Postbox
) -> None:
    acts.tell_many([note(world.anna, world.bram, event_id=1), note(world.anna, world.chris, event_id=2)])
    after(clock)
    acts.tell_many([note(world.anna, world.chris, event_id=3), note(world.anna, world.chris, event_id=3)])
    after(clock)
    assert mail.told == [("mentioned", ["Chris", "Bram"]), ("mentioned", ["Chris"])]
    assert Notice.objects.count() == 1
    assert len({parcel.key for parcel in mail.parcels}) == 2


def test_what_is_read_on_the_page_is_not_mailed(world: World, clock: Clock, mail: Postbox) -> None:
    acts.tell_many([note(world.anna, world.bram)])
    acts.mark_read(by=world.actor(world.anna))
    assert after(clock) == 0
    assert Delivery.objects.get().outcome == Delivery.READ


def test_who_may_no_longer_read_it_gets_nothing(world: World, clock: Clock, mail: Postbox) -> None:
    acts.tell_many([note(world.bram, world.chris, space_id=world.slip.id)])
    acts.tell_many([note(world.anna, world.chris, space_id=world.bridge.id)])
    after(clock)
    assert [parcel.person_id for parcel in mail.parcels] == [world.bram.id]


def test_who_has_left_gets_nothing(world: World, clock: Clock, mail: Postbox) -> None:
    acts.tell_many([note(world.anna, world.chris)])
    people.deactivate(by=world.actor(world.hanne), person_id=world.anna.id)
    assert after(clock) == 0
    assert Delivery.objects.get().outcome == Delivery.GONE


def test_what_is_removed_is_not_mailed(world: World, clock: Clock, mail: Postbox) -> None:
    acts.tell_many([note(world.anna, world.bram, event_id=1), note(world.anna, world.chris, event_id=2)])
    acts.forget_about([1])
    after(clock)
    assert mail.told == [("mentioned", ["Chris"])]
    acts.tell_many([note(world.anna, world.bram, "mentioned", 77)])
    acts.forget_about([77])
    assert after(clock) == 0


def test_nothing_goes_out_in_quiet_hours(world: World, clock: Clock, mail: Postbox) -> None:
    clock.move(hours=7, minutes=58, seconds=30)  # 17:58:30 in Brussels, so two minutes later it is quiet
    acts.tell_many([note(world.anna, world.bram), note(world.anna, world.bram, "answered", 42)])
    assert after(clock) == 0
    clock.move(hours=13, minutes=50)
    assert acts.deliver() == 0
    assert after(clock, 20) == 1, "all that waited comes together"
    assert sorted(mail.told) == [("answered", ["Bram"]), ("mentioned", ["Bram"])]
    assert mail.parcels[0].rhythm == "daily"


def test_a_worker_that_comes_late_waits_for_the_morning(world: World, clock: Clock, mail: Postbox) -> None:
    acts.tell_many([note(world.anna, world.bram)])
    clock.move(hours=10)
    assert acts.deliver() == 0
    clock.move(hours=13, minutes=1)
    assert acts.deliver() == 1


def test_an_answer_asked_for_a_moment_ago_comes_in_quiet_hours(
    world: World, clock: Clock, mail: Postbox
) -> None:
    Choice.objects.create(group="answers", channel="mail", rhythm="at_once")
    clock.move(hours=12)
    acts.tell_many([note(world.anna, world.bram, "answered", asked_at=clock.at - timedelta(minutes=4))])
    acts.tell_many([note(world.anna, world.bram, "answered", 43, asked_at=clock.at - timedelta(minutes=11))])
    assert acts.deliver() == 1
    assert len(mail.told) == 1


def test_trouble_is_tried_again_and_a_dead_address_is_not(world: World, clock: Clock, mail: Postbox) -> None:
    acts.tell_many([note(world.anna, world.bram)])
    mail.troubles = [Later(), RuntimeError("broken")]
    assert [after(clock), after(clock), after(clock)] == [0, 0, 1]
    acts.tell_many([note(world.anna, world.bram, "mentioned", 42)])
    mail.troubles = [Unreachable()]
    assert [after(clock), after(clock)] == [0, 0]
    assert Delivery.objects.filter(outcome=Delivery.DEAD).count() == 1


class Killed(BaseException):
    """The worker's process ends."""


def test_a_worker_that_dies_leaves_the_same_parcel_to_another(
    world: World, clock: Clock, mail: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed = []

    def dies(parcel: Parcel) -> None:
        handed.append(parcel.key)
        raise Killed

    monkeypatch.setitem(wiring.CARRIERS, "mail", dies)
    acts.tell_many([note(world.anna, world.bram)])
    clock.move(minutes=3)
    with pytest.raises(Killed):
        acts.deliver()
    acts.tell_many([note(world.anna, world.chris)])
    monkeypatch.setitem(wiring.CARRIERS, "mail", mail)
    after(clock, 3)
    assert mail.told == [("mentioned", ["Chris"])], "the first is still in the dead worker's hands"
    clock.move(seconds=LEASE.total_seconds())
    acts.deliver()
    assert mail.told[1:] == [("mentioned", ["Bram"])]
    assert [parcel.key for parcel in mail.parcels][1:] == handed


def test_the_companys_default_reaches_who_has_not_chosen(world: World, clock: Clock, mail: Postbox) -> None:
    acts.tell_many([note(world.anna, world.bram), note(world.bram, world.anna)])
    Choice.objects.create(person=world.bram, group="named", channel="mail", rhythm="at_once")
    Choice.objects.create(group="named", channel="mail", rhythm="off")
    after(clock)
    assert [parcel.person_id for parcel in mail.parcels] == [world.bram.id]
    acts.tell_many([note(world.hanne, world.bram)])
    assert not Delivery.objects.filter(person=world.hanne).exists()


def test_who_wants_it_only_by_mail_does_not_see_it_on_the_page(
    world: World, clock: Clock, mail: Postbox
) -> None:
    Choice.objects.create(person=world.anna, group="named", channel="page", rhythm="off")
    acts.tell_many([note(world.anna, world.bram)])
    from vloot.notices import reads

    assert reads.listed(world.actor(world.anna), {}) == []
    assert reads.unread(world.actor(world.anna), {}) == 0
    assert after(clock) == 1


def test_a_muted_thread_tells_only_who_is_named(world: World, clock: Clock, mail: Postbox) -> None:
    Attention.objects.create(person=world.anna, space_id=world.quay.id, hears="named")
    Attention.objects.create(person=world.anna, thread_id=7, hears="mine")
    here: dict[str, object] = {"space_id": world.quay.id, "thread_id": 6}
    acts.tell_many([note(world.anna, world.bram, "replied", **here)])
    assert not Notice.objects.exists()
    acts.tell_many([note(world.anna, world.bram, **here)])
    acts.tell_many([note(world.anna, world.bram, "replied", space_id=world.quay.id, thread_id=7)])
    assert {notice.kind for notice in Notice.objects.all()} == {"mentioned", "replied"}
