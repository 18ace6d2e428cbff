"""Who comes to an event is reminded before it: once, at a time that suits them, and never of a time that holds no more."""

from collections.abc import Callable
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from tests.notices.test_deliveries import Postbox
from tests.stage import Clock
from tests.talk.test_events import meeting as usual
from tests.talk.test_events import plan, say
from tests.talk.ways import logged, unlogged
from tests.world import World
from vloot import wiring
from vloot.company.switches import acts as switches
from vloot.company.switches.acts import Decision
from vloot.notices import acts as notices
from vloot.notices.acts import Hours
from vloot.notices.models import Delivery, Notice
from vloot.talk.events import acts, reminding
from vloot.talk.events.acts import Meeting
from vloot.talk.models import Post
from vloot.talk.posts import acts as posts

BRUSSELS = ZoneInfo("Europe/Brussels")
Work = Callable[[], int]


@pytest.fixture(autouse=True)
def mail(monkeypatch: pytest.MonkeyPatch) -> Postbox:
    box = Postbox()
    monkeypatch.setitem(wiring.CARRIERS, "mail", box)
    return box


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


def meeting(begins: str, **more: object) -> Meeting:
    starts = at(begins)
    return usual(starts_at=starts, ends_at=starts.replace(hour=starts.hour + 1), **more)


@pytest.fixture
def event(world: World, clock: Clock) -> Post:
    """On a Wednesday at two; it is Monday. Bram says yes, and so does Anna, who planned it; Chris perhaps, Hanne no."""
    clock.set(at("2026-06-08 10:00"))
    found = plan(world, meeting=meeting("2026-06-10 14:00"))
    for person, answer in (
        (world.anna, "yes"),
        (world.bram, "yes"),
        (world.chris, "maybe"),
        (world.hanne, "no"),
    ):
        say(world, person, found, answer)
    return found


def reminded() -> list[tuple[str, str]]:
    """Who has been reminded, of what."""
    found = Notice.objects.filter(kind="event_near").order_by("person__username")
    return list(found.values_list("person__username", "title"))


def test_who_said_yes_or_maybe_is_reminded_an_hour_before_and_once(
    world: World, clock: Clock, event: Post, work: Work, mail: Postbox
) -> None:
    clock.set(at("2026-06-10 12:59"))
    with unlogged():
        assert reminding.remind_due() == 0
    clock.set(at("2026-06-10 13:00"))
    with logged("EventNear"):
        assert reminding.remind_due() == 3
    work()
    assert reminding.remind_due() == 0
    work()
    words = "Wednesday 10 June, 14:00: Toolbox talk"
    assert reminded() == [("anna", words), ("bram", words), ("chris", words)]
    clock.move(minutes=3)
    notices.deliver()
    assert sorted(parcel.person_id for parcel in mail.parcels) == sorted(
        [world.anna.id, world.bram.id, world.chris.id]
    )
    assert {card.kind for parcel in mail.parcels for card in parcel.cards} == {"event_near"}


def test_who_is_left_alone_then_is_reminded_on_the_morning_before(
    world: World, clock: Clock, event: Post, work: Work
) -> None:
    notices.set_hours(by=world.actor(world.bram), hours=Hours(quiet_from=time(12), quiet_until=time(9)))
    clock.set(at("2026-06-10 08:59"))
    assert reminding.remind_due() == 0
    clock.set(at("2026-06-10 09:00"))
    assert reminding.remind_due() == 1
    work()
    assert [name for name, _title in reminded()] == ["bram"]


def test_a_moved_event_reminds_of_its_new_time_only(
    world: World, clock: Clock, event: Post, work: Work
) -> None:
    clock.set(at("2026-06-10 13:00"))
    reminding.remind_due()
    work()
    assert len(reminded()) == 3
    acts.change(
        by=world.actor(world.anna),
        event=event,
        meeting=meeting("2026-06-11 14:00"),
        title=event.title,
        body="",
    )
    work()
    assert reminded() == []
    assert not Delivery.objects.filter(notice__kind="event_near").exists()
    clock.set(at("2026-06-10 13:30"))
    assert reminding.remind_due() == 0
    clock.set(at("2026-06-11 13:00"))
    assert reminding.remind_due() == 3
    work()
    assert {title for _name, title in reminded()} == {"Thursday 11 June, 14:00: Toolbox talk"}


