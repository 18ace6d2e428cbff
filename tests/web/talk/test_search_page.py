"""The empty page of search shows what one can type, with searches to begin with that lead somewhere."""

import re
from html import unescape
from urllib.parse import unquote_plus

import pytest
from django.test import Client

from tests.world import World
from vloot.people.models import Person
from vloot.talk.search import query


def browser(person: Person, locale: str) -> Client:
    person.locale = locale
    person.save(update_fields=["locale"])
    client = Client()
    client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize(
    ("locale", "who", "mine"),
    [
        ("en", "anna", "in:quay kind:thanks"),
        ("nl", "bram", "in:quay soort:bedankje"),
        ("fr", "bram", "in:quay genre:merci"),
        ("en", "dana", "in:slip kind:thanks"),
    ],
)
def test_every_search_to_begin_with_is_understood(world: World, locale: str, who: str, mine: str) -> None:
    client = browser(getattr(world, who), locale)
    page = client.get("/search/", HTTP_ACCEPT_LANGUAGE=locale).content.decode()
    begin = page.partition('class="plain find-tries"')[2].partition("</ul>")[0]
    addresses = [unescape(address) for address in re.findall(r'href="([^"]+)"', begin)]
    typed = [unquote_plus(address.partition("q=")[2]) for address in addresses]
    assert len(addresses) == 5
    assert mine in typed
    for address, words in zip(addresses, typed, strict=True):
        assert all(term.key for term in query.parse(words).terms), f"{words} is taken for mere words"
        found = client.get(address, HTTP_ACCEPT_LANGUAGE=locale)
        assert found.status_code == 200
        assert "find-tries" not in found.content.decode()
        assert "found-note" not in found.content.decode(), f"{words} is not understood"
