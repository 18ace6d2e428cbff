"""Who helped whom, as two people see it, on a telephone in Dutch without scripts; and what is left when one of them stays out."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.visits import Visits
from tests.browser.watch import overflow, violations


def test_bram_sees_whom_he_helped_stays_out_and_comes_back(visit: Visits) -> None:
    bram = visit("bram", at="/network/", width=360, language="nl", javascript=False)
    expect(wait_for(bram, "Zij zeggen dat je hen hielp")).to_contain_text("Anna")
    assert overflow(bram) == []
    anna = visit("anna", at="/network/")
    expect(anna.get_by_role("region", name="You say that they helped you")).to_contain_text("Bram")
    assert violations(anna) == []
    bram.get_by_role("button", name="Blijf buiten het netwerk").tap()
    expect(bram.get_by_role("heading", name="Je blijft buiten het netwerk")).to_be_visible()
    anna.reload()
    expect(anna.locator("main")).not_to_contain_text("Bram")
    bram.get_by_role("button", name="Tel mij weer mee").tap()
    expect(bram.get_by_role("button", name="Blijf buiten het netwerk")).to_be_visible()
    anna.goto("/network/company/")
    expect(anna.get_by_role("heading", name="Too few to show")).to_be_visible()
    assert violations(anna) == []


def wait_for(page: Page, heading: str) -> Locator:
    """The ties are gathered by the worker, once the room is open."""
    region = page.get_by_role("region", name=heading)
    for _ in range(60):
        if region.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    return region
