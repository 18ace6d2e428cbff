"""From a thread to a talk."""

from playwright.sync_api import expect

from tests.browser.doing import menu, post, reply, seen_after_reloading, share
from tests.browser.visits import Visits


def test_anna_asks_bram_to_talk_about_his_answer_and_he_gladly_does(visit: Visits) -> None:
    anna = visit("anna")
    thread = share(anna, "The invoice system shows yesterday's prices.")
    bram = visit("bram", at=thread)
    reply(bram, "I know why; it is a long story.")
    anna.reload()
    menu(post(anna, "it is a long story"), "Shall we talk about it?")
    expect(anna.get_by_role("heading", level=1)).to_have_text("Shall we talk, Bram?")
    anna.get_by_role("radio", name="A coffee").check()
    anna.get_by_label("When or where").fill("Tomorrow at ten, on the quay")
    anna.get_by_role("button", name="Ask", exact=True).click()
    expect(anna.get_by_role("region", name="You asked")).to_contain_text("Bram")

    bram.goto("/notices/")
    seen_after_reloading(
        bram, bram.get_by_role("link").filter(has_text="Anna").filter(has_text="talk").first
    ).click()
    incoming = bram.get_by_role("region", name="They would like to talk with you")
    expect(incoming).to_contain_text("Tomorrow at ten, on the quay")
    incoming.get_by_role("button", name="Yes, gladly").click()
    for page in (bram, anna):
        page.goto("/talks/")
        agreed = page.get_by_role("region", name="Agreed: find each other")
        expect(agreed).to_contain_text("Anna" if page is bram else "Bram")
        expect(agreed).to_contain_text("Tomorrow at ten, on the quay")


def test_a_not_now_leaves_no_trace(visit: Visits) -> None:
    mila = visit("rosa", at="/talks/new/", javascript=False)
    mila.get_by_label("With whom").fill("@sven")
    mila.get_by_label("When or where").fill("At the lighthouse")
    mila.get_by_role("button", name="Ask", exact=True).click()
    before = visit("rosa", at="/notices/").locator(".notice").count()
    sven = visit("sven", at="/talks/", javascript=False)
    sven.get_by_role("button", name="Not now").click()
    expect(sven.get_by_text("At the lighthouse")).to_have_count(0)
    mila.goto("/talks/")
    expect(mila.get_by_text("At the lighthouse")).to_have_count(0)
    mila.wait_for_timeout(1000)
    mila.goto("/notices/")
    assert mila.locator(".notice").count() == before, "nobody is told of a refusal"


def test_where_one_looks_for_private_messages_a_page_says_why_there_are_none(visit: Visits) -> None:
    page = visit("anna")
    page.get_by_role("link", name="Ask somebody to talk").click()
    expect(page.get_by_role("heading", name="Why there are no private messages here")).to_be_visible()
    page.get_by_role("link", name="Ask somebody", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Shall we talk?")
