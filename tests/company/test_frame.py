"""What stands around every page comes in one question, and is what the two questions apart would say."""

from tests.world import COMPANY, World
from vloot.company import reads
from vloot.company.models import Company
from vloot.company.switches import acts as switches
from vloot.company.switches.acts import Decision
from vloot.people.actor import Actor
from vloot.people.models import Person, Role


def test_it_says_whose_the_page_is_and_who_helps(world: World) -> None:
    for person in (world.anna, world.bram, world.chris, world.dana, world.hanne):
        actor = world.actor(person)
        assert reads.frame(actor).name == reads.name() == COMPANY
        helper = reads.frame(actor).helper
        assert helper == reads.who_helps(actor)
        assert helper is not None
        assert helper.id != person.id


def test_the_buddy_helps_first_and_only_while_they_are_here(world: World) -> None:
    anna = world.actor(world.anna)
    Person.objects.filter(id=world.anna.id).update(buddy=world.bram)
    found = reads.frame(anna).helper
    assert found is not None
    assert found.id == world.bram.id
    Person.objects.filter(id=world.bram.id).update(is_active=False)
    found = reads.frame(anna).helper
    assert found is not None
    assert found.id in (world.chris.id, world.hanne.id)


def test_an_administrator_helps_where_no_host_is(world: World) -> None:
    Role.objects.filter(name="host").delete()
    found = reads.frame(world.actor(world.anna)).helper
    assert found is not None
    assert found.id == world.hanne.id
    assert reads.frame(world.actor(world.hanne)).helper is None


def test_it_names_the_rooms_that_are_off(world: World) -> None:
    hanne = world.actor(world.hanne)
    for room, is_on in (("polls", False), ("guides", True), ("events", False)):
        switches.switch(by=hanne, room=room, decision=Decision(is_on=is_on, why="We said so"))
    assert reads.frame(world.actor(world.anna)).rooms_off == ("events", "polls")


def test_before_there_is_a_company_nobody_helps_and_it_has_no_name(db: None) -> None:
    assert not Company.objects.exists()
    assert reads.frame(Actor(person_id=1)) == reads.Frame("", None)
