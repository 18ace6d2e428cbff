"""A real Vloot, a real Chromium, and two watchmen: one for errors in the page, one for what keeps people out."""

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import Chromium
from tests.browser.running import House
from tests.browser.visits import Visits
from tests.browser.watch import Watch, violations
from tests.stage import FOLDER


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None, None, None]:
    """The round of all pages comes first: it is to find the company as the story has left it, whatever the order."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
    yield
    items.sort(key=lambda item: item.path.name != "test_pages.py")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What the server said last stands below a failure."""
    report = yield
    if report.failed:
        for name, house in getattr(item, "funcargs", {}).items():
            if isinstance(house, House):
                report.sections.append((f"{name} said", "\n".join(house.said().splitlines()[-60:])))
    return report


@pytest.fixture(scope="session")
def harbour() -> Iterator[House]:
    """A running Vloot with the cast in it, for every journey."""
    house = House(Path(os.environ[FOLDER]) / f"browser-{os.getpid()}")
    house.start()
    yield house
    house.stop()
    assert "Traceback" not in house.said(), house.said()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """The machine's own Chromium."""
    with sync_playwright() as playwright:
        found = Chromium(playwright.chromium)
        yield found
        found.close()


@pytest.fixture(scope="session")
def sessions() -> dict[str, Any]:
    """Cookies of those who have signed in already, so that not every test begins with a form."""
    return {}


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Fails the test for every error that a page showed, unless the test said that it would: `watch.expect("404")`."""
    watching = Watch()
    yield watching
    watching.judge()


@pytest.fixture
def visit(harbour: House, chromium: Chromium, watch: Watch, sessions: dict[str, Any]) -> Iterator[Visits]:
    """Opens pages of the company with the cast in it; see `Visits`."""
    visits = Visits(chromium, harbour.origin, watch, sessions)
    yield visits
    visits.close()


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """`axe(page)` fails with what keeps people out of the page as it is now (WCAG 2.2 AA and good practice)."""

    def inspect(page: Page) -> None:
        found = violations(page)
        assert not found, f"{page.url}\n" + "\n".join(found)

    return inspect
