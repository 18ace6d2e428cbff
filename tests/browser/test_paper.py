"""Without an e-mail address: a code on paper, on a device that others use too."""

import re

from playwright.sync_api import Page, expect

from tests.browser.doing import press, unfold
from tests.browser.running import House
from tests.browser.visits import Visits
from tests.browser.watch import Watch


def test_gerda_comes_in_with_paper_and_the_quiet_device_lets_go_of_her(
    visit: Visits, harbour: House, watch: Watch
) -> None:
    user_name, code = code_for_gerda(visit)
    page = visit(at="/account/login/")
    page.get_by_role("link", name="With a code from paper").click()
    page.get_by_role("button", name="Others use it too").click()
    expect(page.get_by_role("button", name="Others use it too")).to_have_attribute("aria-pressed", "true")
    page.get_by_label("User name").fill(user_name)
    page.get_by_label("Code from your paper").fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How I sign in")
    page.goto("/")
    unfold(page)
    page.get_by_label("What do you want to share?").fill("Half a sentence")
    expect(page.locator("form.composer [data-draft-state]")).to_have_text("Kept as a draft")
    assert stored(page) == {"local": 0, "databases": 0, "caches": 0}

    harbour.let_pass(minutes=4)
    page.goto("/people/")
    expect(page.get_by_role("heading", level=1)).to_have_text("People")
    page.goto("about:blank")  # so that no piece of a page asks before the page itself
    harbour.let_pass(minutes=5)
    page.goto("/people/")
    expect(page.get_by_role("heading", level=1)).to_have_text("You were signed out")
    page.goto("/people/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Good to see you")
    assert stored(page) == {"local": 0, "databases": 0, "caches": 0}
    for _ in range(3):
        page.go_back()
        expect(page.get_by_text("Everyone aboard")).to_have_count(0)

    watch.expect("status of 422")
    page.goto("/sign-in/code/")
    page.get_by_label("User name").fill(user_name)
    page.get_by_label("Code from your paper").fill(code)
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("alert").or_(page.locator(".errors")).first).to_be_visible()
    assert "/sign-in/code/" in page.url, "a code opens the door once"


def test_a_page_left_alone_gives_way_to_the_sign_in_page(visit: Visits) -> None:
    user_name, code = code_for_gerda(visit)
    page = visit(at="/sign-in/code/")
    page.clock.install()
    page.get_by_role("button", name="Others use it too").click()
    page.get_by_label("User name").fill(user_name)
    page.get_by_label("Code from your paper").fill(code)
    press(page.get_by_role("button", name="Come in"))
    page.goto("/")
    page.clock.fast_forward("04:30")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Gerda")
    page.clock.fast_forward("00:40")
    expect(page.get_by_role("heading", level=1)).to_have_text("You were signed out")
    page.goto("/people/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Good to see you")


def test_on_her_own_device_she_chooses_a_password_and_stays(visit: Visits, harbour: House) -> None:
    user_name, code = code_for_gerda(visit)
    page = visit(at="/sign-in/code/", javascript=False)
    page.get_by_label("User name").fill(user_name)
    page.get_by_label("Code from your paper").fill(code)
    page.get_by_label("A password of your own").fill("gulls over the quay")
    page.get_by_role("button", name="Come in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Gerda")
    harbour.let_pass(minutes=10)
    page.goto("/people/")
    expect(page.get_by_role("heading", level=1)).to_have_text("People")


def code_for_gerda(visit: Visits) -> tuple[str, str]:
    """Chris, who is host, makes a code and prints it; gives what stands on the paper."""
    chris = visit("chris", at="/people/?name=Gerda")
    chris.get_by_role("link", name="Gerda Claes").first.click()
    chris.get_by_role("link", name="Print a sign-in code").click()
    chris.get_by_role("button", name="Make the code").click()
    address, user_name, code = chris.locator(".paper .print-big").all_inner_texts()
    assert address.endswith("/sign-in/code/")
    assert re.fullmatch(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", code), code
    chris.emulate_media(media="print")
    expect(chris.get_by_role("navigation")).to_be_hidden()
    expect(chris.locator(".paper")).to_be_visible()
    chris.close()
    return user_name, code


def stored(page: Page) -> dict[str, int]:
    """How much this browser keeps for the site."""
    found: dict[str, int] = page.evaluate(
        """async () => ({
        local: localStorage.length, databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    })"""
    )
    return found
