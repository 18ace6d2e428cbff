"""Session, person and roles are read at once and anew for every page: what has ended has ended with the next one."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from tests.world import PASSWORD, World
from vloot.people import acts as people
from vloot.people import entrance
from vloot.people.models import Person
from vloot.people.reads import actor_for, card


def signed_in(person: Person) -> Client:
    """A browser in which this person is signed in, with a session that knows them."""
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    key = str(client.session.session_key)
    UserSession.objects.create(user=person, session_key=key, ip="127.0.0.1", user_agent="test")
    return client


def is_in(client: Client) -> bool:
    """Whether the browser gets pages of people who are signed in."""
    return client.get("/notices/").status_code == 200


def test_it_brings_the_person_their_roles_and_their_card(world: World) -> None:
    for person in (world.chris, world.dana, world.anna):
        found = entrance.behind(str(signed_in(person).session.session_key))
        assert found is not None
        assert found.person == person
        assert found.actor() == actor_for(person.id)
        assert found.card == card(person.id)
        assert found.person is not None
        for field in Person._meta.concrete_fields:
            assert getattr(found.person, field.attname) == getattr(person, field.attname), field.attname


def test_nobody_stands_behind_what_is_no_session(world: World) -> None:
    key = str(signed_in(world.anna).session.session_key)
    for other in ("", key[:-1], key.upper(), f"{key}' or '1' = '1", "é" * 32, "\0", "a" * 500):
        assert entrance.behind(other) is None
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert entrance.behind(key) is None


def test_deactivating_ends_it_at_once(world: World) -> None:
    bram = signed_in(world.bram)
    assert is_in(bram)
    people.deactivate(by=world.actor(world.hanne), person_id=world.bram.id)
    assert not is_in(bram)


def test_somebody_inactive_is_nobody_even_while_their_session_lasts(world: World) -> None:
    bram = signed_in(world.bram)
    Person.objects.filter(id=world.bram.id).update(is_active=False)
    found = entrance.behind(str(bram.session.session_key))
    assert found is not None
    assert found.actor() is None
    assert not is_in(bram)


def test_a_new_password_ends_the_sessions_of_the_old_one(world: World) -> None:
    bram = signed_in(world.bram)
    assert is_in(bram)
    world.bram.set_password(PASSWORD + " by night")
    world.bram.save()
    assert not is_in(bram)


def test_signing_out_ends_it(world: World) -> None:
    anna = signed_in(world.anna)
    key = str(anna.session.session_key)
    anna.logout()
    assert entrance.behind(key) is None
    assert not is_in(anna)


def test_a_role_that_was_taken_is_gone_with_the_next_page(world: World) -> None:
    chris = signed_in(world.chris)
    assert chris.get("/people/invite/").status_code == 200
    people.take_role(by=world.actor(world.hanne), person_id=world.chris.id, role="host")
    assert chris.get("/people/invite/").status_code != 200


def test_a_session_is_only_good_for_the_person_it_names(world: World) -> None:
    anna = signed_in(world.anna)
    UserSession.objects.filter(user=world.anna).update(user=world.hanne)
    assert anna.get("/notices/").context["me"].id == world.anna.id


@pytest.mark.parametrize("field", ["_auth_user_hash", "_auth_user_backend"])
def test_what_was_changed_in_a_session_does_not_pass(world: World, field: str) -> None:
    anna = signed_in(world.anna)
    session = anna.session
    session[field] = "vloot.nobody.Backend"
    session.save()
    assert not is_in(anna)
