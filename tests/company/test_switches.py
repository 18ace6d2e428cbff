"""Rooms are switched with a why, everybody reads it, and what is off refuses."""

from datetime import timedelta

import pytest

from tests.stage import Clock
from tests.world import IMPORTER, World
from vloot.company.agreements import acts as agreements
from vloot.company.agreements import reads as agreed
from vloot.company.settings import acts as settings
from vloot.company.settings import reads as chosen
from vloot.company.switches import acts, reads, rooms, rules
from vloot.company.switches.acts import Decision
from vloot.ground.errors import NotFound, Refused
from vloot.logbook import chain
from vloot.people import acts as people
from vloot.people import reads as persons
from vloot.people.actor import Actor
from vloot.people.acts import PersonDraft
from vloot.people.models import Person
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft


@pytest.fixture
def admin(world: World) -> Actor:
    people.give_role(by=IMPORTER, person_id=world.hanne.id, role="administrator")
    return persons.actor_for(world.hanne.id)


def poll(world: World) -> PollDraft:
    return PollDraft(space_id=world.quay.id, author_id=world.anna.id, title="Soup?", choices=("Yes", "No"))


def test_what_is_on_as_it_came_is_shown_as_such(world: World) -> None:
    card = reads.card("polls")
    assert (card.is_on, card.is_decided, card.missing) == (True, False, ["why", "host", "training"])


def test_what_is_off_refuses_and_says_whom_to_ask(world: World, admin: Actor) -> None:
    acts.switch(
        by=admin, room="polls", decision=Decision(is_on=False, why="First we talk", host_id=world.chris.id)
    )
    with pytest.raises(Refused, match="Ask Chris Wouters"):
        polls.open(by=world.actor(world.anna), draft=poll(world))
    acts.switch(
        by=admin, room="polls", decision=Decision(is_on=True, why="Now we know how", host_id=world.chris.id)
    )
    polls.open(by=world.actor(world.anna), draft=poll(world))
    assert reads.card("polls").missing == ["training"]
    newest = chain.head()
    assert newest
    assert newest.kind == "RoomSwitched"


def test_an_import_is_kept_in_a_room_that_is_off(world: World, admin: Actor) -> None:
    acts.switch(by=admin, room="polls", decision=Decision(is_on=False, why="Not yet"))
    assert polls.open(by=IMPORTER, draft=poll(world))
    assert not rules.may_use("polls")


def test_nobody_is_invited_as_a_guest_while_the_company_takes_none(world: World, admin: Actor) -> None:
    chris = world.actor(world.chris)
    assert people.invite(by=chris, name="Gus", is_guest=True, space_ids=[world.slip.id])
    acts.switch(by=admin, room="guests", decision=Decision(is_on=False, why="Not this year"))
    with pytest.raises(Refused) as refused:
        people.invite(by=chris, name="Gil", is_guest=True, space_ids=[world.slip.id])
    assert refused.value.code == "room.off"
    assert people.invite(by=chris, name="Gil"), "colleagues are invited all the same"


def test_nobody_becomes_a_guest_in_any_other_way_while_the_company_takes_none(
    world: World, admin: Actor
) -> None:
    people.deactivate(by=admin, person_id=world.dana.id)
    acts.switch(by=admin, room="guests", decision=Decision(is_on=False, why="Not this year"))
    with pytest.raises(Refused, match="switched off"):
        people.give_role(by=admin, person_id=world.anna.id, role="guest")
    with pytest.raises(Refused, match="switched off"):
        people.reactivate(by=admin, person_id=world.dana.id)
    drafts = [
        PersonDraft(external_key="gus", name="Gus Gast", roles=("guest",)),
        PersonDraft(external_key="ida", name="Ida Intern"),
    ]
    placed = people.place_many(by=IMPORTER, drafts=drafts)
    active = dict(Person.objects.filter(id__in=placed.values()).values_list("external_key", "is_active"))
    assert active == {"gus": False, "ida": True}
    people.give_role(by=admin, person_id=world.anna.id, role="council")
    people.reactivate(by=admin, person_id=world.eva.id)
    acts.switch(by=admin, room="guests", decision=Decision(is_on=True, why="Now we do"))
    people.reactivate(by=admin, person_id=placed["gus"])
    assert persons.actor_for(placed["gus"]).is_guest, (
        "who was not let in then is a guest now, and nothing more"
    )


