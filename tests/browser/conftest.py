"""A real Vloot, a real Chromium, and two watchmen: one for errors in the page, one for what keeps people out."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.watch import Watch, violations
from tests.stage import FOLDER
from tests.world import PASSWORD

ROOT = Path(__file__).resolve().parents[2]
STARTING = 90.0  # seconds
Visit = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What the server said last stands below a failure."""
    report = yield
    log = server_log()
    if report.failed and log.exists():
        report.sections.append(("the server said", "\n".join(log.read_text().splitlines()[-60:])))
    return report


def server_log() -> Path:
    return Path(os.environ[FOLDER]) / "browser-server.txt"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a running Vloot with the cast in it."""
    folder = Path(os.environ[FOLDER]) / f"browser-{os.getpid()}"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # Passkeys want a name and not a number.
    origin = f"http://localhost:{port}"
    chosen = {"VLOOT_DATA": str(folder), "VLOOT_PORT": str(port), "VLOOT_PUBLIC_URL": origin}
    log = server_log()
    with log.open("wb") as words:
        command = [sys.executable, "-m", "tests.browser.company"]
        process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **chosen}, stdout=words, stderr=words
        )
        try:
            wait_for(origin, process, log)
            yield origin
        finally:
            process.terminate()
            process.wait(30)


def wait_for(origin: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + STARTING
    while time.monotonic() < until:
        assert process.poll() is None, f"the server stopped:\n{log.read_text()}"
        try:
            urllib.request.urlopen(origin, timeout=10).close()
        except urllib.error.HTTPError as error:
            error.close()
            raise AssertionError(f"the front page says {error.code}:\n{log.read_text()}") from error
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"the server does not answer:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium."""
    names = (os.environ.get("VLOOT_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if name and (found := shutil.which(name))), None)
    assert program, "There is no Chromium; `make browser` installs Debian's, or name yours in VLOOT_CHROMIUM."
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def known_sessions() -> dict[str, Any]:
    """Cookies of those who have signed in already, so that not every test begins with a form."""
    return {}


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Fails the test for every error that a page showed, unless the test said that it would: `watch.expect("404")`."""
    watching = Watch()
    yield watching
    watching.judge()


@pytest.fixture
def visit(server: str, browser: Browser, watch: Watch, known_sessions: dict[str, Any]) -> Iterator[Visit]:
    """`visit("anna")` gives a page of Anna's, signed in, at home; `visit()` one of a stranger's.

    Options: `at="/promise/"`, `javascript=False`, `width=360`, `dark=True`, `language="nl"`.
    """
    opened: list[BrowserContext] = []

    def open_page(
        who: str = "",
        *,
        at: str = "/",
        javascript: bool = True,
        width: int = 1280,
        dark: bool = False,
        language: str = "en",
    ) -> Page:
        if who and who not in known_sessions:
            known_sessions[who] = sign_in(browser, server, who)
        context = browser.new_context(
            base_url=server,
            storage_state=known_sessions.get(who),
            java_script_enabled=javascript,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if dark else "light",
            locale=language,
            reduced_motion="reduce",
        )
        opened.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        watch.over(page)
        page.goto(at)
        return page

    yield open_page
    for context in opened:
        context.close()


def sign_in(browser: Browser, server: str, who: str) -> Any:
    """The cookies of a person after the sign-in form."""
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto(reverse("account_login"))
    page.fill("input[name=login]", who)
    page.fill("input[name=password]", PASSWORD)
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")
    assert "/login" not in page.url, page.inner_text("body")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """`axe(page)` fails with what keeps people out of the page as it is now (WCAG 2.2 AA and good practice)."""

    def inspect(page: Page) -> None:
        found = violations(page)
        assert not found, f"{page.url}\n" + "\n".join(found)

    return inspect
