"""How one is told: the table on a telephone, quiet hours without scripts, a thread that is muted."""

import re

from playwright.sync_api import expect

from tests.browser.doing import share
from tests.browser.visits import Visits
from tests.browser.watch import Watch, overflow


def test_bram_sets_what_reaches_him_on_a_telephone(visit: Visits) -> None:
    page = visit("bram", at="/notices/", width=360)
    page.get_by_role("link", name="How I am told").tap()
    thanks = page.get_by_label("On this page: Thanks, and answers of mine that helped")
    expect(thanks).to_have_value("")
    assert overflow(page) == []
    thanks.select_option("no")
    page.get_by_role("button", name="Save", exact=True).first.tap()
    expect(page.get_by_text("From now on you are told like this")).to_be_visible()
    expect(thanks).to_have_value("off")
    thanks.select_option("")
    page.get_by_role("button", name="Save", exact=True).first.tap()
    expect(thanks).to_have_value("")


def test_without_scripts_anna_rests_and_takes_days_off(visit: Visits, watch: Watch) -> None:
    watch.expect("422")
    page = visit("anna", at="/me/notices/", width=360, javascript=False)
    page.get_by_label("from", exact=True).first.fill("19:30")
    hours = page.locator("#hours")
    hours.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Fill in both hours")).to_be_visible()
    expect(page.locator("#quiet_from")).to_have_value("19:30")
    page.locator("#quiet_until").fill("07:00")
    hours.get_by_label("Monday", exact=True).check()
    hours.get_by_role("button", name="Save").click()
    expect(page.locator("#quiet_until")).to_have_value("07:00")
    days = page.locator("#days")
    page.locator("#first_on").fill("2031-01-05")
    page.locator("#last_on").fill("2031-01-02")
    days.get_by_role("button", name="Add these days").click()
    expect(page.get_by_text("The last day lies before the first")).to_be_visible()
    page.locator("#last_on").fill("2031-01-09")
    page.locator("#day_name").fill("Sea air")
    days.get_by_role("button", name="Add these days").click()
    expect(days.get_by_role("listitem")).to_contain_text("Sea air")
    days.get_by_role("button", name="Take away").click()
    expect(page.get_by_text("Sea air")).to_have_count(0)
    page.locator("#quiet_from").fill("")
    page.locator("#quiet_until").fill("")
    hours.get_by_label("Monday", exact=True).uncheck()
    hours.get_by_role("button", name="Save").click()
    expect(page.locator("#quiet_from")).to_have_value("")


def test_anna_mutes_a_thread_and_follows_a_space(visit: Visits) -> None:
    page = visit("anna")
    share(page, "The gulls are loud again.")
    hearing = page.locator(".hearing")
    hearing.locator("summary").click()
    hearing.get_by_label("Nothing, unless I am named").check()
    hearing.get_by_role("button", name="Save").click()
    expect(page.get_by_text("You can change it here whenever you like")).to_be_visible()
    expect(hearing.get_by_label("Nothing, unless I am named")).to_be_checked()
    page.goto("/s/quay/")
    hearing.locator("summary").click()
    hearing.get_by_label("Everything").check()
    hearing.get_by_role("button", name="Save").click()
    expect(page).to_have_url(re.compile("/s/quay/$"))
    expect(hearing.get_by_label("Everything")).to_be_checked()
    hearing.get_by_label("What concerns me").check()
    hearing.get_by_role("button", name="Save").click()
    expect(hearing.locator("details")).not_to_have_attribute("open", "")


def test_the_founder_chooses_for_all(visit: Visits) -> None:
    page = visit("hanne", at="/company/notices/")
    page.get_by_label("On this page: Thanks, and answers of mine that helped").select_option("no")
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.get_by_text("It holds at once for everybody who has not chosen otherwise")).to_be_visible()
    other = visit("sven", at="/me/notices/")
    mine = other.get_by_label("On this page: Thanks, and answers of mine that helped")
    expect(mine.locator("option").first).to_have_text("no (company)")
    page.get_by_label("On this page: Thanks, and answers of mine that helped").select_option("yes")
    page.get_by_role("button", name="Save", exact=True).first.click()
