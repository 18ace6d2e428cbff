"""From an empty folder to a company of two; and what they say outlives a stop of the program."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Chromium
from tests.browser.doing import post, press, reply, send, share, unfold
from tests.browser.running import House
from tests.browser.visits import Visits, fill_in
from tests.browser.watch import Watch, violations
from tests.stage import FOLDER

PASSWORD = "salt wind and open water"


@pytest.fixture(scope="module")
def yard() -> Iterator[House]:
    """A Vloot that was started for the first time."""
    house = House(Path(os.environ[FOLDER]) / f"yard-{os.getpid()}", is_empty=True)
    house.start()
    yield house
    house.stop()


@pytest.fixture
def come(yard: House, chromium: Chromium, watch: Watch) -> Iterator[Visits]:
    """Opens pages of the new company."""
    visits = Visits(chromium, yard.origin, watch, {})
    yield visits
    visits.close()


def test_a_company_begins_invites_talks_and_outlives_a_stop(yard: House, come: Visits, watch: Watch) -> None:
    wilma = found(yard, come, watch)
    yusuf = join(wilma, come)
    question = first_question(wilma, yusuf)
    stop_in_the_middle(yard, wilma, yusuf, question, watch)
    again = come(at="/account/login/")
    fill_in(again, "wilma", PASSWORD)
    expect(again.get_by_text("Typed while nobody was at home.")).to_be_visible()


def found(yard: House, come: Visits, watch: Watch) -> Page:
    """The link on the terminal opens the company, once."""
    wilma = come()
    expect(wilma.get_by_role("heading", level=1)).to_be_visible()
    link = re.search(rf"{yard.origin}(/start/\S+)", yard.said())
    assert link, yard.said()
    wilma.goto(link[1])
    assert violations(wilma) == []
    watch.expect("status of 422", "status of 404")
    wilma.get_by_label("What is your company called?").fill("Yard of Ostend")
    wilma.get_by_label("Your name").fill("Wilma Aerts")
    wilma.get_by_label("User name").fill("wilma")
    wilma.get_by_label("Password").fill("short")
    wilma.get_by_role("button", name="Begin").click()
    expect(wilma.get_by_label("Password")).to_have_attribute("aria-invalid", "true")
    expect(wilma.get_by_label("Your name")).to_have_value("Wilma Aerts")
    wilma.get_by_label("Password").fill(PASSWORD)
    wilma.get_by_role("button", name="Begin").click()
    expect(wilma.get_by_text("Your company is here.")).to_be_visible()
    expect(wilma.locator(".brand-name")).to_have_text("Yard of Ostend")
    stranger = come(at=link[1])
    expect(stranger.get_by_role("heading", level=1)).to_have_text("This link does not open anything any more")
    return wilma


def join(wilma: Page, come: Visits) -> Page:
    """Wilma makes a link for Yusuf, who comes in with it; nobody comes in with it after him."""
    wilma.get_by_label("Whom do you invite?").fill("Yusuf Demir")
    wilma.get_by_role("button", name="Make the link").click()
    link = wilma.get_by_label("The link").input_value()
    assert violations(wilma) == []
    yusuf = come(at=link)
    expect(yusuf.get_by_text("Wilma").first).to_be_visible()
    expect(yusuf.get_by_label("Your name")).to_have_value("Yusuf Demir")
    assert violations(yusuf) == []
    yusuf.get_by_label("User name").fill("yusuf")
    yusuf.get_by_label("Password").fill(PASSWORD)
    yusuf.locator("main form .button-main").click()
    yusuf.wait_for_url("**/me/")
    yusuf.goto("/")
    expect(yusuf.get_by_role("heading", level=1)).to_contain_text("Yusuf")
    expect(yusuf.locator(".helper")).to_contain_text("Wilma helps here")
    stranger = come(at=link)
    expect(stranger.get_by_label("Password")).to_have_count(0)
    return yusuf


def first_question(wilma: Page, yusuf: Page) -> str:
    """The first space, the first question, the first answer; empty pages say what to do first."""
    expect(yusuf.get_by_role("heading", name="Calm water")).to_be_visible()
    wilma.goto("/")
    wilma.get_by_role("link", name="Choose your spaces").click()
    wilma.locator("main").get_by_role("link", name="Open a space").last.click()
    wilma.get_by_label("Name").fill("Everybody")
    press(wilma.get_by_role("button", name="Open the space"))
    yusuf.goto("/spaces/")
    press(yusuf.get_by_role("button", name="Join Everybody"))
    yusuf.goto("/ask/")
    yusuf.get_by_label("Your question in one line").fill("Where does one eat here?")
    yusuf.get_by_label("What I need").fill("Something warm.")
    thread = send(yusuf, "Ask")
    wilma.goto(thread)
    reply(wilma, "In the canteen, at noon.")
    return thread


def stop_in_the_middle(yard: House, wilma: Page, yusuf: Page, thread: str, watch: Watch) -> None:
    """The program stops while two pages are open; after its start the pages catch up by themselves."""
    yusuf.goto("/")
    wilma.goto(thread)
    wilma.wait_for_timeout(500)
    watch.expect(
        "ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_CONNECTION_RESET", "ERR_EMPTY"
    )
    yard.stop()
    unfold(yusuf)
    yusuf.get_by_label("What do you want to share?").fill("Typed while nobody was at home.")
    expect(yusuf.locator("form.composer [data-draft-state]")).to_have_text("Not kept yet: no connection")
    yard.start()
    other = wilma.context.new_page()
    share(other, "The lights are on again.", where="Everybody")
    other.goto(thread)
    reply(other, "And there is soup.")
    for page, words in ((yusuf, "The lights are on again."), (wilma, "And there is soup.")):
        pill = page.locator("[data-new-pill] button")
        expect(pill).to_be_visible(timeout=15_000)
        pill.click()
        expect(post(page, words)).to_be_visible()
    expect(post(wilma, "In the canteen, at noon.")).to_be_visible()
    expect(yusuf.get_by_label("What do you want to share?")).to_have_value("Typed while nobody was at home.")
    send(yusuf, "Share")
