"""Opening, changing and resting spaces, and who hosts them."""

import pytest

from tests.stage import Clock
from tests.talk.ways import in_days, logged, refused, unlogged, unwritten
from tests.world import FOUNDED, IMPORTER, World
from vloot.ground.errors import NotFound
from vloot.people import acts as people
from vloot.talk.models import Membership, Space
from vloot.talk.spaces import acts, reads
from vloot.talk.spaces.acts import SpaceDraft, Terms


def hosts(space: Space) -> list[int]:
    return reads.hosts_of(space.id)


def test_who_opens_a_space_hosts_it(world: World) -> None:
    with logged("SpaceOpened") as entries:
        space = acts.open(by=world.actor(world.anna), terms=Terms(name=" Élan & co ", purpose="Rowing"))
    assert (space.name, space.slug, space.access, space.purpose) == ("Élan & co", "elan-co", "open", "Rowing")
    assert hosts(space) == [world.anna.id]
    assert (entries[0].actor_id, entries[0].object_id, entries[0].space_id) == (
        world.anna.id,
        space.id,
        space.id,
    )


def test_two_spaces_of_one_name_have_two_addresses(world: World) -> None:
    by = world.actor(world.anna)
    slugs = [acts.open(by=by, terms=Terms(name=name)).slug for name in ("Dock", "Dock", "new", "船舶")]
    assert slugs[:2] == ["dock", "dock-2"]
    assert len(set(slugs)) == 4
    assert "new" not in slugs
    assert "" not in slugs


@pytest.mark.parametrize("access", [Space.ON_REQUEST, Space.CLOSED])
def test_a_shut_space_says_why_and_until_when(world: World, access: str) -> None:
    by = world.actor(world.anna)
    space = acts.open(by=by, terms=Terms(name="Pay", access=access, reason=" Wages ", review_on=in_days(90)))
    assert (space.reason, space.review_on) == ("Wages", in_days(90))


@pytest.mark.parametrize(
    ("access", "reason", "days", "code"),
    [
        (Space.CLOSED, " ", 90, "no_reason"),
        (Space.ON_REQUEST, "", 90, "no_reason"),
        (Space.CLOSED, "Wages", None, "no_review"),
        (Space.CLOSED, "Wages", 0, "no_review"),
        (Space.CLOSED, "Wages", 367, "no_review"),
        ("secret", "Wages", 90, "access"),
    ],
)
def test_a_space_is_not_shut_without_reason_and_review(
    world: World, access: str, reason: str, days: int | None, code: str
) -> None:
    review_on = None if days is None else in_days(days)
    with refused(code):
        acts.open(
            by=world.actor(world.anna),
            terms=Terms(name="Pay", access=access, reason=reason, review_on=review_on),
        )


def test_an_open_space_keeps_no_reason(world: World) -> None:
    space = acts.open(
        by=world.actor(world.anna), terms=Terms(name="Pier", reason="none", review_on=in_days(9))
    )
    assert (space.reason, space.review_on) == ("", None)


@pytest.mark.parametrize("name", ["", " x ", "x" * 81])
def test_a_space_has_a_name(world: World, name: str) -> None:
    with refused("name", "name"):
        acts.open(by=world.actor(world.anna), terms=Terms(name=name))


def test_guests_open_none(world: World) -> None:
    with refused("guest"):
        acts.open(by=world.actor(world.dana), terms=Terms(name="My place"))


def test_a_known_key_opens_nothing_twice(world: World) -> None:
    drafts = [SpaceDraft(name="Pier", hosts=[world.chris.id], at=FOUNDED, external_key="x:1")]
    with logged("SpaceOpened"):
        first = acts.open_many(by=IMPORTER, drafts=drafts)
    more = [*drafts, SpaceDraft(name="Jetty", hosts=[world.chris.id], external_key="x:2")]
    with logged("SpaceOpened"):
        second = acts.open_many(by=IMPORTER, drafts=more)
    assert second[0].id == first[0].id
    with unwritten():
        assert [space.id for space in acts.open_many(by=IMPORTER, drafts=more)] == [s.id for s in second]


def test_one_key_twice_in_one_go_is_one_space(world: World) -> None:
    draft = SpaceDraft(name="Pier", hosts=[world.chris.id], external_key="x:1")
    with logged("SpaceOpened"):
        one, other = acts.open_many(by=IMPORTER, drafts=[draft, draft])
    assert one.id == other.id


def test_one_refused_draft_opens_none(world: World) -> None:
    drafts = [SpaceDraft(name="Pier", hosts=[world.chris.id]), SpaceDraft(name="", hosts=[world.chris.id])]
    with refused("name"):
        acts.open_many(by=IMPORTER, drafts=drafts)


def change(world: World, space: Space, **more: object) -> None:
    settled = {"name": "Slipway", "purpose": "Repairs", "access": Space.OPEN, "reason": "", "review_on": None}
    terms = Terms(**{**settled, **more})  # type: ignore[arg-type]
    acts.change(by=world.actor(world.chris), space=space, terms=terms)


def test_hosts_change_a_space(world: World) -> None:
    with logged("SpaceChanged"):
        change(world, world.slip)
    world.slip.refresh_from_db()
    assert (world.slip.name, world.slip.access, world.slip.reason) == ("Slipway", "open", "")
    assert world.slip.slug == "slip", "addresses stay"


