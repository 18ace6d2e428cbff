"""Walks are agreed: an invitation or an offer, answered or visibly not, and nobody is blamed."""

from datetime import timedelta

import pytest

from tests.meet.walks.ways import agreed, invited, meeting, state, walked
from tests.stage import Clock, work_off
from tests.talk.ways import logged, refused
from tests.world import IMPORTER, World
from vloot.ground import clock as clocks
from vloot.ground.errors import NotFound, Refused
from vloot.logbook.models import Entry
from vloot.meet.walks import acts, lapsing, reads
from vloot.meet.walks.acts import Meeting
from vloot.meet.walks.models import Place, Walk
from vloot.notices.models import Notice
from vloot.people import acts as people


def told(kind: str) -> list[int]:
    work_off()
    return sorted(Notice.objects.filter(kind=kind).values_list("person_id", flat=True))


def test_anna_invites_who_leads_and_both_know_when_and_where(world: World) -> None:
    with logged("WalkInvited"):
        walk = invited(world)
    assert told("walk_invited") == [world.hanne.id]
    with logged("WalkAgreed"):
        acts.accept(by=world.actor(world.hanne), walk=walk, moment=walk.moments[0])
    assert told("walk_agreed") == [world.anna.id]
    card = reads.card(world.actor(world.anna), walk.id)
    assert (card.state, card.where, card.starts_at) == ("agreed", "The paint hall", walk.moments[0])
    assert card.ends_at == walk.moments[0] + timedelta(minutes=45)


def test_while_it_waits_only_the_two_see_an_invitation(world: World) -> None:
    walk = invited(world)
    assert [one.id for one in reads.mine(world.actor(world.hanne))] == [walk.id]
    for other in (world.bram, world.chris, world.dana):
        with pytest.raises(NotFound):
            reads.card(world.actor(other), walk.id)
    acts.accept(by=world.actor(world.hanne), walk=walk, moment=walk.moments[0])
    assert reads.card(world.actor(world.bram), walk.id).state == "agreed"
    with pytest.raises(NotFound):
        reads.card(world.actor(world.dana), walk.id)


def test_after_five_working_days_it_has_lapsed_for_everybody_to_see(world: World, clock: Clock) -> None:
    walk = acts.invite(by=world.actor(world.anna), leader=world.hanne.id, to=meeting(days=20))
    clock.move(days=6)  # a Monday morning and a weekend: four working days
    assert lapsing.lapse_due() == 0
    assert reads.unanswered(world.actor(world.bram)) == []
    clock.move(days=1)
    with logged("WalkLapsed"):
        assert lapsing.lapse_due() == 1
    assert lapsing.lapse_due() == 0
    assert told("walk_lapsed") == [world.anna.id]
    assert [one.id for one in reads.unanswered(world.actor(world.bram))] == [walk.id]
    assert reads.unanswered(world.actor(world.dana)) == []
    with refused("over"):
        acts.accept(by=world.actor(world.hanne), walk=walk, moment=walk.moments[0])
    clock.move(days=29)
    assert reads.unanswered(world.actor(world.bram)) == []


def test_it_lapses_by_the_clock_even_before_the_worker_comes(world: World, clock: Clock) -> None:
    walk = acts.invite(by=world.actor(world.anna), leader=world.hanne.id, to=meeting(days=20))
    clock.move(days=7)
    assert state(world, world.anna, walk) == "lapsed"
    with refused("over"):
        acts.accept(by=world.actor(world.hanne), walk=walk, moment=walk.moments[0])


def test_a_leaders_holidays_do_not_count(world: World, clock: Clock) -> None:
    from vloot.notices import acts as notices

    notices.add_holiday(
        by=world.actor(world.hanne),
        name="Away",
        first_on=clocks.now().date(),
        last_on=clocks.now().date() + timedelta(days=6),
    )
    acts.invite(by=world.actor(world.anna), leader=world.hanne.id, to=meeting(days=20))
    clock.move(days=10)
    assert lapsing.lapse_due() == 0


def test_not_this_time_is_read_by_who_invited_and_stands_in_no_entry(world: World) -> None:
    walk = invited(world)
    with refused("no_answer", "answer"):
        acts.decline(by=world.actor(world.hanne), walk=walk, answer=" ")
    last = Entry.objects.latest("id").id
    acts.decline(by=world.actor(world.hanne), walk=walk, answer="After the launch, gladly")
    (entry,) = Entry.objects.filter(id__gt=last)
    assert (entry.kind, entry.details) == ("WalkAnswered", {}), "that it was answered, not how"
    assert told("walk_declined") == [world.anna.id]
    (card,) = reads.declined(world.actor(world.anna))
    assert card.answer == "After the launch, gladly"
    with pytest.raises(NotFound):
        reads.card(world.actor(world.bram), walk.id)
    assert lapsing.lapse_due() == 0


def test_who_leads_offers_and_who_comes_first_takes_it(world: World) -> None:
    with refused("no_leader"):
        acts.offer(by=world.actor(world.bram), to=meeting())
    with logged("WalkOffered"):
        walk = acts.offer(by=world.actor(world.hanne), to=meeting())
    assert [one.id for one in reads.offers(world.actor(world.anna))] == [walk.id]
    assert reads.offers(world.actor(world.dana)) == []
    with refused("no_place", "place"):
        acts.take(by=world.actor(world.anna), walk=walk, moment=walk.moments[0], to=Meeting())
    with refused("yourself"):
        acts.take(by=world.actor(world.hanne), walk=walk, moment=walk.moments[0], to=meeting())
    acts.take(by=world.actor(world.anna), walk=walk, moment=walk.moments[0], to=meeting())
    assert told("walk_agreed") == [world.hanne.id]
    with refused("taken"):
        acts.take(by=world.actor(world.bram), walk=walk, moment=walk.moments[0], to=meeting())
    assert reads.offers(world.actor(world.bram)) == []


