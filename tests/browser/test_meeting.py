"""A coffee from "I come along" to "we met", on a telephone and without scripts."""

from playwright.sync_api import Page, expect

from tests.browser.visits import Visits
from tests.browser.watch import overflow


def says(page: Page, words: str) -> None:
    expect(page.get_by_text(words).first).to_be_visible()


def test_anna_comes_along_sees_her_table_and_says_that_they_met(visit: Visits) -> None:
    anna = visit("anna", at="/meet/", width=360)
    form = anna.get_by_role("form", name="Do you come along?")
    form.get_by_role("checkbox", name="Tuesday, In the morning").check()
    form.get_by_role("button", name="I come along").click()
    says(anna, "You hear with whom")
    assert overflow(anna) == []
    table = anna.get_by_role("region", name="Coffee with Bram")
    expect(table.get_by_role("list").first).to_contain_text("Bram")
    table.get_by_role("button", name="We met").click()
    says(anna, "It stands when everybody at the table says so")
    bram = visit("bram", at="/meet/", javascript=False)
    bram.get_by_role("region", name="Coffee with Anna").get_by_role("button", name="We met").click()
    says(bram, "You met.")
    bram.get_by_role("button", name="Not this time").click()
    says(bram, "kept without your name")
    bram.get_by_role("link", name="Note down what you learned").click()
    bram.get_by_label("What I found").fill("She waits for us as often as we for her")
    bram.get_by_role("button", name="Keep it").click()
    says(bram, "She waits for us as often")
