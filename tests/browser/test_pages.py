"""Every page, for every role: no error, nobody kept out, nothing too wide for a phone, and a human who helps."""

from collections import defaultdict
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.doing import choose_space
from tests.browser.rounds import Found, addresses
from tests.browser.visits import Visits, prove
from tests.browser.watch import COLOURS, NARROW, OPTIONS, Watch, overflow, small, violations

# Role, who has it, and how many pages there are at least: a round that finds fewer has lost its way.
ROLES = [
    ("visitor", "", 12),
    ("member", "anna", 55),
    ("guest", "dana", 40),
    ("host", "chris", 60),
    ("administrator", "hanne", 60),
    ("works council", "udo", 55),
]
DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}


class Seen:
    """What was looked at: a page with nothing on it, and nothing around it, that another role's has not is the same page.

    One that is made of nothing but parts of others is looked at for its size only.
    """

    def __init__(self) -> None:
        self.shapes: dict[str, list[frozenset[str]]] = defaultdict(list)
        self.parts: set[str] = set()

    def is_new(self, page: Found) -> bool:
        return not page.frame <= self.parts or not any(page.shape <= one for one in self.shapes[page.kind])

    def has_new_parts(self, page: Found) -> bool:
        return not page.frame | page.shape <= self.parts

    def add(self, page: Found) -> None:
        self.shapes[page.kind].append(page.shape)
        self.parts |= page.frame | page.shape


@pytest.fixture(scope="session")
def looked_at() -> Seen:
    return Seen()


@pytest.mark.parametrize(("role", "who", "at_least"), ROLES, ids=[role for role, _, _ in ROLES])
def test_every_page_is_open_to_everybody(
    visit: Visits, looked_at: Seen, role: str, who: str, at_least: int
) -> None:
    page = visit(who)
    if who:
        prove(page)
    found = list(addresses(page.context.request))
    assert len(found) >= at_least, f"only {len(found)} pages for a {role}: {found}"
    # Under /cast/ a page does not know whom it could name a helper.
    known = [page for page in found if not page.address.startswith("/cast/")]
    assert not who or not (lonely := [page.address for page in known if not page.names_somebody]), lonely
    amiss = {}
    for one in found:
        if looked_at.is_new(one):
            if wrong := look_at(page, one) if looked_at.has_new_parts(one) else measure(page, one):
                amiss[f"{one.kind} {one.address}"] = wrong
            looked_at.add(one)
    assert not amiss, "\n".join(f"{name}\n  " + "\n  ".join(wrong) for name, wrong in amiss.items())


def look_at(page: Page, found: Found) -> list[str]:
    """What is wrong with a page: on a desk by day, then on a telephone by night.

    What only a telephone shows, the bar at the thumb, is the same on every page: home is looked at for all of them.
    """
    page.goto(found.address)
    return everywhere(page, on_a_telephone=OPTIONS if found.kind in ("home", "welcome") else NARROW)


def measure(page: Page, found: Found) -> list[str]:
    """What is too wide or too small on a page."""
    page.goto(found.address)
    resize(page, DESK)
    wrong = [f"on a desk: {what}" for what in overflow(page)]
    resize(page, PHONE)
    return [*wrong, *(f"on a telephone: {what}" for what in overflow(page)), *small(page)]


def everywhere(page: Page, on_a_telephone: dict[str, Any] = OPTIONS) -> list[str]:
    page.emulate_media(color_scheme="light")
    resize(page, DESK)
    found = [f"on a desk: {what}" for what in [*overflow(page), *violations(page)]]
    # The night changes colours and nothing else, and has the same on a desk.
    page.emulate_media(color_scheme="dark")
    resize(page, PHONE)
    found += [
        f"on a telephone by night: {what}" for what in [*overflow(page), *violations(page, on_a_telephone)]
    ]
    found += [f"too small for a finger: {what}" for what in small(page)]
    return found


def resize(page: Page, size: ViewportSize) -> None:
    """Give the page a screen as long as it is, so that the bar at the thumb covers nothing that one could scroll to."""
    page.set_viewport_size(size)
    page.set_viewport_size({**size, "height": page.evaluate("() => document.documentElement.scrollHeight")})


@pytest.mark.parametrize("who", ["", "anna"], ids=["visitor", "member"])
def test_a_page_that_is_not_there_says_so_and_leads_on(visit: Visits, watch: Watch, who: str) -> None:
    watch.expect("status of 404")
    page = visit(who, at="/people/17/" if who else "/nowhere/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    assert everywhere(page) == []
    page.get_by_role("link", name="To the harbour").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("This page is not here")


@pytest.mark.parametrize("who", ["", "anna"], ids=["visitor", "member"])
def test_a_telephone_by_day_is_as_readable(visit: Visits, who: str) -> None:
    page = visit(who, width=360)
    for at in ("/welcome/", "/promise/", *(("/", "/people/", "/me/", "/notices/") if who else ())):
        page.goto(at)
        resize(page, PHONE)
        assert violations(page, COLOURS) == [], at


def test_a_refused_form_says_what_to_do_where_it_is(visit: Visits, watch: Watch) -> None:
    watch.expect("status of 422")
    page = visit("anna", at="/ask/")
    choose_space(page)
    page.get_by_label("What I know").fill("Crane 2 is in repair.")
    page.get_by_role("button", name="Ask", exact=True).click()
    title = page.get_by_label("Your question in one line")
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_be_focused()
    expect(page.get_by_label("What I know")).to_have_value("Crane 2 is in repair.")
    assert everywhere(page) == []
    page.get_by_label("What I know").fill("")
