"""Polls with names, and thanks."""

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.doing import choose_kind, post, press, reply, send, share, unfold
from tests.browser.visits import Visits
from tests.browser.watch import Watch


def test_a_hidden_poll_shows_its_names_when_its_host_closes_it(visit: Visits, watch: Watch) -> None:
    watch.expect("status of 422")
    chris = visit("chris", at="/s/quay/")
    unfold(chris)
    choose_kind(chris, "Poll")
    chris.locator("#c-title").fill("When do we clean the quay?")
    chris.get_by_label("What one can choose").fill("Tuesday\nThursday")
    chris.get_by_label("Show what people chose only when the poll closes").check()
    chris.get_by_label("Open until").fill("2099-01-01")
    chris.locator("form.composer .button-main").click()
    expect(chris.get_by_text("Choose an end that lies ahead, within a year.")).to_be_visible()
    chris.get_by_label("Open until").fill((date.today() + timedelta(days=7)).isoformat())
    thread = send(chris, "Start the poll")
    anna, bram = visit("anna", at=thread), visit("bram", at=thread, javascript=False)
    anna.get_by_role("radio", name="Tuesday").check()
    anna.get_by_role("button", name="This is my choice").click()
    expect(anna.get_by_role("button", name="Change my choice")).to_be_visible()
    anna.get_by_role("radio", name="Thursday").check()
    anna.get_by_role("button", name="Change my choice").click()
    bram.get_by_role("radio", name="Thursday").check()
    press(bram.get_by_role("button", name="This is my choice"))
    bram.reload()
    expect(bram.get_by_role("radio", name="Thursday")).to_be_checked()
    for page in (anna, bram):
        expect(page.locator(".voters")).to_have_count(0)
        expect(page.locator(".poll")).to_contain_text("You see what others chose when the poll closes")
        expect(page.get_by_role("button", name="Close the poll")).to_have_count(0)
    chris.reload()
    expect(chris.locator(".voters")).to_have_count(0)
    chris.get_by_role("button", name="Close the poll").click()
    expect(chris.locator(".poll")).to_contain_text("This poll is closed")
    for page in (anna, bram, chris):
        page.reload()
        row = page.locator(".choice-row").filter(has_text="Thursday")
        expect(row.locator(".voters")).to_contain_text("Anna")
        expect(row.locator(".voters")).to_contain_text("Bram")
        expect(page.locator(".choice-row").filter(has_text="Tuesday")).to_contain_text("Nobody yet")
        expect(page.get_by_role("radio")).to_have_count(0)


def test_thanks_go_to_two_people_for_a_reason(visit: Visits) -> None:
    anna = visit("anna")
    unfold(anna)
    choose_kind(anna, "Thank")
    to = anna.get_by_label("Whom do you thank?")
    for name, option in (("@bra", "Bram Desmet"), ("@chr", "Chris Wouters")):
        to.press_sequentially(name)
        anna.get_by_role("option", name=option).click()
    expect(to).to_have_value("@bram @chris ")
    anna.get_by_label("Where", exact=True).select_option(label="Quay")
    anna.get_by_label("What for?").fill("For staying until the last bolt was in.")
    thread = send(anna, "Say thank you")
    expect(anna.locator(".thanked-line")).to_have_text("Thank you, Bram and Chris!")
    bram = visit("bram", at=thread)
    expect(bram.locator("article.card")).to_contain_text("until the last bolt")


def test_appreciation_shows_names_and_never_a_number(visit: Visits) -> None:
    anna = visit("anna")
    thread = share(anna, "I oiled all the hinges.")
    for who, javascript in (("bram", True), ("chris", False)):
        page = visit(who, at=thread, javascript=javascript)
        page.get_by_role("button", name="Thank", exact=True).click()
        expect(page.get_by_role("button", name="You thanked")).to_have_attribute("aria-pressed", "true")
    anna.reload()
    line = anna.locator(".appreciated")
    expect(line).to_have_text("Bram and Chris thanked you")
    assert not any(sign.isdigit() for sign in anna.locator(".card-foot").first.inner_text())
    bram = visit("bram", at=thread)
    bram.get_by_role("button", name="You thanked").click()
    expect(bram.locator(".appreciated")).to_have_text("Chris thanked Anna")


def test_a_reply_can_be_thanked_for_too(visit: Visits) -> None:
    anna = visit("anna")
    thread = share(anna, "Where is the ladder?")
    bram = visit("bram", at=thread)
    reply(bram, "Behind the shed.")
    anna.reload()
    post(anna, "Behind the shed.").get_by_role("button", name="Thank", exact=True).click()
    expect(post(anna, "Behind the shed.").locator(".appreciated")).to_have_text("Anna thanked Bram")
