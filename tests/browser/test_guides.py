"""A how-to page from the answered question it grows from to the day it is looked at again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.doing import path, post, reply, send
from tests.browser.visits import Visits
from tests.browser.watch import overflow


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_an_answer_becomes_a_page_that_others_improve_and_its_owner_looks_at_again(
    visit: Visits, axe: Callable[[Page], None], javascript: bool
) -> None:
    title = f"How do I bleed pump {3 if javascript else 4}?"
    anna = visit("anna", at="/ask/", javascript=javascript)
    anna.get_by_label("Where", exact=True).select_option(label="Quay")
    anna.get_by_label("Your question in one line").fill(title)
    anna.get_by_label("What I need").fill("The steps, in their order.")
    thread = send(anna, "Ask")
    bram = visit("bram", at=thread, javascript=javascript)
    reply(bram, "Open the vent until oil comes.")
    anna.reload()
    post(anna, "Open the vent").get_by_role("button", name="This is the answer").click()
    expect(post(anna, "Open the vent").locator(".accepted-line")).to_be_visible()

    bram.reload()
    bram.get_by_role("link", name="Make a how-to page of this").click()
    expect(bram.get_by_label("How it is done")).to_have_value(
        "The steps, in their order.\n\nOpen the vent until oil comes."
    )
    expect(bram.get_by_text("The page thanks Anna, who asked, and Bram, who answered.")).to_be_visible()
    examine(bram, axe, javascript)
    bram.get_by_label("How it is done").fill("# Before\n\nGloves on.\n\n# Steps\n\n1. Open the vent.")
    bram.get_by_role("button", name="Put it on the shelf").click()
    expect(bram.get_by_role("heading", level=1)).to_have_text(title)
    page = path(bram)
    examine(bram, axe, javascript)

    anna.goto(page)
    anna.get_by_role("link", name="Edit", exact=True).click()
    anna.get_by_label("How it is done").fill("# Before\n\nGloves on.\n\n# Steps\n\n1. Open the vent. Slowly!")
    anna.get_by_label("What you changed").fill("How fast")
    examine(anna, axe, javascript)
    anna.get_by_role("button", name="Save", exact=True).click()
    expect(anna.locator(".words")).to_contain_text("Slowly!")
    expect(anna.get_by_role("link", name="Take it away")).to_have_count(0)
    anna.get_by_role("link", name="What it said before").click()
    expect(anna.get_by_text("How fast")).to_be_visible()
    examine(anna, axe, javascript)

    bram.goto(page)
    bram.get_by_role("link", name="Look at it again").click()
    examine(bram, axe, javascript)
    bram.get_by_role("button", name="Still true").click()
    expect(bram.locator(".guide-foot")).to_contain_text("Bram said it is still true")
    anna.goto(thread)
    expect(anna.get_by_role("heading", name="There is a how-to page about this")).to_be_visible()


def examine(page: Page, axe: Callable[[Page], None], javascript: bool) -> None:
    """Nothing stands in anybody's way and nothing is too wide, on a telephone either."""
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert overflow(page) == [], page.url
        if javascript:
            axe(page)
