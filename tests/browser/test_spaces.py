"""Coming into spaces, and opening one that is not for everybody."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.doing import seen_after_reloading, share
from tests.browser.story import SECRET
from tests.browser.visits import Visits
from tests.browser.watch import Watch


def test_anna_asks_to_come_in_and_the_host_lets_her(visit: Visits) -> None:
    anna = visit("rosa", at="/spaces/")
    anna.get_by_role("listitem").filter(has_text="Slip").get_by_role("link", name="Ask to come in").click()
    expect(anna.get_by_text("Customers read along")).to_be_visible()
    expect(anna.get_by_text("Marie-Louise")).to_have_count(0)
    anna.get_by_label("Why you would like to come in").fill("I plan the cranes for it.")
    anna.get_by_role("button", name="Ask to come in").click()
    expect(anna.locator("main")).to_contain_text("Your request is with the hosts.")
    chris = visit("chris", at="/notices/", javascript=False)
    seen_after_reloading(
        chris, chris.get_by_role("link").filter(has_text="Rosa").filter(has_text="Slip").first
    ).click()
    expect(chris).to_have_url(re.compile(r"/s/slip/members/$"))
    request = (
        chris.get_by_role("region", name="Would like to come in")
        .get_by_role("listitem")
        .filter(has_text="Rosa")
    )
    expect(request).to_contain_text("I plan the cranes for it.")
    request.get_by_role("button", name="Let in").click()
    expect(chris.get_by_role("region", name="Everybody in here")).to_contain_text("Rosa")
    anna.goto("/notices/")
    seen_after_reloading(anna, anna.get_by_role("link").filter(has_text="Slip").first).click()
    expect(anna.get_by_text("Marie-Louise").first).to_be_visible()


def test_a_closed_space_needs_a_reason_and_a_day_to_look_again(visit: Visits, watch: Watch) -> None:
    watch.expect("status of 422", "status of 404")
    page = visit("bram", at="/spaces/")
    page.get_by_role("link", name="Open a space").click()
    page.get_by_label("Name").fill("Surprise party")
    page.get_by_role("radio", name="Only who is invited").check()
    page.get_by_role("button", name="Open the space").click()
    reason = page.get_by_label("Why it is not open")
    expect(reason).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Name")).to_have_value("Surprise party")
    expect(page.get_by_role("radio", name="Only who is invited")).to_be_checked()
    reason.fill("Hanne must not know yet.")
    page.get_by_role("button", name="Open the space").click()
    day = page.get_by_label("When you look at that again")
    expect(day).to_have_attribute("aria-invalid", "true")
    day.fill((date.today() + timedelta(days=30)).isoformat())
    page.get_by_role("button", name="Open the space").click()
    page.wait_for_url(re.compile(r"/s/surprise-party-\w+/$"))
    address = page.url
    expect(page.locator("main")).to_contain_text("Closed. Hanne must not know yet.")
    hanne = visit("hanne", at=address)
    expect(hanne.get_by_role("heading", level=1)).to_have_text("This page is not here")
    hanne.goto("/spaces/")
    expect(hanne.get_by_text("Surprise party")).to_have_count(0)
    page.get_by_role("link", name="Who is in this space").click()
    page.get_by_label("Bring somebody in").fill("@anna")
    page.get_by_role("button", name="Bring in").click()
    expect(page.get_by_role("region", name="Everybody in here")).to_contain_text("Anna")
    anna = visit("anna", at=address)
    expect(anna.get_by_role("heading", level=1)).to_have_text("Surprise party")


def test_a_closed_space_shows_nothing_of_itself_to_others(visit: Visits, watch: Watch) -> None:
    watch.expect("status of 404")
    for who in ("anna", "dana"):
        page = visit(who, at="/s/bridge/")
        expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
        for at in ("/", "/spaces/", "/questions/", "/notices/"):
            page.goto(at)
            expect(page.get_by_text(SECRET)).to_have_count(0)
            expect(page.get_by_role("link", name="Bridge")).to_have_count(0)


def test_one_joins_an_open_space_reads_it_at_home_and_leaves_again(visit: Visits) -> None:
    sven = visit("sven", at="/spaces/", javascript=False)
    sven.get_by_role("button", name="Join Tug log").click()
    expect(sven.get_by_text("You are in.")).to_be_visible()
    share(visit("chris"), "The tug has a new propeller.", where="Tug log")
    sven.goto("/")
    expect(sven.get_by_text("The tug has a new propeller.")).to_be_visible()
    sven.goto("/s/tug-log/")
    sven.get_by_role("button", name="Leave").click()
    expect(sven.get_by_text("You left Tug log.")).to_be_visible()
    sven.goto("/")
    expect(sven.get_by_text("The tug has a new propeller.")).to_have_count(0)


def test_the_only_host_cannot_simply_leave(visit: Visits) -> None:
    chris = visit("chris", at="/s/quay/")
    if chris.get_by_role("button", name="Leave").count():
        chris.get_by_role("button", name="Leave").click()
        expect(chris.get_by_text("You are the only host here.")).to_be_visible()
    expect(chris.get_by_role("link", name="Change this space")).to_be_visible()
