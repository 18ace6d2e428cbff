"""The frame: moments, places, the sheet of icons, the choice of look and language."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.world import World
from vloot.ground import clock
from vloot.people.models import Person
from vloot.web.shell import icons, moments, places
from vloot.web.shell.addresses import address

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
STATIC = Path(settings.HERE) / "web" / "static"


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=3), "3 hours ago"),
        (timedelta(days=6, hours=23), "6 days ago"),
        (timedelta(days=8), "22 February"),
        (timedelta(days=300), "6 May 2025"),
        (-timedelta(hours=1), "2 March 2026, 13:00"),
    ],
)
def test_moments_are_said_in_words(ago: timedelta, words: str) -> None:
    with clock.freeze(NOON):
        assert moments.ago(NOON - ago) == words


def test_a_moment_carries_its_exact_time() -> None:
    with clock.freeze(NOON):
        html = moments.when(NOON - timedelta(minutes=3))
    assert html == '<time datetime="2026-03-02T11:57:00Z" title="2 March 2026, 11:57">3 minutes ago</time>'
    assert moments.when(None) == moments.day(None) == moments.exact(None) == ""


@pytest.mark.parametrize(
    ("name", "args", "here"),
    [
        ("home", (), "home"),
        ("ask", (), "ask"),
        ("questions", (), "ask"),
        ("space", ("quay",), "spaces"),
        ("people:index", (), "people"),
        ("thread", (1,), ""),
    ],
)
def test_one_place_at_most_is_here(name: str, args: tuple[object, ...], here: str) -> None:
    assert places.here(reverse(name, args=args)) == here
    assert [place.key for place in places.places(here) if place.is_here] == ([here] if here else [])


def test_five_places_fit_under_the_thumb() -> None:
    assert sum(place.is_at_thumb for place in places.places("")) == 5


def test_short_addresses_are_those_of_reverse() -> None:
    assert address("thread", 12) == reverse("thread", args=(12,))


def test_the_sheet_of_icons_is_the_one_lucide_draws() -> None:
    assert (STATIC / "img" / "icons.svg").read_text() == icons.sheet(), "make it anew with icons.sheet()"
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")


def test_every_style_sheet_is_imported_once() -> None:
    whole = (STATIC / "css" / "vloot.css").read_text()
    for sheet in (STATIC / "css").glob("*.css"):
        assert whole.count(f'"{sheet.name}"') == (sheet.name != "vloot.css"), sheet.name


def test_the_look_is_kept_in_a_cookie(client: Client, db: None) -> None:
    answer = client.post(reverse("look"), {"look": "dark", "next": "/welcome/"})
    assert answer["Location"] == "/welcome/"
    assert 'data-theme="dark"' in client.get("/welcome/").content.decode()
    client.post(reverse("look"), {"look": "<b>"})
    assert 'data-theme="dark"' in client.get("/welcome/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_a_choice_never_leads_elsewhere(client: Client, db: None, elsewhere: str) -> None:
    assert client.post(reverse("look"), {"look": "dark", "next": elsewhere})["Location"] == "/"


def test_a_chosen_language_stays_with_the_person(world: World) -> None:
    client = Client()
    client.force_login(world.anna, "allauth.account.auth_backends.AuthenticationBackend")
    client.post(reverse("language"), {"language": "nl", "next": "/welcome/"})
    assert Person.objects.get(id=world.anna.id).locale == "nl"
    assert '<html lang="nl"' in client.get("/welcome/").content.decode()
    client.post(reverse("language"), {"language": "xx"})
    assert Person.objects.get(id=world.anna.id).locale == "nl"


def test_a_form_that_was_too_old_gives_the_words_back(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(reverse("look"), {"body": "what I <b>wrote</b>"})
    assert answer.status_code == 403
    assert "what I &lt;b&gt;wrote&lt;/b&gt;" in answer.content.decode()


def test_what_is_not_here_says_so_kindly(client: Client, db: None) -> None:
    answer = client.get("/no/such/page/")
    assert answer.status_code == 404
    assert "This page is not here" in answer.content.decode()
