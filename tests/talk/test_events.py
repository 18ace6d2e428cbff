"""Events: places in the order of saying yes, whatever people change their mind about, and all at once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stage import Clock
from tests.talk.ways import logged, missing, refused
from tests.world import FOUNDED, IMPORTER, World
from vloot.ground import clock as clocks
from vloot.ground.errors import NotFound
from vloot.notices.models import Notice
from vloot.people import acts as people
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.talk.events import acts, calendars, reads, seats
from vloot.talk.events.acts import EventDraft, Meeting
from vloot.talk.models import Event, EventReply, Post
from vloot.talk.order import acts as order
from vloot.talk.order import sealing
from vloot.talk.posts import acts as posts
from vloot.talk.spaces import acts as spaces
from vloot.talk.timeline import agenda
from vloot.talk.timeline import reads as timeline
from vloot.talk.timeline.board import board


def meeting(**more: object) -> Meeting:
    starts = clocks.now() + timedelta(days=3)
    settled = {
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=2),
        "zone": "Europe/Brussels",
        "place": "Hall 2",
    }
    return Meeting(**{**settled, **more})  # type: ignore[arg-type]


def plan(world: World, person: Person | None = None, **more: object) -> Post:
    who = person or world.anna
    settled = {"space_id": world.quay.id, "author_id": who.id, "title": "Toolbox talk", "meeting": meeting()}
    return acts.plan(by=world.actor(who), draft=EventDraft(**{**settled, **more}))  # type: ignore[arg-type]


def say(world: World, person: Person, event: Post, answer: str) -> None:
    acts.reply(by=world.actor(person), event=event, answer=answer)


def part(world: World, person: Person, event: Post) -> reads.EventPart:
    found = timeline.of_ids(world.actor(person), [event.id])[0].event
    assert found is not None
    return found


def test_people_say_under_their_names_whether_they_come(world: World) -> None:
    with logged("EventPlanned"):
        event = plan(world)
    with logged("EventReplied"):
        say(world, world.chris, event, "yes")
    say(world, world.bram, event, "yes")
    say(world, world.hanne, event, "maybe")
    seen = part(world, world.bram, event)
    assert [card.name for card in seen.coming] == ["Bram Desmet", "Chris Wouters"]
    assert (seen.answer, seen.left, seen.is_waiting, seen.are_more) == ("yes", None, False, False)
    company = reads.said_to(reads.get(world.actor(world.anna), event.id))
    assert [card.name for card in company.maybe] == ["Hanne Maes"]
    say(world, world.bram, event, "")
    assert [card.name for card in part(world, world.bram, event).coming] == ["Chris Wouters"]


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"place": " "}, "no_place", "place"),
        ({"place": "x" * 201}, "long_place", "place"),
        ({"link": "javascript:alert(1)"}, "no_link", "link"),
        ({"capacity": 0}, "no_room", "capacity"),
        ({"zone": "Nowhere/Land"}, "no_zone", "zone"),
        ({"zone": "../../etc/passwd"}, "no_zone", "zone"),
    ],
)
def test_an_event_that_is_none(world: World, more: dict[str, object], code: str, field: str) -> None:
    with refused(code, field):
        plan(world, meeting=meeting(**more))


def test_an_event_lies_ahead_and_ends_after_it_starts(world: World, clock: Clock) -> None:
    now = clock.at
    for starts, ends, code in [
        (now + timedelta(days=1), now + timedelta(days=1), "ends_first"),
        (now - timedelta(days=2), now - timedelta(days=1), "not_ahead"),
        (now + timedelta(days=1), now + timedelta(days=40), "too_long"),
        (now + timedelta(days=1200), now + timedelta(days=1201), "not_ahead"),
    ]:
        with refused(code):
            plan(world, meeting=meeting(starts_at=starts, ends_at=ends))
    with refused("no_title", "title"):
        plan(world, title=" ")
    with missing():
        plan(world, space_id=world.bridge.id)


def test_who_waits_moves_up_and_is_told(world: World, work: Callable[[], int]) -> None:
    event = plan(world, meeting=meeting(capacity=1))
    for person in (world.bram, world.chris, world.hanne):
        say(world, person, event, "yes")
    assert part(world, world.anna, event).left == 0
    assert part(world, world.chris, event).is_waiting
    work()
    say(world, world.bram, event, "no")
    work()
    assert not part(world, world.chris, event).is_waiting
    assert part(world, world.hanne, event).is_waiting
    told = list(Notice.objects.filter(kind="event_moved_up").values_list("person__username", flat=True))
    assert told == ["chris"]
    say(world, world.bram, event, "yes")
    assert part(world, world.bram, event).is_waiting
    acts.change(
        by=world.actor(world.anna), event=event, meeting=meeting(capacity=2), title=event.title, body=""
    )
    work()
    assert not part(world, world.hanne, event).is_waiting
    with refused("taken", "capacity"):
        acts.change(
            by=world.actor(world.anna), event=event, meeting=meeting(capacity=1), title=event.title, body=""
        )


def test_who_comes_hears_of_a_change_and_of_the_end(world: World, work: Callable[[], int]) -> None:
    event = plan(world)
    say(world, world.bram, event, "yes")
    say(world, world.hanne, event, "maybe")
    later = meeting(place="Hall 3")
    with logged("EventChanged"):
        acts.change(by=world.actor(world.anna), event=event, meeting=later, title=event.title, body="")
    with logged():
        acts.change(by=world.actor(world.anna), event=event, meeting=later, title=event.title, body="")
    with refused("not_author"):
        acts.change(by=world.actor(world.bram), event=event, meeting=meeting(), title=event.title, body="")
    with refused("no_reason", "reason"):
        acts.cancel(by=world.actor(world.anna), event=event, reason=" ")
    with logged("EventCancelled"):
        acts.cancel(by=world.actor(world.chris), event=event, reason="The hall is flooded")
    work()
    told = Notice.objects.filter(kind__startswith="event_").values_list("kind", "person__username")
    assert sorted(told) == [("event_cancelled", "bram"), ("event_changed", "bram")]
    assert part(world, world.bram, event).cancelled_reason == "The hall is flooded"
    with refused("over"):
        say(world, world.chris, event, "yes")
    assert Event.objects.get().revision == 2


def test_who_leaves_frees_the_place(world: World, work: Callable[[], int]) -> None:
    event = plan(world, world.bram, space_id=world.slip.id, meeting=meeting(capacity=1))
    say(world, world.bram, event, "yes")
    say(world, world.chris, event, "yes")
    spaces.leave(by=world.actor(world.bram), space=world.slip)
    work()
    assert list(EventReply.objects.values_list("person__username", flat=True)) == ["chris"]
    assert Notice.objects.filter(kind="event_moved_up", person=world.chris).exists()
    other = plan(world, meeting=meeting(capacity=1))
    say(world, world.bram, other, "yes")
    people.deactivate(by=world.actor(world.hanne), person_id=world.bram.id)
    work()
    assert not EventReply.objects.filter(event=other.id).exists()


def test_a_removed_event_is_off(world: World, work: Callable[[], int]) -> None:
    event = plan(world)
    say(world, world.bram, event, "yes")
    work()
    posts.remove(by=world.actor(world.anna), post=event)
    work()
    assert not Event.objects.exists()
    assert list(Notice.objects.values_list("kind", "person__username")) == [("event_cancelled", "bram")]
    with missing():
        reads.get(world.actor(world.bram), event.id)


def test_an_event_that_a_host_takes_away_is_called_off_once(
    world: World, work: Callable[[], int], clock: Clock
) -> None:
    starts = clock.at + timedelta(days=30)
    event = plan(world, meeting=meeting(starts_at=starts, ends_at=starts + timedelta(hours=2)))
    say(world, world.bram, event, "yes")
    order.take_away(by=world.actor(world.chris), post=event, reason="It names a customer")
    work()
    off = Notice.objects.filter(person=world.bram, kind="event_cancelled")
    assert off.count() == 1
    assert Event.objects.filter(post=event).exists(), "it may come back"
    off.delete()
    clock.move(days=15)
    assert sealing.let_go(clock.at) == 1
    work()
    assert not Event.objects.exists()
    assert not off.exists(), "who said yes was told two weeks ago"


def test_what_is_coming_and_what_is_over(world: World, clock: Clock) -> None:
    late = plan(world, meeting=meeting(ends_at=clock.at + timedelta(days=9)))
    soon = plan(world)
    hidden = plan(world, world.chris, space_id=world.bridge.id)
    anna = world.actor(world.anna)
    assert [card.id for card in agenda.coming(anna).cards] == [late.id, soon.id]
    assert [one.id for one in board(anna).coming] == [late.id, soon.id]
    clock.move(days=5)
    assert [card.id for card in agenda.coming(anna).cards] == [late.id]
    assert [card.id for card in agenda.past(anna).cards] == [soon.id]
    assert hidden.id not in [card.id for card in agenda.past(anna).cards]
    with missing():
        reads.get(anna, hidden.id)


def test_the_calendar_is_opened_by_its_address_until_it_is_renewed(world: World) -> None:
    event = plan(world, world.bram, space_id=world.slip.id)
    say(world, world.bram, event, "yes")
    other = plan(world, meeting=meeting(capacity=1))
    say(world, world.anna, other, "yes")
    say(world, world.bram, other, "yes")
    token = calendars.token_of(world.bram.id)
    found = calendars.mine(calendars.owner_of(token))
    assert {entry.id: entry.is_sure for entry in found} == {event.id: True, other.id: False}
    for wrong in ("", "x", f"{world.anna.id}-{token.partition('-')[2]}", token[:-1], f"{world.bram.id}-é"):
        with pytest.raises(NotFound):
            calendars.owner_of(wrong)
    acts.renew_calendar(by=world.actor(world.bram))
    with pytest.raises(NotFound):
        calendars.owner_of(token)
    spaces.leave(by=world.actor(world.bram), space=world.slip)
    assert [entry.id for entry in calendars.mine(world.actor(world.bram))] == [other.id]


def test_an_import_writes_down_what_was_said(world: World, work: Callable[[], int]) -> None:
    draft = EventDraft(
        space_id=world.quay.id,
        author_id=world.finn.id,
        title="The christening",
        meeting=Meeting(
            starts_at=FOUNDED, ends_at=FOUNDED + timedelta(hours=1), zone="UTC", place="Quay", capacity=1
        ),
        at=FOUNDED,
        external_key="e:1",
    )
    one, other = acts.plan_many(by=IMPORTER, drafts=[draft, draft])
    assert one.id == other.id
    acts.reply_many(by=IMPORTER, event=one, answers=[(world.bram.id, "yes"), (world.anna.id, "yes")])
    assert part(world, world.anna, one).is_waiting
    with refused("not_you"):
        acts.reply_many(by=world.actor(world.anna), event=one, answers=[(world.bram.id, "no")])
    posts.remove(by=Actor(person_id=world.finn.id), post=one)
    work()
    assert acts.plan_many(by=IMPORTER, drafts=[draft])[0].id == one.id
    assert not Event.objects.exists(), "what was removed stays so when the import runs again"


MOVES = st.lists(st.tuples(st.integers(1, 9), st.sampled_from(["yes", "maybe", "no", ""])), max_size=60)


@given(MOVES, st.one_of(st.none(), st.integers(1, 6)))
def test_nobody_is_lost_doubled_or_overtaken_whatever_people_say(
    moves: list[tuple[int, str]], room: int | None
) -> None:
    """The order as the act keeps it: a new yes goes to the end, every other word takes one out of it."""
    order: list[int] = []
    before = seats.split(order, room)
    for person, answer in moves:
        if answer == "yes" and person in order:
            continue
        order = [other for other in order if other != person] + ([person] if answer == "yes" else [])
        now = seats.split(order, room)
        assert len(now.seated) <= (room or len(order))
        assert sorted(now.seated + now.waiting) == sorted(set(order))
        assert set(before.seated) - {person} <= set(now.seated), "nobody loses a place they have"
        assert seats.moved_up(before, now) == sorted(set(now.seated) & set(before.waiting))
        assert not now.waiting or len(now.seated) == room, "nobody waits beside a free place"
        before = now
