"""Promise 25: every text is there in Dutch, French and English, and a page in one language holds no other."""

from pathlib import Path

import polib
import pytest
from django.test import Client
from django.utils import translation

from tests.world import World
from vloot.notices import words
from vloot.web.pages.promises import PROMISES

LOCALE = Path(__file__).resolve().parents[2] / "src" / "vloot" / "locale"
LANGUAGES = ("nl", "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_waits_for_its_translation(language: str) -> None:
    catalogue = polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))
    waiting = [entry.msgid for entry in catalogue if not entry.translated() or entry.fuzzy]
    assert len(catalogue) > 500
    assert waiting == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_promises_and_notices_are_told_in_the_readers_language(language: str) -> None:
    with translation.override("en"):
        english = [str(one.text) for one in PROMISES] + [str(said) for said in words.SENTENCES.values()]
    with translation.override(language):
        told = [str(one.text) for one in PROMISES] + [str(said) for said in words.SENTENCES.values()]
    assert [text for text, other in zip(english, told, strict=True) if text == other] == []


@pytest.mark.parametrize(("language", "home"), [("nl", "Kade"), ("fr", "Quai"), ("en", "Home")])
def test_a_page_speaks_the_language_its_reader_chose(world: World, language: str, home: str) -> None:
    world.anna.locale = language
    world.anna.save(update_fields=["locale"])
    client = Client()
    client.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get("/").content.decode()
    assert f'<html lang="{language}"' in page
    assert home in page
