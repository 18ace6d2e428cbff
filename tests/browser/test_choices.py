"""The reader's own language and light."""

import pytest
from playwright.sync_api import expect

from tests.browser.visits import Visits


@pytest.mark.parametrize(
    ("button", "code", "home"), [("Nederlands", "nl", "Kade"), ("Français", "fr", "Quai")], ids=["nl", "fr"]
)
def test_wim_reads_everything_in_his_language(visit: Visits, button: str, code: str, home: str) -> None:
    for javascript in (True, False):
        page = visit("wim", javascript=javascript)
        page.get_by_role("button", name=button).click()
        expect(page.locator("html")).to_have_attribute("lang", code)
        bar = page.locator("nav.places")
        expect(bar.get_by_role("link", name=home)).to_be_visible()
        page.goto("/questions/")
        expect(page.locator("html")).to_have_attribute("lang", code)
        elsewhere = visit("wim", language="en")
        expect(elsewhere.locator("html")).to_have_attribute("lang", code)
        page.get_by_role("button", name="English").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize(("language", "words"), [("nl-BE", "Log in"), ("fr-FR", "Se connecter")])
def test_a_visitor_is_spoken_to_as_their_browser_asks(visit: Visits, language: str, words: str) -> None:
    page = visit(language=language)
    expect(page.locator("html")).to_have_attribute("lang", language[:2])
    expect(page.get_by_role("link", name=words).first).to_be_visible()


def test_a_visitor_can_choose_another_language(visit: Visits) -> None:
    page = visit()
    page.get_by_role("button", name="Nederlands").click()
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    page.goto("/promise/")
    expect(page.get_by_role("button", name="Nederlands")).to_have_attribute("aria-pressed", "true")


def test_night_is_a_choice_that_stays(visit: Visits) -> None:
    for javascript in (True, False):
        page = visit("wim", javascript=javascript)
        day = page.evaluate("() => getComputedStyle(document.body).backgroundColor") if javascript else ""
        page.get_by_role("button", name="Night").click()
        expect(page.get_by_role("button", name="Night")).to_have_attribute("aria-pressed", "true")
        page.goto("/people/")
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        if javascript:
            assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") != day
        page.get_by_role("button", name="As my device").click()
        expect(page.locator("html")).to_have_attribute("data-theme", "auto")
