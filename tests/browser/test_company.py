"""How the company is run, in a browser: the audit log, rooms with their why, weeks that change hands."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.doing import press
from tests.browser.visits import Visits
from tests.browser.watch import overflow


def test_the_council_reads_who_did_what_and_checks_the_log(
    visit: Visits, axe: Callable[[Page], None]
) -> None:
    hanne = visit("hanne", at="/company/settings/company.minimum_group/")
    hanne.get_by_label("The smallest group").fill("9")
    hanne.get_by_label("Why you change it").fill("We are many")
    hanne.get_by_role("button", name="Save").click()
    udo = visit("udo", at="/company/audit/")
    line = udo.locator(".audit-line").filter(has_text="We are many").first
    expect(line).to_contain_text("Hanne Maes changed")
    axe(udo)
    udo.get_by_text("Only one kind of act").click()
    udo.get_by_role("link", name="Settings changed").click()
    expect(udo.locator(".audit-line").filter(has_not_text="changed")).to_have_count(0)
    seal = udo.locator(".audit-hash").inner_text()
    udo.get_by_role("link", name="Check the whole log").click()
    expect(udo.get_by_text("are as they were written")).to_be_visible()
    udo.get_by_label("A seal you noted earlier").fill(seal)
    udo.get_by_role("button", name="Check with it").click()
    expect(udo.get_by_text("The seal you noted is among them")).to_be_visible()
    axe(udo)


def test_an_administrator_switches_a_room_with_its_why_on_a_phone(
    visit: Visits, axe: Callable[[Page], None]
) -> None:
    hanne = visit("hanne", at="/company/rooms/", width=360)
    room = hanne.get_by_role("region", name="Polls")
    expect(room).to_contain_text("On without training.")
    room.get_by_role("link", name="Change, or switch off").tap()
    hanne.get_by_label("Why", exact=True).fill("To choose the soup together")
    hanne.get_by_label("User name of who looks after it").fill("tess")
    hanne.get_by_label("Day of the training").fill("2026-01-15")
    axe(hanne)
    assert overflow(hanne) == []
    hanne.get_by_role("button", name="Save").tap()
    anna = visit("anna", at="/company/rooms/", width=360, dark=True)
    room = anna.get_by_role("region", name="Polls")
    expect(room).to_contain_text("To choose the soup together")
    expect(room).to_contain_text("Tess Bos")
    expect(room).to_contain_text("Training done on")
    axe(anna)
    assert overflow(anna) == []


def test_a_host_swaps_a_week_without_scripts(visit: Visits, axe: Callable[[Page], None]) -> None:
    tess = visit("tess", at="/s/watch/roster/", javascript=False, width=360)
    press(tess.get_by_role("button", name="Share out the next twelve weeks"))
    mine = tess.locator("table.roster tr").filter(has_text="Can you take mine?").first
    week = mine.locator("input[name=week]").get_attribute("value")
    press(mine.get_by_role("button", name="Can you take mine?"))
    assert overflow(tess) == []
    udo = visit("udo", at="/s/watch/roster/")
    axe(udo)
    row = udo.locator("table.roster tr").filter(has=udo.locator(f'input[value="{week}"]'))
    with udo.expect_navigation():
        row.get_by_role("button", name="I take it").press("Enter")
    row = udo.locator("table.roster tr").filter(has=udo.locator(f'input[value="{week}"]'))
    expect(row).to_contain_text("Udo Raes")
    udo.goto("/s/watch/")
    expect(udo.get_by_role("heading", name="Answers this week")).to_be_visible()
