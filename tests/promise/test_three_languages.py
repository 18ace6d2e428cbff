"""Promise 25: all texts exist in Dutch, French and English."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.conf import settings
from django.test import Client
from django.utils.translation import override

import vloot
from tests.promise import crawl
from tests.world import World
from vloot.people.models import Person
from vloot.talk.posts import acts as posts
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.web.pages.promises import PROMISES

ROOT = Path(vloot.__file__).resolve().parents[2]
LANGUAGES = ("nl", "fr")
PLACES = (
    "/", "/ask/", "/questions/", "/spaces/", "/spaces/new/", "/s/quay/", "/s/quay/members/", "/talks/", "/notices/",
    "/bookmarks/", "/people/", "/people/teams/", "/me/", "/me/sign-in/", "/me/data/", "/promise/", "/company/",
)  # fmt: skip


def catalogue(language: str) -> Catalog:
    path = Path(vloot.__file__).parent / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_without_its_translation(language: str) -> None:
    messages = [message for message in catalogue(language) if message.id]
    assert len(messages) > 300
    for message in messages:
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        assert all(form and form.strip() for form in forms), message.id
        assert not message.fuzzy, message.id


def test_the_catalogues_hold_every_text_there_is() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "catalogue.py"), "check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:]


def test_all_three_are_offered() -> None:
    assert [code for code, _name in settings.LANGUAGES] == ["en", *LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_promise_is_made_in_every_language(language: str) -> None:
    english = {}
    with override("en"):
        english = {promise.number: (str(promise.text), str(promise.limits)) for promise in PROMISES}
    with override(language):
        for promise in PROMISES:
            text, limits = english[promise.number]
            assert str(promise.text) != text, promise.number
            assert not limits or str(promise.limits) != limits, promise.number


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_speaks_english_to_who_reads_another(world: World, language: str) -> None:
    """Sentences of four words and more that have a translation are never seen in English."""
    Person.objects.update(locale=language)
    posts.write(by=world.actor(world.bram), space=world.quay, body="De kraan staat stil")
    questions.ask(
        by=world.actor(world.bram), space=world.quay, wording=Wording(title="Wie heeft de sleutel?")
    )
    english = {
        str(message.id)
        for message in catalogue(language)
        if isinstance(message.id, str) and len(message.id.split()) >= 4 and message.id != message.string
        and not re.search(r"[%{]", message.id)
    }  # fmt: skip
    client = crawl.browser(Person.objects.get(pk=world.chris.pk))
    for page in crawl.visit(client, "chris", [PLACES]):
        assert page.status == 200, page.address
        assert f'<html lang="{language}"' in page.body
        assert [text for text in english if text in page.words] == [], page.address


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_is_said_in_the_readers_language(world: World, language: str) -> None:
    Person.objects.update(locale=language)
    client = crawl.browser(Person.objects.get(pk=world.anna.pk))
    answer = client.post("/", {"kind": "update", "space": str(world.quay.id), "body": ""})
    assert answer.status_code == 422
    assert "There is no text yet" not in answer.content.decode()


def test_a_visitor_is_spoken_to_in_the_language_of_their_browser(world: World, client: Client) -> None:
    heard = {
        language: client.get("/welcome/", headers={"Accept-Language": language}).content.decode()
        for language in ("en", *LANGUAGES)
    }
    for language, said in heard.items():
        assert f'<html lang="{language}"' in said
    assert len(set(heard.values())) == 3
