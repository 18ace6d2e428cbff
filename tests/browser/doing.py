"""What people do over and over, done as they do it: by the words on the page."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect


def share(page: Page, words: str, *, where: str = "Quay") -> str:
    """Write an update from home; gives the address of its thread."""
    page.goto("/")
    unfold(page)
    choose_space(page, where)
    page.get_by_label("What do you want to share?").fill(words)
    return send(page, "Share")


def unfold(page: Page) -> None:
    """Open the composer when it is folded."""
    composer = page.locator("#composer")
    if composer.get_attribute("open") is None:
        composer.locator("summary").first.click()


def choose_space(page: Page, name: str = "Quay") -> None:
    """Choose where the composer writes; nothing is chosen for whoever is in several spaces."""
    page.get_by_label("Where", exact=True).select_option(label=name)


def choose_kind(page: Page, kind: str) -> None:
    """Choose what the composer is to send."""
    page.get_by_role("group", name="What do you want to do?").get_by_text(kind, exact=True).click()


def send(page: Page, button: str) -> str:
    """Press the composer's button; gives the address of the thread that has come of it."""
    page.locator("form.composer .button-main").filter(has_text=button).click()
    page.wait_for_url(re.compile(r"/t/\d+/"))
    return path(page)


def press(button: Locator) -> None:
    """Press a form's button and wait for the page that answers.

    For a test that goes on to another address at once: left early, the form would be cut off on its way.
    """
    with button.page.expect_navigation():
        button.click()


def path(page: Page) -> str:
    """The page's address without the site and without what is asked."""
    return urlsplit(page.url).path


def post(page: Page, words: str) -> Locator:
    """The post or reply with these words: the innermost."""
    return page.locator("article").filter(has_text=words).last


def menu(article: Locator, entry: str) -> None:
    """Choose something from a post's menu."""
    article.locator("details.menu > summary").last.click()
    article.locator("details.menu[open]").get_by_text(entry, exact=True).click()


def reply(page: Page, words: str) -> None:
    """Answer or reply in the thread that is open."""
    page.locator("#reply-body").fill(words)
    page.locator("#reply .button-main").click()
    expect(post(page, words)).to_be_visible()


def seen_after_reloading(page: Page, wanted: Locator) -> Locator:
    """What the worker brings a moment later: load the page again until it stands there."""
    for _ in range(40):
        if wanted.count():
            return wanted
        page.wait_for_timeout(250)
        page.reload()
    raise AssertionError(f"{wanted} does not come")
