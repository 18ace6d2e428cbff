from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from tests.web.people.provider import CLIENT, SECRET, Provider, open_provider

if TYPE_CHECKING:
    from tests.world import World
    from vloot.people.models import Person

As = Callable[["Person"], Client]


@pytest.fixture
def world(db: None) -> "World":
    from tests.world import WORLD

    return WORLD.again()


@pytest.fixture
def as_person(db: None) -> As:
    """A browser in which somebody is signed in."""

    def sign_in(person: "Person") -> Client:
        client = Client()
        client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in


@pytest.fixture
def anna(db: None) -> "Person":
    """Anna alone, where nobody else matters."""
    from vloot.people.models import Person

    return Person.objects.create(
        username="anna", name="Anna Peeters", first_name="Anna", email="anna@vloot.example"
    )


@pytest.fixture
def provider(settings: Any, db: None) -> Iterator[Provider]:
    """The company's own sign-in, set up as the three settings do it."""
    with open_provider() as opened:
        company = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]
        app = {
            "provider_id": "company",
            "name": "OpenID Connect",
            "client_id": CLIENT,
            "secret": SECRET,
            "settings": {"server_url": opened.issuer},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {**company, "APPS": [app]}}
        yield opened
