"""Dana is a guest in one space: nothing beyond it exists for her."""

import pytest
from playwright.sync_api import expect

from tests.browser.doing import reply, unfold
from tests.browser.story import QUESTION, SECRET, UPDATE
from tests.browser.visits import Visits
from tests.browser.watch import Watch


@pytest.mark.parametrize(
    "at",
    ["/", "/spaces/", "/questions/", "/people/", "/notices/", "/tags/safety/", "/ask/?title=Which+crane"],
)
def test_no_page_shows_a_guest_what_others_wrote_elsewhere(visit: Visits, at: str) -> None:
    page = visit("dana", at=at)
    for words in (QUESTION, UPDATE, SECRET, "Quay", "Bridge", "Tug log"):
        expect(page.get_by_text(words)).to_have_count(0)


def test_a_guest_reads_and_writes_in_her_own_space_and_wears_a_badge(visit: Visits) -> None:
    dana = visit("dana", at="/spaces/")
    expect(dana.get_by_role("link", name="Open a space")).to_have_count(0)
    dana.get_by_role("link", name="Slip", exact=True).first.click()
    dana.get_by_role("link", name="Reply").first.click()
    reply(dana, "We bring our own paint.")
    bram = visit("bram", at="/s/slip/members/")
    expect(bram.get_by_role("listitem").filter(has_text="Dana").locator(".badge")).to_have_text("guest")


def test_completion_tells_a_guest_only_of_those_she_meets(visit: Visits) -> None:
    dana = visit("dana")
    unfold(dana)
    body = dana.get_by_label("What do you want to share?")
    options = dana.locator(".completion [role=option]")
    body.press_sequentially("Dear @b")
    expect(options).to_have_count(1)
    expect(options).to_contain_text("Bram")
    body.fill("")
    body.press_sequentially("Dear @a")
    dana.wait_for_timeout(600)
    assert not any("Anna" in text for text in options.all_inner_texts())
    body.fill("")
    for asked in ("@dock", "@hull", "#sa"):
        assert dana.context.request.get("/complete/", params={"q": asked}).json() == []
    assert (
        dana.context.request.get("/questions/similar/", params={"q": "Which crane is free"}).text().strip()
        == ""
    )


def test_addresses_of_other_things_are_not_there_for_a_guest(visit: Visits, watch: Watch) -> None:
    watch.expect("status of 404")
    anna = visit("anna", at="/questions/")
    thread = anna.get_by_role("link", name=QUESTION).get_attribute("href") or ""
    me = anna.locator("a.me").get_attribute("href") or ""
    dana = visit("dana")
    for at in (thread, me, "/s/quay/", "/s/bridge/", "/s/quay/members/"):
        dana.goto(at)
        expect(dana.get_by_role("heading", level=1)).to_have_text("This page is not here")