def test_those_who_are_here_as_guests_stay(world: World, admin: Actor) -> None:
    acts.switch(by=admin, room="guests", decision=Decision(is_on=False, why="Not this year"))
    people.give_role(by=admin, person_id=world.dana.id, role="guest")
    assert persons.actor_for(world.dana.id).is_guest


def test_a_room_needs_a_why_a_colleague_and_a_day_that_was(world: World, admin: Actor, clock: Clock) -> None:
    tomorrow = (clock.at + timedelta(days=1)).date()
    for field, decision in {
        "why": Decision(is_on=True, why="  "),
        "host": Decision(is_on=True, why="x", host_id=world.dana.id),
        "trained_on": Decision(is_on=True, why="x", trained_on=tomorrow),
    }.items():
        with pytest.raises(Refused) as refused:
            acts.switch(by=admin, room="polls", decision=decision)
        assert refused.value.field == field
    with pytest.raises(NotFound):
        acts.switch(by=admin, room="moon", decision=Decision(is_on=True, why="x"))
    with pytest.raises(Refused):
        acts.switch(by=world.actor(world.chris), room="polls", decision=Decision(is_on=True, why="x"))


def test_settings_keep_to_their_bounds_and_tell_their_history(world: World, admin: Actor) -> None:
    assert chosen.minimum_group() == 7
    for nonsense in ("4", "0", "-7", "many", "51", "0000000070", "9" * 40):
        with pytest.raises(Refused):
            settings.choose(by=admin, name="company.minimum_group", value=nonsense)
    settings.choose(by=admin, name="company.minimum_group", value="9", why="We are\x00 many")
    settings.choose(by=admin, name="company.house_rules", value="Be kind.\nAsk.")
    assert (chosen.minimum_group(), chosen.house_rules()) == (9, "Be kind.\nAsk.")
    assert [link.kind for link in chain.links()][-2:] == ["SettingChanged", "SettingChanged"]
    with pytest.raises(Refused):
        settings.choose(by=world.actor(world.anna), name="company.house_rules", value="Mine")


def test_agreements_are_read_by_all_and_need_all_their_parts(
    world: World, admin: Actor, clock: Clock
) -> None:
    today = clock.at.date()
    with pytest.raises(Refused) as refused:
        agreements.conclude(by=admin, subject="Network", agreed_on=today, document="", parties="Council")
    assert refused.value.field == "document"
    with pytest.raises(Refused):
        agreements.conclude(
            by=admin, subject="Network", agreed_on=today + timedelta(days=1), document="x", parties="y"
        )
    agreements.conclude(by=admin, subject="Network", agreed_on=today, document="CAO 12", parties="Council")
    assert [card.subject for card in agreed.listed()] == ["Network"]


def test_a_room_that_waits_for_an_agreement_is_off_until_there_is_one(
    world: World, admin: Actor, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms, "DECLARED", dict(rooms.DECLARED))
    room = rooms.declare("looking", "Looking", "Looks closely", topic="network")
    on = Decision(is_on=True, why="To see")
    assert rules.may_use(room).code == "room.not_agreed"
    with pytest.raises(Refused) as refused:
        acts.switch(by=admin, room=room, decision=on)
    assert refused.value.field == "is_on"

    def agree(*topics: str) -> None:
        today = clock.at.date()
        agreements.conclude(by=admin, subject="x", agreed_on=today, document="y", parties="z", topics=topics)

    agree("climate", "nonsense")
    assert agreed.listed()[0].topics == ["climate"]
    assert not rules.may_use(room), "an agreement about something else is none"
    agree("network")
    assert rules.may_use(room)
    acts.switch(by=admin, room=room, decision=on)
    acts.switch(by=admin, room=room, decision=Decision(is_on=False, why="Enough"))
    assert rules.may_use(room).code == "room.off", "an agreement allows, the switch decides"