def test_a_change_follows_the_rules_of_opening(world: World) -> None:
    with refused("no_reason"):
        change(world, world.quay, access=Space.CLOSED)
    with refused("name", "name"):
        change(world, world.quay, name="")
    with refused("too_long", "purpose"):
        change(world, world.quay, purpose="x" * 401)
    with refused("too_long", "reason"):
        change(world, world.quay, access=Space.CLOSED, reason="x" * 401, review_on=in_days(9))
    with refused("not_host"):
        acts.change(by=world.actor(world.bram), space=world.slip, terms=Terms(name="Mine"))


def test_hosts_appoint_hosts(world: World) -> None:
    chris = world.actor(world.chris)
    with logged("HostAppointed"):
        acts.appoint_host(by=chris, space=world.quay, person_id=world.bram.id)
    assert set(hosts(world.quay)) == {world.chris.id, world.bram.id}
    with unwritten():
        acts.appoint_host(by=chris, space=world.quay, person_id=world.bram.id)
    with logged("HostAppointed"):  # who was no member yet becomes one
        acts.appoint_host(by=chris, space=world.slip, person_id=world.anna.id)
    assert world.anna.id in hosts(world.slip)


def test_only_hosts_and_administrators_appoint(world: World) -> None:
    with refused("not_host"):
        acts.appoint_host(by=world.actor(world.bram), space=world.quay, person_id=world.bram.id)
    acts.appoint_host(by=world.actor(world.hanne), space=world.quay, person_id=world.bram.id)
    assert world.bram.id in hosts(world.quay)


def test_a_host_is_a_colleague_who_is_here(world: World) -> None:
    chris = world.actor(world.chris)
    robot = people.place_many(
        by=IMPORTER, drafts=[people.PersonDraft(external_key="bot", name="Tide", kind="bot")]
    )["bot"]
    for person_id in (world.eva.id, world.finn.id, robot, world.dana.id):
        with refused("cannot_host"):
            acts.appoint_host(by=chris, space=world.slip, person_id=person_id)
    with refused("cannot_host"):
        acts.appoint_host(by=chris, space=world.slip, person_id=1)


def test_hosts_are_dismissed_but_never_the_last(world: World) -> None:
    chris = world.actor(world.chris)
    with refused("last_host"):
        acts.dismiss_host(by=chris, space=world.quay, person_id=world.chris.id)
    acts.appoint_host(by=chris, space=world.quay, person_id=world.bram.id)
    with logged("HostDismissed"):
        acts.dismiss_host(by=world.actor(world.bram), space=world.quay, person_id=world.chris.id)
    assert hosts(world.quay) == [world.bram.id]
    assert Membership.objects.filter(space=world.quay, person=world.chris).exists()
    with unwritten():
        acts.dismiss_host(by=world.actor(world.bram), space=world.quay, person_id=world.anna.id)


def test_a_host_who_left_the_company_is_no_host_to_lean_on(world: World) -> None:
    chris = world.actor(world.chris)
    acts.appoint_host(by=chris, space=world.quay, person_id=world.bram.id)
    people.deactivate(by=world.actor(world.hanne), person_id=world.bram.id)
    with refused("last_host"):
        acts.dismiss_host(by=chris, space=world.quay, person_id=world.chris.id)
    with refused("last_host"):
        acts.leave(by=chris, space=world.quay)


def test_an_archived_space_rests_and_wakes(world: World, clock: Clock) -> None:
    chris = world.actor(world.chris)
    with refused("not_host"):
        acts.archive(by=world.actor(world.anna), space=world.quay)
    with logged("SpaceArchived"):
        acts.archive(by=chris, space=world.quay)
    assert Space.objects.get(pk=world.quay.id).archived_at == clock.at
    with unlogged():
        acts.archive(by=chris, space=world.quay)
    with refused("not_host"):
        acts.reopen(by=world.actor(world.anna), space=world.quay)
    with logged("SpaceReopened"):
        acts.reopen(by=chris, space=world.quay)
    assert Space.objects.get(pk=world.quay.id).archived_at is None


def test_lists_put_archived_spaces_last(world: World) -> None:
    acts.archive(by=world.actor(world.chris), space=world.quay)
    names = [card.name for card in reads.listed(world.actor(world.chris))]
    assert names == ["Bridge", "Slip", "Quay"]
    assert [space.name for space in reads.writable(world.actor(world.anna))] == []


def test_a_reason_comes_up_for_review(world: World, clock: Clock) -> None:
    chris = world.actor(world.chris)
    assert reads.due_for_review(chris, clock.at.date()) == []
    clock.move(days=181)
    assert [card.name for card in reads.due_for_review(chris, clock.at.date())] == ["Bridge", "Slip"]
    assert reads.due_for_review(world.actor(world.bram), clock.at.date()) == []
    card = reads.card(chris, world.slip)
    assert card.is_overdue


def test_what_is_not_visible_is_not_found(world: World) -> None:
    anna, dana = world.actor(world.anna), world.actor(world.dana)
    for read in (reads.get, reads.get_readable):
        with pytest.raises(NotFound):
            read(anna, world.bridge.id)
        with pytest.raises(NotFound):
            read(dana, world.quay.id)
    assert reads.get(anna, world.slip.id) == world.slip
    with pytest.raises(NotFound):
        reads.get_readable(anna, world.slip.id)
    with pytest.raises(NotFound):
        reads.by_slug(anna, "bridge")
    with pytest.raises(NotFound):
        reads.members_of(anna, world.slip)
