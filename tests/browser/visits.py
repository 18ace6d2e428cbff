"""Who comes to see the company, and how: signed in or not, with what screen, language and light."""

from typing import Any

from django.urls import reverse
from playwright.sync_api import BrowserContext, Page

from tests.browser.chromium import Chromium
from tests.browser.watch import Watch

PATIENCE = 10_000  # milliseconds until something that should show counts as missing


class Visits:
    """Opens pages of one company; each call is a browser of its own, with its own cookies.

    `visit("anna")` gives a page of Anna's, signed in, at home; `visit()` one of a stranger's.
    Options: `at="/promise/"`, `javascript=False`, `width=360`, `dark=True`, `language="nl"`, `worker=True`.
    """

    def __init__(self, chromium: Chromium, origin: str, watch: Watch, sessions: dict[str, Any]) -> None:
        self.origin = origin
        self._chromium = chromium
        self._watch = watch
        self._sessions = sessions  # cookies of who has signed in already
        self._opened: list[BrowserContext] = []

    # law: arguments because each says by name what screen it is
    def __call__(
        self,
        who: str = "",
        *,
        at: str = "/",
        javascript: bool = True,
        width: int = 1280,
        dark: bool = False,
        language: str = "en",
        worker: bool = False,
    ) -> Page:
        """A page of somebody's."""
        if who and who not in self._sessions:
            self._sessions[who] = self.sign_in(who)
        context = self._chromium.browser.new_context(
            base_url=self.origin,
            storage_state=self._sessions.get(who),
            java_script_enabled=javascript,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            locale=language,
            reduced_motion="reduce",
            has_touch=width < 700,
            # Only tests about it meet the worker: all others see each page as the server makes it.
            service_workers="allow" if worker else "block",
        )
        self._opened.append(context)
        context.set_default_timeout(PATIENCE)
        self._watch.over(context)
        page = context.new_page()
        page.goto(at)
        return page

    def sign_in(self, who: str) -> Any:
        """The cookies of a person after the sign-in form."""
        context = self._chromium.browser.new_context(base_url=self.origin, java_script_enabled=False)
        page = context.new_page()
        enter(page, who)
        state = context.storage_state()
        context.close()
        return state

    def close(self) -> None:
        """Close every browser that was opened."""
        for context in self._opened:
            with self._chromium.closing():
                context.close()


def enter(page: Page, who: str) -> None:
    """Fill in the sign-in form."""
    from tests.world import PASSWORD

    page.goto(reverse("account_login"))
    fill_in(page, who, PASSWORD)
    assert "/login" not in page.url, page.inner_text("body")


def prove(page: Page) -> None:
    """Show again who one is, as pages about one's own keys ask for; it holds for five minutes."""
    from tests.world import PASSWORD

    page.goto(reverse("account_reauthenticate"))
    page.fill("input[name=password]", PASSWORD)
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")


def fill_in(page: Page, who: str, password: str) -> None:
    """The sign-in form that is open: user name, password, Enter."""
    page.fill("input[name=login]", who)
    page.fill("input[name=password]", password)
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")
