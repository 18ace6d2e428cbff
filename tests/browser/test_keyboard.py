"""With the keyboard alone."""

from playwright.sync_api import Page, expect

from tests.browser.visits import Visits


def test_rosa_writes_and_names_somebody_without_a_mouse(visit: Visits) -> None:
    page = visit("rosa")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the page")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    tab_to(page, "summary")
    page.keyboard.press("Enter")
    body = page.get_by_label("What do you want to share?")
    expect(body).to_be_focused()
    page.keyboard.type("The pilot boat is back, says @d")
    options = page.locator(".completion [role=option]")
    expect(options.first).to_be_visible()
    names = options.locator("b").all_inner_texts()
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(body).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id") or "")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(options).to_have_count(0)
    first = names[0].split()[0].lower()
    expect(body).to_have_value(f"The pilot boat is back, says @{first} ")
    page.keyboard.type("this morning.")
    where = page.get_by_label("Where", exact=True)
    where.focus()
    page.keyboard.type("Quay")
    expect(where.locator("option:checked")).to_have_text("Quay")
    body.focus()
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/t/**")
    expect(page.locator("article.card .words")).to_contain_text("The pilot boat is back")
    expect(page.locator("article.card .words a")).to_have_count(1)


def test_the_completion_goes_away_with_escape_and_leaves_the_words(visit: Visits) -> None:
    page = visit("rosa")
    page.locator("#composer summary").first.press("Enter")
    body = page.get_by_label("What do you want to share?")
    expect(body).to_be_focused()
    page.keyboard.type("Ask @br")
    expect(page.locator(".completion [role=option]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".completion [role=option]")).to_have_count(0)
    expect(body).to_have_value("Ask @br")
    body.fill("")


def test_a_menu_and_a_dialog_open_and_close_from_the_keyboard(visit: Visits) -> None:
    page = visit("chris", at="/s/slip/")
    menu = page.locator("details.menu > summary").first
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.menu[open]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("details.menu[open]")).to_have_count(0)
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("details.menu[open]").get_by_role("link", name="Take away").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("article .words").filter(has_text="The Marie-Louise")).to_be_visible()


def test_everything_that_has_the_focus_shows_it(visit: Visits) -> None:
    page = visit("anna")
    for _ in range(30):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            """() => {
            const element = document.activeElement, box = element.getBoundingClientRect(), look = getComputedStyle(element);
            const isSeen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
            return [element.outerHTML.slice(0, 120), isSeen && look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2];
        }"""
        )
        assert shown[1], shown[0]


def tab_to(page: Page, tag: str) -> None:
    """Press Tab until an element of this kind has the focus."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.localName") == tag:
            return
    raise AssertionError(f"no {tag} within twenty tabs")
