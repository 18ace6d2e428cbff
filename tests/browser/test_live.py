"""What others do arrives by itself, and never moves what one is reading."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.doing import post, press, reply, seen_after_reloading, share
from tests.browser.visits import Visits


def test_a_new_post_waits_at_home_until_one_asks_for_it(visit: Visits) -> None:
    anna, bram = visit("anna"), visit("bram")
    anna.evaluate("() => { globalThis.isSamePage = true; }")
    first = anna.locator(".cards article").first.get_attribute("id")
    share(bram, "The ferry is ten minutes late.")
    pill = anna.locator("[data-new-pill] button")
    expect(pill).to_be_visible()
    expect(pill).to_contain_text("New from Bram")
    expect(post(anna, "The ferry is ten minutes late.")).to_have_count(0)
    assert anna.locator(".cards article").first.get_attribute("id") == first, "nothing has moved"
    pill.click()
    fresh = anna.locator(".cards article").first
    expect(fresh).to_contain_text("The ferry is ten minutes late.")
    expect(fresh).to_be_focused()
    expect(pill).to_be_hidden()
    fresh.get_by_role("button", name="Thank").click()
    expect(fresh).to_contain_text("Anna thanked Bram")
    assert anna.evaluate("() => globalThis.isSamePage")


def test_a_reply_arrives_in_the_open_thread_and_the_dot_lights(visit: Visits) -> None:
    anna = visit("anna")
    thread = share(anna, "Does somebody drive to Antwerp tonight?")
    anna.goto("/notices/")
    if anna.get_by_role("button", name="I have seen them all").count():
        press(anna.get_by_role("button", name="I have seen them all"))
    anna.goto(thread)
    elsewhere = visit("anna", at="/spaces/")
    expect(elsewhere.locator("[data-notice-dot]")).to_be_hidden()
    bram = visit("bram", at=thread)
    reply(bram, "I do, at six.")
    pill = anna.locator("[data-new-pill] button")
    expect(pill).to_contain_text("New from Bram")
    pill.click()
    expect(post(anna, "I do, at six.")).to_be_visible()
    expect(elsewhere.locator("[data-notice-dot]")).to_be_visible()
    elsewhere.get_by_role("navigation", name="Where you can go").get_by_role("link", name="Notices").click()
    expect(elsewhere.get_by_role("listitem").filter(has_text="Bram").first).to_be_visible()


def test_a_comment_arrives_under_what_it_is_about(visit: Visits) -> None:
    anna = visit("anna")
    thread = share(anna, "The north gate stays shut tomorrow.")
    reply(anna, "Use the south gate.")
    reply(anna, "Or the small door.")
    bram = visit("bram", at=thread)
    under = post(bram, "Use the south gate.")
    under.locator(".follow-up > summary").click()
    under.get_by_label("Your comment").fill("Is it wide enough for a lorry?")
    under.get_by_role("button", name="Comment", exact=True).click()
    expect(post(bram, "wide enough")).to_be_visible()
    anna.locator("[data-new-pill] button").click()
    texts = anna.locator("#replies > li .words").all_inner_texts()
    assert [text.strip() for text in texts] == [
        "Use the south gate.",
        "Is it wide enough for a lorry?",
        "Or the small door.",
    ]


def test_a_page_nobody_looks_at_catches_up_when_it_is_seen_again(visit: Visits) -> None:
    anna = visit("anna")
    turn(anna, hidden=True)
    bram = visit("bram")
    share(bram, "The tide table for May hangs in the canteen.")
    anna.wait_for_timeout(800)
    expect(anna.locator("[data-new-pill] button")).to_be_hidden()
    turn(anna, hidden=False)
    anna.locator("[data-new-pill] button").click()
    expect(post(anna, "tide table for May")).to_be_visible()


@pytest.mark.parametrize("at", ["/?before=9000000000000000000", "/s/quay/?before=9000000000000000000"])
def test_what_is_new_belongs_on_the_newest_page(visit: Visits, at: str) -> None:
    anna = visit("anna", at=at)
    share(visit("bram"), "A line for the newest page only.")
    anna.wait_for_timeout(1500)
    expect(anna.locator("[data-new-pill] button")).to_be_hidden()


def test_without_scripts_one_loads_the_page_again(visit: Visits) -> None:
    anna = visit("anna", javascript=False)
    share(visit("bram"), "The crane is painted green.")
    anna.reload()
    expect(post(anna, "painted green")).to_be_visible()
    assert seen_after_reloading(anna, post(anna, "painted green"))


def turn(page: Page, *, hidden: bool) -> None:
    """Put the page behind another one, or bring it back: what the browser would say of it."""
    page.evaluate(
        """(hidden) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
        document.dispatchEvent(new Event('visibilitychange'));
    }""",
        hidden,
    )
