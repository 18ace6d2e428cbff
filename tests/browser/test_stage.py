"""The stage of the browser tests: the server is the real one, and both watchmen cry out."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import Visits
from tests.browser.watch import Watch, overflow


def test_a_stranger_is_told_what_this_is(visit: Visits, axe: Callable[[Page], None]) -> None:
    page = visit()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    axe(page)


def test_somebody_of_the_cast_gets_in(visit: Visits) -> None:
    page = visit("anna")
    expect(page.get_by_text("Anna").first).to_be_visible()


def test_the_watchman_hears_an_error_in_the_console(visit: Visits, watch: Watch) -> None:
    page = visit()
    page.evaluate("() => console.error('man overboard')")
    page.wait_for_timeout(50)
    with pytest.raises(AssertionError, match="man overboard"):
        watch.judge()
    watch.expect("man overboard")


def test_the_watchman_hears_a_script_that_fails(visit: Visits, watch: Watch) -> None:
    page = visit()
    page.evaluate("() => void setTimeout(() => { throw new Error('aground') })")
    page.wait_for_timeout(50)
    watch.expect("aground")
    assert any("aground" in error for error in watch.errors)


def test_the_watchman_hears_a_breach_of_the_content_policy(visit: Visits, watch: Watch) -> None:
    page = visit()
    watch.expect("Content Security Policy")
    page.evaluate(
        "() => document.body.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))"
    )
    page.wait_for_timeout(50)
    assert any("Content Security Policy" in error for error in watch.errors)


def test_axe_finds_what_keeps_people_out(visit: Visits, axe: Callable[[Page], None]) -> None:
    page = visit()
    page.evaluate("() => document.body.append(document.createElement('img'))")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


def test_what_is_wider_than_the_screen_is_found(visit: Visits) -> None:
    page = visit(width=360)
    assert overflow(page) == []
    page.evaluate("() => { document.querySelector('footer').style.inlineSize = '500px'; }")
    assert overflow(page) != []
