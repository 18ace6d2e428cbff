"""The network from its switch to who stays out of it: opened, seen on a telephone in Dutch, answered, and left; without scripts."""

from datetime import timedelta

from playwright.sync_api import Locator, Page, expect

from tests.browser.doing import press
from tests.browser.visits import Visits
from tests.browser.watch import Watch, overflow, violations
from vloot.ground import clock


def test_the_network_is_opened_seen_answered_and_left(visit: Visits, watch: Watch) -> None:
    watch.expect("status of 422")
    hanne = visit("hanne", at="/company/rooms/network/")
    hanne.get_by_label("on", exact=True).check()
    hanne.locator("#why").fill("To see who should meet")
    press(hanne.get_by_role("button", name="Save"))
    bram = visit("bram", at="/network/", width=360, language="nl", javascript=False)
    ties = wait_for(bram, "Zij zeggen dat je hen hielp")
    expect(ties).to_contain_text("Anna")
    assert overflow(bram) == []
    answer_and_take_back(visit)
    bram.get_by_role("button", name="Blijf buiten het netwerk").tap()
    expect(bram.get_by_role("heading", name="Je blijft buiten het netwerk")).to_be_visible()
    anna = visit("anna", at="/network/")
    expect(anna.get_by_role("heading", name="Nothing to draw yet")).to_be_visible()
    assert violations(anna) == []
    bram.get_by_role("button", name="Tel mij weer mee").tap()
    expect(bram.get_by_role("button", name="Blijf buiten het netwerk")).to_be_visible()
    anna.goto("/network/company/")
    expect(anna.get_by_role("heading", name="Too few to show")).to_be_visible()


def wait_for(page: Page, heading: str) -> Locator:
    """The ties are gathered by the worker, once the room is open."""
    region = page.get_by_role("region", name=heading)
    for _ in range(60):
        if region.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    return region


def answer_and_take_back(visit: Visits) -> None:
    """A host asks the two questions; Anna names Bram, sees that it is kept, and takes it back."""
    chris = visit("chris", at="/network/questions/")
    chris.get_by_label("Last day to answer").fill((clock.now() + timedelta(days=14)).date().isoformat())
    press(chris.get_by_role("button", name="Open the round"))
    anna = visit("anna", at="/network/questions/", javascript=False)
    advice = anna.get_by_label("To whom do you go for advice")
    advice.fill("@bram, Nobody Atall")
    press(anna.get_by_role("button", name="Keep my answers"))
    expect(advice).to_have_value("@bram, Nobody Atall")
    expect(advice).to_have_attribute("aria-invalid", "true")
    advice.fill("@bram")
    press(anna.get_by_role("button", name="Keep my answers"))
    expect(anna.get_by_role("heading", name="What you answered")).to_be_visible()
    press(anna.get_by_role("button", name="Take my answers back"))
    expect(anna.get_by_role("heading", name="What would you say?")).to_be_visible()
    assert violations(anna) == []
