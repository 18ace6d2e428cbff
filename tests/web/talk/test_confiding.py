"""Whom one can go to instead of writing: a name for everybody, and no way that leads nowhere."""

from django.test import Client

from tests.world import IMPORTER, World
from vloot.company import acts as company
from vloot.company.models import Company
from vloot.people import acts as people
from vloot.people.models import Person
from vloot.talk.spaces import reads as spaces


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def named(world: World, counsellor: Person) -> None:
    Company.objects.update_or_create(id=1, defaults={"name": "De Werf"})
    people.give_role(by=IMPORTER, person_id=world.hanne.id, role="administrator")
    company.name_counsellor(by=world.actor(world.hanne), person_id=counsellor.id)


def test_a_colleague_is_led_to_the_counsellor(world: World) -> None:
    named(world, world.anna)
    page = client_of(world.bram).get("/order/").content.decode()
    assert f"/talks/new/?to={world.anna.id}" in page
    assert client_of(world.bram).get(f"/talks/new/?to={world.anna.id}").status_code == 200


def test_a_guest_who_may_not_meet_them_reads_the_name_and_what_to_do(world: World) -> None:
    named(world, world.anna)
    assert world.anna.id not in spaces.shared_person_ids(world.actor(world.dana))
    guest = client_of(world.dana)
    for address in ("/order/", "/promise/"):
        page = guest.get(address).content.decode()
        assert "Anna Peeters" in page, address
        assert str(world.anna.id) not in page, address
    assert "ask a host to bring you together" in guest.get("/order/").content.decode()


def test_a_guest_who_shares_a_space_with_them_is_led_there(world: World) -> None:
    named(world, world.bram)
    assert f"/talks/new/?to={world.bram.id}" in client_of(world.dana).get("/order/").content.decode()


def test_the_counsellor_is_not_sent_to_themself(world: World) -> None:
    named(world, world.anna)
    page = client_of(world.anna).get("/order/").content.decode()
    assert "You are the confidential counsellor" in page
    assert f"?to={world.anna.id}" not in page


def test_a_guest_is_led_to_a_counsellor_whom_every_page_names_as_one_who_helps(world: World) -> None:
    named(world, world.hanne)
    assert world.hanne.id not in spaces.shared_person_ids(world.actor(world.dana))
    guest = client_of(world.dana)
    assert f"/talks/new/?to={world.hanne.id}" in guest.get("/order/").content.decode()
    assert f"/people/{world.hanne.id}/" in guest.get("/promise/").content.decode()
