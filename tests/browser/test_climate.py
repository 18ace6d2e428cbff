"""A whole survey of the climate as people live it: agreed on, answered on a phone in Dutch and on paper without JavaScript, and read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Chromium
from tests.browser.doing import path, press
from tests.browser.running import House
from tests.browser.visits import Visits
from tests.browser.watch import Watch, overflow, violations
from tests.stage import FOLDER


@pytest.fixture
def yard() -> Iterator[House]:
    """A company that has not been asked yet how it is."""
    house = House(Path(os.environ[FOLDER]) / f"climate-{os.getpid()}", is_unasked=True)
    house.start()
    yield house
    house.stop()
    assert "Traceback" not in house.said(), house.said()


@pytest.fixture
def come(yard: House, chromium: Chromium, watch: Watch) -> Iterator[Visits]:
    visits = Visits(chromium, yard.origin, watch, {})
    yield visits
    visits.close()


def test_a_survey_from_its_agreement_to_its_results(yard: House, come: Visits, watch: Watch) -> None:
    watch.expect("status of 422")
    agree(come("hanne", at="/climate/"))
    announce(come("chris", at="/climate/"))
    wim = come("wim", at="/climate/", javascript=False)
    press(wim.get_by_role("button", name="I answer on paper"))
    yard.let_pass(days=2)
    yard.beside("tests.browser.turning", "turn")
    sven = answer_in_dutch_on_a_phone(come)
    answer_on_paper(come, printed_code(come("chris", at="/climate/")))
    yard.beside("tests.browser.turning", "answer", "sven", "wim")
    sven.goto("/climate/results/")
    assert path(sven) == "/climate/", "there are none before its end, however many answered"
    yard.let_pass(days=8)
    yard.beside("tests.browser.turning", "turn")
    read_in_dutch_on_a_phone(sven)


def agree(hanne: Page) -> None:
    """The administrator records the agreement, and switches the room on."""
    expect(hanne.get_by_role("heading", name="Not yet in this company")).to_be_visible()
    hanne.get_by_role("link", name="Agreements").first.click()
    hanne.get_by_label("What was agreed on").fill("How we ask each other how we are")
    hanne.get_by_label("Agreed on", exact=True).fill(date.today().isoformat())
    hanne.get_by_label("Where the document can be read").fill("At the gate")
    hanne.get_by_label("Between whom").fill("Management and works council")
    hanne.get_by_label("The climate survey").check()
    press(hanne.get_by_role("button", name="Record it"))
    hanne.goto("/company/rooms/climate/")
    hanne.get_by_label("on", exact=True).check()
    hanne.locator("#why").fill("To hear how we are")
    press(hanne.get_by_role("button", name="Save"))
    hanne.goto("/climate/")
    expect(hanne.get_by_role("heading", name="Nothing was asked yet")).to_be_visible()


def announce(chris: Page) -> None:
    """The host announces it, not without two days that fit."""
    chris.get_by_role("link", name="Announce a survey").click()
    chris.get_by_label("First day").fill((date.today() + timedelta(days=1)).isoformat())
    chris.get_by_label(re.compile("^Last day")).fill((date.today() + timedelta(days=2)).isoformat())
    press(chris.get_by_role("button", name="Announce it"))
    expect(chris.get_by_text("Choose a last day between three days and four weeks")).to_be_visible()
    chris.get_by_label(re.compile("^Last day")).fill((date.today() + timedelta(days=8)).isoformat())
    press(chris.get_by_role("button", name="Announce it"))
    expect(chris.get_by_role("heading", name="A survey is coming")).to_be_visible()


def answer_in_dutch_on_a_phone(come: Visits) -> Page:
    """Twelve statements, one of them unsaid; what is on its way shows, and where it ends."""
    sven = come("sven", at="/climate/", width=360, language="nl")
    sven.get_by_role("link", name="Antwoord nu").click()
    expect(sven.get_by_text("Wat er met je antwoorden gebeurt")).to_be_visible()
    expect(sven.locator(".item")).to_have_count(12)
    expect(sven.get_by_role("button", name="Geef mijn antwoorden af")).to_be_visible()
    assert [*violations(sven), *overflow(sven)] == []
    for item in sven.locator(".item").all()[1:]:
        item.get_by_label("Eerder wel").check()
    sven.locator(".item").first.get_by_label("Liever niet").check()
    sven.get_by_role("button", name="Geef mijn antwoorden af").click()
    expect(sven.get_by_text("Je stembriefje zit in de bus")).to_be_visible(timeout=20_000)
    expect(sven.locator(".item").first).to_be_hidden()
    return sven


def printed_code(chris: Page) -> str:
    """The host prints the codes, once."""
    chris.get_by_role("link", name="Print the codes for paper").click()
    press(chris.get_by_role("button", name="Show the codes, once"))
    code = chris.locator(".codes").inner_text()
    press(chris.get_by_role("link", name="Climate", exact=True).first)
    expect(chris.get_by_text("The codes for paper are printed.")).to_be_visible()
    return code


def answer_on_paper(come: Visits, code: str) -> None:
    """Without JavaScript, by somebody who is nobody there; what was chosen stays when the code was mistyped."""
    wim = come("wim", at="/climate/", javascript=False)
    wim.get_by_role("link", name="to the questions").click()
    for item in wim.locator(".item").all():
        item.get_by_label("Half and half").check()
    wim.get_by_label("The code on your paper").fill("babab babab babab babab babab")
    press(wim.get_by_role("button", name="Cast my ballot"))
    expect(wim.get_by_text("There is no such code in this vote")).to_be_visible()
    expect(wim.locator(".item").last.get_by_label("Half and half")).to_be_checked()
    wim.get_by_label("The code on your paper").fill(code)
    press(wim.get_by_role("button", name="Cast my ballot"))
    expect(wim.get_by_role("heading", name="Your ballot is in the box")).to_be_visible()


def read_in_dutch_on_a_phone(sven: Page) -> None:
    """The results, each figure with its interval and number; and that one's own ballot was counted."""
    sven.goto("/climate/results/")
    assert re.fullmatch(r"/climate/results/\d+/", path(sven))
    row = sven.locator("#safety .dots tbody tr").first
    expect(row).to_contain_text("Het hele bedrijf")
    expect(row).to_contain_text(re.compile(r"\d+–\d+"))
    sven.get_by_text("Werd mijn stembriefje geteld?").click()
    expect(sven.get_by_text("Je stembriefje werd geteld")).to_be_visible()
    assert [*violations(sven), *overflow(sven)] == []