def test_an_offer_ends_with_its_last_moment_and_nobody_is_told(world: World, clock: Clock) -> None:
    walk = acts.offer(by=world.actor(world.hanne), to=meeting())
    clock.move(days=3)
    with refused("taken"):
        acts.take(by=world.actor(world.anna), walk=walk, moment=walk.moments[0], to=meeting())
    assert lapsing.lapse_due() == 1
    assert told("walk_lapsed") == []
    assert reads.unanswered(world.actor(world.anna)) == []


@pytest.mark.parametrize(
    ("to", "code"),
    [
        (Meeting(spot="Here"), "no_moment"),
        (Meeting(spot="Here", moments=[clocks.now().replace(year=2001)]), "moment"),
        (Meeting(spot="Here", moments=[clocks.now().replace(year=2101)]), "moment"),
    ],
)
def test_one_proposes_moments_to_come(world: World, to: Meeting, code: str) -> None:
    with refused(code, "moments"):
        acts.invite(by=world.actor(world.anna), leader=world.hanne.id, to=to)


def test_only_who_leads_is_invited_and_only_by_who_works_here(world: World) -> None:
    with refused("no_leader"):
        invited(world, leader=world.bram)
    with refused("yourself"):
        invited(world, host=world.hanne)
    with refused("guest"):
        invited(world, host=world.dana)
    invited(world)
    with refused("asked"):
        invited(world)
    assert [one.id for one in reads.leaders(world.actor(world.anna))] == [world.hanne.id]
    assert reads.leaders(world.actor(world.dana)) == []


def test_another_moment_than_proposed_is_no_answer(world: World) -> None:
    walk = invited(world)
    with refused("moment", "moment"):
        acts.accept(by=world.actor(world.hanne), walk=walk, moment=walk.moments[0] + timedelta(hours=1))
    with refused("not_invited"):
        acts.accept(by=world.actor(world.bram), walk=walk, moment=walk.moments[0])


def test_both_call_it_off_and_the_other_one_hears(world: World) -> None:
    walk = agreed(world)
    with refused("not_yours"):
        acts.call_off(by=world.actor(world.bram), walk=walk)
    with logged("WalkCalledOff"):
        acts.call_off(by=world.actor(world.hanne), walk=walk, because="The ship came early")
    assert told("walk_off") == [world.anna.id]
    assert reads.to_come(world.actor(world.bram)) == []
    with refused("over"):
        acts.call_off(by=world.actor(world.anna), walk=walk)


def test_an_invitation_that_is_taken_back_was_never_there(world: World) -> None:
    walk = invited(world)
    assert told("walk_invited") == [world.hanne.id]
    with refused("not_yours"):
        acts.call_off(by=world.actor(world.hanne), walk=walk)
    acts.call_off(by=world.actor(world.anna), walk=walk)
    assert told("walk_invited") == told("walk_off") == []
    assert reads.mine(world.actor(world.hanne)) == []


def test_who_leaves_hosts_nobody_any_more(world: World) -> None:
    walk = agreed(world)
    people.deactivate(by=IMPORTER, person_id=world.anna.id)
    assert told("walk_off") == [world.hanne.id]
    assert Walk.objects.get(pk=walk.pk).off_at


def test_places_where_nobody_was_for_long_come_first(world: World, clock: Clock) -> None:
    with refused("not_keeper"):
        acts.list_place(by=world.actor(world.anna), name="Paint hall")
    names = ("Quay", "Paint hall", "Canteen")
    quay, paint, canteen = (acts.list_place(by=world.actor(world.chris), name=name) for name in names)
    assert [one.name for one in reads.places()] == ["Canteen", "Paint hall", "Quay"]
    for place in (canteen, paint):
        walk = acts.invite(
            by=world.actor(world.anna), leader=world.hanne.id, to=meeting(place_id=place.id, spot="")
        )
        acts.accept(by=world.actor(world.hanne), walk=walk, moment=walk.moments[0])
        clock.move(days=1)
    assert [one.name for one in reads.places()] == ["Quay", "Canteen", "Paint hall"]
    acts.drop_place(by=world.actor(world.chris), place=quay)
    assert [one.name for one in reads.places()] == ["Canteen", "Paint hall"]
    acts.list_place(by=world.actor(world.chris), name="quay")
    assert Place.objects.count() == len(names), "what was there comes back"


def test_invitations_to_such_places_stand_first(world: World, clock: Clock) -> None:
    places = {
        name: acts.list_place(by=world.actor(world.chris), name=name).id for name in ("Quay", "Slip", "Hall")
    }
    seen = walked(world, clock)
    Walk.objects.filter(pk=seen.pk).update(place=places["Hall"])
    Walk.objects.filter(pk=seen.pk).update(off_at=None)
    for host, place in ((world.anna, "Hall"), (world.bram, "Slip")):
        Walk.objects.create(
            leader=world.hanne, host=host, moments=[clocks.now() + timedelta(days=3)], place_id=places[place]
        )
    assert [one.place for one in reads.mine(world.actor(world.hanne))] == ["Slip", "Hall"]


def test_teams_become_places_once(world: World) -> None:
    for _turn in range(2):
        acts.list_teams(by=world.actor(world.chris))
    assert [one.name for one in reads.places()] == ["Dock", "Hull"]


def test_three_walks_ahead_are_enough(world: World) -> None:
    for days in (2, 3, 4):
        acts.offer(by=world.actor(world.hanne), to=meeting(days=days))
    with refused("enough_ahead"):
        acts.offer(by=world.actor(world.hanne), to=meeting())
    with pytest.raises(Refused, match="Three walks"):
        invited(world)
