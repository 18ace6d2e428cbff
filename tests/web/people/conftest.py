from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:
    from tests.world import World
    from vloot.people.models import Person

As = Callable[["Person"], Client]


@pytest.fixture
def world(db: None) -> "World":
    from tests import world

    return world.build()


@pytest.fixture
def as_person(db: None) -> As:
    """A browser in which somebody is signed in."""

    def sign_in(person: "Person") -> Client:
        client = Client()
        client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in
