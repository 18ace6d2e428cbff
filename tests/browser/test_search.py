"""Finding: with the keyboard alone, on a telephone, without scripts."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.story import QUESTION
from tests.browser.visits import Visits
from tests.browser.watch import overflow


def test_rosa_finds_with_the_keyboard_alone(visit: Visits, axe: Callable[[Page], None]) -> None:
    page = visit("rosa")
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search people")
    expect(box).to_be_focused()
    page.keyboard.type("bra")
    options = page.locator(".find .completion [role=option]")
    expect(options.filter(has_text="Bram Desmet")).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(box).to_have_value("bra")
    page.keyboard.press("Control+A")
    page.keyboard.type("cranes from:an")
    expect(options.filter(has_text="Anna Peeters")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(box).to_have_value("cranes from:anna ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=cranes*")
    expect(page.get_by_text("Everything about “cranes” by Anna Peeters")).to_be_visible()
    hit = page.locator(".hit").filter(has_text=QUESTION)
    expect(hit.locator("mark").first).to_have_text("crane")
    axe(page)
    hit.get_by_role("link", name=QUESTION).press("Enter")
    page.wait_for_url("**/t/**")
    page.keyboard.press("/")
    expect(page.get_by_text("You looked for")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=cranes*")


def test_a_slash_in_a_text_is_a_slash(visit: Visits) -> None:
    page = visit("rosa")
    page.locator("#composer summary").first.click()
    body = page.get_by_label("What do you want to share?")
    body.fill("1")
    body.press("/")
    expect(body).to_have_value("1/")
    body.fill("")


def test_sven_finds_on_a_telephone_in_dutch(visit: Visits, axe: Callable[[Page], None]) -> None:
    page = visit("sven", width=360, dark=True, language="nl")
    page.get_by_role("link", name="Zoek", exact=True).tap()
    page.wait_for_url("**/search/")
    assert overflow(page) == []
    axe(page)
    box = page.get_by_role("combobox")
    box.fill("bollards soort:bericht")
    box.press("Enter")
    page.wait_for_url("**/search/?q=bollards*")
    expect(page.locator(".found-said")).to_have_text("Berichten over “bollards”")
    expect(page.locator(".hit mark").first).to_have_text("bollards")
    assert overflow(page) == []
    axe(page)


def test_without_scripts_the_box_is_a_form(visit: Visits) -> None:
    page = visit("bram", javascript=False)
    page.locator(".rail input[name=q]").fill("crane")
    page.locator(".rail input[name=q]").press("Enter")
    page.wait_for_url("**/search/?q=crane")
    expect(page.locator(".hit")).not_to_have_count(0)
    page.get_by_role("navigation", name="What").get_by_role("link", name="Questions").click()
    expect(page.locator(".found-said")).to_have_text("Questions about “crane”")
    page.get_by_role("link", name="Most fitting first").click()
    expect(page.locator(".hit h3").first).to_contain_text("crane")
    page.locator("main input[name=q]").fill("marmalade kind:question")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name="Nobody said this yet")).to_be_visible()
    page.get_by_role("link", name="Ask it as a question").click()
    page.wait_for_url("**/ask/?title=marmalade")
    expect(page.locator("input[name=title]")).to_have_value("marmalade")


def test_what_is_behind_a_door_is_not_found(visit: Visits) -> None:
    page = visit("anna", at="/search/?q=pay+talks")
    expect(page.get_by_role("heading", name="Nobody said this yet")).to_be_visible()
    page = visit("hanne", at="/search/?q=pay+talk")
    expect(page.locator(".hit mark").first).to_have_text("pay")
