"""Code and tables on a telephone: they scroll in their own place, by the keyboard too, and code is copied whole."""

import pytest
from playwright.sync_api import expect

from tests.browser.doing import post, share
from tests.browser.visits import Visits
from tests.browser.watch import overflow, violations

LINE = "for crane in cranes: crane.lift(height=12, load='the long beam of hall 2', slowly=True)"
HEAD = "| Crane | Where it stands on Monday | Who drives it in the morning | What it may lift there |"
BODY = f"Wide things at the quay:\n\n```python\n{LINE}\n```\n\n{HEAD}\n|---|---|---|---|\n| Four | Quay | Bram | Beams |\n"


@pytest.mark.parametrize("place", ["pre", ".table"])
def test_what_is_wide_scrolls_in_its_own_place_by_the_keyboard(visit: Visits, place: str) -> None:
    page = visit("anna", width=360)
    share(page, f"{BODY}\n{place}")
    wide = post(page, "Wide things at the quay").locator(place).first
    expect(wide).to_be_visible()
    assert overflow(page) == []
    assert wide.evaluate("one => one.scrollWidth > one.clientWidth + 50")
    wide.focus()
    expect(wide).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("one => one.scrollLeft > 0", arg=wide.element_handle())
    assert violations(page) == []


def test_code_is_copied_whole(visit: Visits) -> None:
    page = visit("bram", width=360)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    share(page, f"Copy me:\n\n```python\n{LINE}\n```\n")
    button = post(page, "Copy me").get_by_role("button", name="Copy")
    button.tap()
    page.wait_for_function("async line => (await navigator.clipboard.readText()).trim() === line", arg=LINE)
