"""Choosing how one is told: one's own, the company's, and what the one does not say the other does."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from tests.notices.test_deliveries import Postbox, after, note
from tests.stage import Clock
from tests.talk.ways import logged, missing, refused, unlogged
from tests.world import World
from vloot import wiring
from vloot.notices import acts, matrix, reads
from vloot.notices.models import Delivery, Notice
from vloot.people.models import Person
from vloot.talk.following import acts as following
from vloot.talk.posts import acts as posts
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces import reads as places

Work = Callable[[], int]


@pytest.fixture
def mail(monkeypatch: pytest.MonkeyPatch) -> Postbox:
    box = Postbox()
    monkeypatch.setitem(wiring.CARRIERS, "mail", box)
    return box


def told(person: Person) -> list[tuple[str, str]]:
    cards = reads.listed(_actor(person), places.readable_names(person.id))
    return [(card.kind, card.reason) for card in cards]


def _actor(person: Person):  # type: ignore[no-untyped-def]
    from vloot.people import reads as people

    return people.actor_for(person.id)


def test_a_default_reaches_all_who_have_not_chosen(world: World, mail: Postbox) -> None:
    hanne, anna = world.actor(world.hanne), world.actor(world.anna)
    with unlogged():
        acts.choose(by=anna, chosen={("thanks", "mail"): "weekly", ("named", "mail"): ""})
    with logged("SettingChanged") as entries:
        acts.choose_for_all(by=hanne, chosen={("thanks", "mail"): "hourly", ("named", "mail"): "at_once"})
    assert entries[0].details == {"setting": "notices.thanks.mail", "was": "off", "is": "hourly"}
    cells = {cell.name: cell for row in matrix.rows(world.anna.id) for cell in row.cells}
    assert (cells["thanks-mail"].chosen, cells["thanks-mail"].company) == ("weekly", "every hour")
    assert cells["named-mail"].chosen == ""
    acts.tell_many([note(world.bram, world.chris, "thanked"), note(world.anna, world.chris, "thanked", 42)])
    rhythms = dict(Delivery.objects.values_list("person__first_name", "rhythm"))
    assert rhythms == {"Bram": "hourly", "Anna": "weekly"}


def test_only_administrators_choose_for_all(world: World) -> None:
    anna = world.actor(world.anna)
    with refused("notices.not_administrator"):
        acts.choose_for_all(by=anna, chosen={("thanks", "mail"): "off"})
    with refused("notices.not_administrator"):
        acts.set_hours_for_all(by=anna, hours=acts.Hours())
    with refused("notices.not_administrator"):
        acts.add_company_holiday(by=anna, first_on=date(2026, 12, 25))


@pytest.mark.parametrize(
    "chosen", [{("naps", "mail"): "off"}, {("named", "page"): "weekly"}, {("named", "fax"): "off"}]
)
def test_what_is_not_offered_is_refused(world: World, chosen: dict[tuple[str, str], str]) -> None:
    with refused("notices.choice"):
        acts.choose(by=world.actor(world.anna), chosen=chosen)


def test_a_channel_nobody_carries_is_not_offered(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "CARRIERS", {"push": Postbox()})
    assert matrix.channels() == ["page", "push"]
    assert [len(row.cells) for row in matrix.rows(None)] == [2] * len(matrix.rows(None))


def test_ones_own_hours_hold_before_the_companys(world: World, clock: Clock, mail: Postbox) -> None:
    with logged("SettingChanged"):
        acts.set_hours_for_all(
            by=world.actor(world.hanne), hours=acts.Hours(quiet_from=time(9), quiet_until=time(12))
        )
    acts.set_hours(by=world.actor(world.bram), hours=acts.Hours(quiet_from=time(0), quiet_until=time(0)))
    acts.tell_many([note(world.anna, world.chris), note(world.bram, world.chris)])
    assert after(clock) == 1
    assert mail.parcels[0].person_id == world.bram.id
    acts.set_hours(by=world.actor(world.anna), hours=acts.Hours(quiet_from=time(20), quiet_until=time(7)))
    assert after(clock) == 1, "what waited follows the new hours"


def test_days_off_let_everything_wait(world: World, clock: Clock, mail: Postbox) -> None:
    today = clock.at.date()
    hanne, anna = world.actor(world.hanne), world.actor(world.anna)
    acts.tell_many([note(world.anna, world.bram), note(world.bram, world.anna)])
    acts.add_holiday(by=anna, first_on=today, last_on=today + timedelta(days=1), name="Sea")
    after(clock)
    assert [parcel.person_id for parcel in mail.parcels] == [world.bram.id]
    with logged("SettingChanged") as entries:
        acts.add_company_holiday(by=hanne, first_on=today + timedelta(days=2), name="Harbour day")
    assert entries[0].details["is"] == "2026-03-04/2026-03-04"
    clock.move(days=2)
    assert acts.deliver() == 0, "the company is closed"
    clock.move(days=1)
    assert acts.deliver() == 1
    with missing():
        acts.drop_holiday(
            by=world.actor(world.bram), holiday_id=matrix.holidays(None)[0].id if matrix.holidays(None) else 1
        )


def test_hours_that_let_nothing_through_are_refused(world: World, clock: Clock) -> None:
    anna, today = world.actor(world.anna), clock.at.date()
    with refused("notices.days", "days"):
        acts.set_hours(by=anna, hours=acts.Hours(working_days=[]))
    with refused("notices.half", "quiet"):
        acts.set_hours(by=anna, hours=acts.Hours(quiet_from=time(9)))
    with refused("notices.backwards", "last_on"):
        acts.add_holiday(by=anna, first_on=today, last_on=today - timedelta(days=1))
    with refused("notices.span", "last_on"):
        acts.add_holiday(by=anna, first_on=today, last_on=today + timedelta(days=400))
    with refused("notices.hears", "hears"):
        acts.hear(by=anna, hears="twice", space_id=world.quay.id)


def test_following_tells_with_its_reason(world: World, work: Work) -> None:
    anna, hanne, bram = world.actor(world.anna), world.actor(world.hanne), world.actor(world.bram)
    following.follow_person(by=anna, person_id=world.bram.id)
    following.follow_tag(by=hanne, tag="tide")
    acts.hear(by=world.actor(world.chris), hears="all", space_id=world.quay.id)
    post = posts.write(by=bram, space=world.quay, body="High water #tide")
    work()
    assert told(world.anna) == [("followed", "because you follow Bram Desmet")]
    assert told(world.hanne) == [("followed", "because you follow #tide")]
    assert told(world.chris) == [("followed", "because you follow the space Quay")]
    acts.hear(by=hanne, hears="all", thread_id=post.id)
    Notice.objects.all().delete()
    posts.comment(by=bram, under=post, body="And again")
    work()
    assert told(world.anna) == []
    assert told(world.hanne) == [("followed", "because you follow this thread")]
    assert told(world.chris) == [("followed", "because you follow the space Quay")]


def test_one_post_is_told_once_and_only_to_who_may_read_it(world: World, work: Work) -> None:
    for person in (world.anna, world.dana, world.bram):
        following.follow_person(by=world.actor(person), person_id=world.chris.id)
    acts.hear(by=world.actor(world.bram), hears="all", space_id=world.slip.id)
    posts.write(by=world.actor(world.chris), space=world.slip, body="@bram look")
    work()
    assert [kind for kind, _why in told(world.bram)] == ["mentioned"]
    assert [kind for kind, _why in told(world.dana)] == ["followed"]
    assert not Notice.objects.filter(person=world.anna).exists()
    spaces.leave(by=world.actor(world.bram), space=world.slip)
    posts.write(by=world.actor(world.chris), space=world.slip, body="Another")
    work()
    assert Notice.objects.filter(person=world.bram).count() == 1


def test_muting_holds_for_all_but_ones_name(world: World, work: Work, clock: Clock, mail: Postbox) -> None:
    anna, bram = world.actor(world.anna), world.actor(world.bram)
    post = posts.write(by=anna, space=world.quay, body="Tide?")
    posts.comment(by=bram, under=post, body="At one")
    work()
    acts.choose(by=anna, chosen={("replies", "mail"): "at_once"})
    with unlogged():
        acts.hear(by=anna, hears="named", thread_id=post.id)
    posts.comment(by=bram, under=post, body="Or two")
    work()
    assert len(Notice.objects.get(person=world.anna).event_ids) == 1
    posts.comment(by=bram, under=post, body="@anna, two!")
    work()
    assert after(clock) == 1
    assert mail.told == [("mentioned", ["Bram"])]
    acts.hear(by=anna, hears="", thread_id=post.id)
    posts.comment(by=bram, under=post, body="Three")
    work()
    assert after(clock) == 1