def test_an_event_moved_while_reminders_were_on_their_way_sends_none(
    world: World, clock: Clock, event: Post, work: Work
) -> None:
    clock.set(at("2026-06-10 13:00"))
    reminding.remind_due()
    acts.change(
        by=world.actor(world.anna),
        event=event,
        meeting=meeting("2026-06-11 14:00"),
        title=event.title,
        body="",
    )
    work()
    assert reminded() == []


@pytest.mark.parametrize("is_told", [True, False])
def test_what_is_off_reminds_nobody(
    world: World, clock: Clock, event: Post, work: Work, is_told: bool
) -> None:
    clock.set(at("2026-06-10 13:00"))
    if is_told:
        reminding.remind_due()
        work()
    acts.cancel(by=world.actor(world.anna), event=event, reason="Rain")
    work()
    reminding.remind_due()
    work()
    assert reminded() == []


def test_neither_a_removed_event_nor_a_room_that_is_off_reminds(
    world: World, clock: Clock, event: Post, work: Work
) -> None:
    other = plan(world, meeting=meeting("2026-06-10 14:00"), title="Another")
    say(world, world.bram, other, "yes")
    posts.remove(by=world.actor(world.anna), post=event)
    clock.set(at("2026-06-10 13:00"))
    switches.switch(by=world.actor(world.hanne), room="events", decision=Decision(is_on=False, why="Quiet"))
    assert reminding.remind_due() == 0
    switches.switch(by=world.actor(world.hanne), room="events", decision=Decision(is_on=True, why="Again"))
    assert reminding.remind_due() == 1
    work()
    assert reminded() == [("bram", "Wednesday 10 June, 14:00: Another")]


def test_who_says_no_after_all_or_only_now_yes_needs_no_reminder(
    world: World, clock: Clock, event: Post, work: Work
) -> None:
    clock.set(at("2026-06-10 13:00"))
    reminding.remind_due()
    say(world, world.bram, event, "no")
    say(world, world.hanne, event, "yes")
    work()
    reminding.remind_due()
    work()
    assert [name for name, _title in reminded()] == ["anna", "chris"]


def test_who_waits_for_a_place_is_reminded_once_there_is_one(world: World, clock: Clock, work: Work) -> None:
    clock.set(at("2026-06-08 10:00"))
    event = plan(world, meeting=meeting("2026-06-10 14:00", capacity=1))
    say(world, world.bram, event, "yes")
    say(world, world.chris, event, "yes")
    clock.set(at("2026-06-10 13:00"))
    assert reminding.remind_due() == 1
    say(world, world.bram, event, "no")
    assert reminding.remind_due() == 1
    work()
    assert [name for name, _title in reminded()] == ["chris"]


def test_a_reminder_that_comes_too_late_is_not_sent(
    world: World, clock: Clock, event: Post, work: Work, mail: Postbox
) -> None:
    clock.set(at("2026-06-10 13:59"))  # the worker slept
    reminding.remind_due()
    work()
    clock.set(at("2026-06-10 14:01"))
    notices.deliver()
    assert mail.parcels == []
    assert set(Delivery.objects.values_list("outcome", flat=True)) == {Delivery.GONE}
    assert reminding.remind_due() == 0


def test_a_reminder_comes_at_once_or_not_at_all(world: World, clock: Clock, event: Post, work: Work) -> None:
    chris = world.actor(world.chris)
    with pytest.raises(Exception, match="offered"):
        notices.choose(by=chris, chosen={("reminders", "mail"): "daily"})
    notices.choose(by=chris, chosen={("reminders", "mail"): "off", ("reminders", "page"): "off"})
    clock.set(at("2026-06-10 13:00"))
    reminding.remind_due()
    work()
    assert [name for name, _title in reminded()] == ["anna", "bram"]
