"""Sessions end where one asks for it, and at once."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.visits import Visits, enter


def test_signing_out_everywhere_ends_the_other_browser_at_once(visit: Visits) -> None:
    here, there = visit(), visit()
    for page in (here, there):
        enter(page, "mila")
    streaming(there)
    here.goto("/account/sessions/")
    expect(here.get_by_text("Another device").first).to_be_visible()
    here.goto("/me/sign-in/")
    stream_ends(there, lambda: here.get_by_role("button", name="Sign out everywhere").click())
    expect(here.get_by_role("heading", level=1)).to_have_text("Good to see you")
    for page in (here, there):
        page.goto("/people/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Good to see you")


def test_signing_out_everywhere_else_leaves_this_one(visit: Visits) -> None:
    here, there = visit(), visit()
    for page in (here, there):
        enter(page, "mila")
    here.goto("/account/sessions/")
    here.get_by_role("button", name="Sign out everywhere else").click()
    expect(here.get_by_text("Another device")).to_have_count(0)
    there.goto("/people/")
    expect(there.get_by_role("heading", level=1)).to_have_text("Good to see you")


def test_whoever_loses_access_is_out_at_once(visit: Visits) -> None:
    ivo = visit()
    enter(ivo, "ivo")
    streaming(ivo)
    hanne = visit("hanne", at="/people/?name=Ivo")
    hanne.get_by_role("link", name="Ivo Simic").first.click()
    hanne.get_by_role("link", name="Roles, buddy and access").click()
    stream_ends(ivo, lambda: hanne.get_by_role("button", name="End access now").click())
    expect(hanne.get_by_text("Ivo has no access any more")).to_be_visible()
    ivo.goto("/people/")
    expect(ivo.get_by_role("heading", level=1)).to_have_text("Good to see you")
    ivo.fill("input[name=login]", "ivo")
    hanne.get_by_role("button", name="Give access again").click()
    expect(hanne.get_by_text("Ivo has access again")).to_be_visible()
    enter(ivo, "ivo")


def streaming(page: Page) -> None:
    """Wait until the page listens to the live stream."""
    with page.expect_response(lambda answer: answer.url.endswith("/live")):
        page.reload()


def stream_ends(page: Page, deed: Callable[[], None]) -> None:
    """Do something, and see that the page's stream ends of it without anybody touching the page."""
    with page.expect_event("requestfinished", lambda request: request.url.endswith("/live"), timeout=5000):
        deed()
