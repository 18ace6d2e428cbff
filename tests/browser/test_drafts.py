"""What one is writing is not lost: not with the tab, not with the session, not with a refused form."""

import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.doing import choose_kind, choose_space, post, send, share, unfold
from tests.browser.visits import Visits, enter, fill_in
from tests.browser.watch import Watch
from tests.world import PASSWORD


def test_a_closed_tab_loses_nothing_on_any_device(visit: Visits) -> None:
    first = visit("oona")
    unfold(first)
    choose_kind(first, "Ask")
    first.get_by_label("Your question in one line").fill("Why is the moon red tonight?")
    first.get_by_label("What I know").fill("It is full.")
    expect(first.locator("form.composer [data-draft-state]")).to_have_text("Kept as a draft")
    first.close()
    second = visit("oona")
    expect(second.get_by_label("Your question in one line")).to_have_value("Why is the moon red tonight?")
    expect(second.get_by_label("What I know")).to_have_value("It is full.")
    expect(second.locator("form.composer [data-draft-state]")).to_have_text("Here is what you were writing")
    choose_space(second)
    send(second, "Ask")
    second.goto("/")
    expect(second.locator("#c-title")).to_have_value("")
    expect(second.locator("#composer")).not_to_have_attribute("open", "")


def test_going_back_does_not_offer_to_send_twice(visit: Visits) -> None:
    page = visit("oona", at="/s/quay/")
    unfold(page)
    page.get_by_label("What do you want to share?").fill("Only once.")
    send(page, "Share")
    page.go_back()
    expect(page.locator("#c-body")).to_have_value("")


def test_a_form_that_met_no_server_keeps_its_words(visit: Visits, watch: Watch) -> None:
    watch.expect("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "Failed to fetch")
    page = visit("oona", at="/s/quay/")
    unfold(page)
    page.get_by_label("What do you want to share?").fill("Into the storm.")
    page.context.set_offline(True)
    page.locator("form.composer").get_by_role("button", name="Share").click()
    expect(page).to_have_url(re.compile("^chrome-error:"))
    page.context.set_offline(False)
    page.goto("/s/quay/")
    expect(page.get_by_label("What do you want to share?")).to_have_value("Into the storm.")


def test_words_that_never_reached_the_server_are_in_the_browser(visit: Visits, watch: Watch) -> None:
    watch.expect("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "Failed to fetch")
    page = visit("oona", at="/s/quay/")
    unfold(page)
    page.context.set_offline(True)
    page.get_by_label("What do you want to share?").fill("Written below deck.")
    expect(page.locator("form.composer [data-draft-state]")).to_have_text("Not kept yet: no connection")
    page.context.set_offline(False)
    page.reload()
    expect(page.get_by_label("What do you want to share?")).to_have_value("Written below deck.")
    send(page, "Share")
    page.goto("/s/quay/")
    expect(page.locator("#c-body")).to_have_value("")


def test_words_sent_after_the_session_ended_wait_behind_the_sign_in(visit: Visits) -> None:
    for javascript in (True, False):
        page = visit(javascript=javascript)
        page.goto("/account/login/")
        fill_in(page, "oona", PASSWORD)
        unfold(page)
        words = f"Sent too late, {'with' if javascript else 'without'} scripts."
        choose_space(page)
        page.get_by_label("What do you want to share?").fill(words)
        forget_session(page)
        page.locator("form.composer .button-main").click()
        expect(page.get_by_text("What you wrote is kept")).to_be_visible()
        fill_in(page, "oona", PASSWORD)
        expect(page.get_by_label("What do you want to share?")).to_have_value(words)
        send(page, "Share")
        expect(page.locator("article.card")).to_contain_text(words)


def test_an_answer_sent_after_the_session_ended_waits_in_its_thread(visit: Visits) -> None:
    anna = visit("anna")
    thread = share(anna, "Who waters the plants?")
    page = visit()
    page.goto("/account/login/")
    fill_in(page, "oona", PASSWORD)
    page.goto(thread)
    page.locator("#reply-body").fill("I do, on Mondays.")
    forget_session(page)
    page.locator("#reply .button-main").click()
    expect(page.get_by_text("What you wrote is kept")).to_be_visible()
    fill_in(page, "oona", PASSWORD)
    page.wait_for_url(f"**{thread}*")
    expect(page.locator("#reply-body")).to_have_value("I do, on Mondays.")
    page.locator("#reply .button-main").click()
    expect(post(page, "I do, on Mondays.")).to_be_visible()


def test_a_refused_form_keeps_every_word_and_the_file(visit: Visits, watch: Watch, tmp_path: Path) -> None:
    watch.expect("status of 422")
    picture = tmp_path / "menu.png"
    Image.new("RGB", (40, 30), "red").save(picture)
    for javascript in (True, False):
        page = visit("oona", javascript=javascript)
        unfold(page)
        choose_space(page)
        choose_kind(page, "Poll")
        page.locator("#c-title").fill("What shall we cook?")
        page.get_by_label("What one can choose").fill("Mussels")
        page.get_by_label("One may choose several").check()
        page.locator("form.composer details.attach > summary").click()
        page.locator("#c-file0").set_input_files(picture)
        page.locator("#c-alt0").fill("The menu of last year")
        page.locator("form.composer .button-main").click()
        expect(page.locator("#c-choices")).to_have_attribute("aria-invalid", "true")
        expect(page.locator("#c-title")).to_have_value("What shall we cook?")
        expect(page.get_by_label("One may choose several")).to_be_checked()
        expect(page.get_by_role("checkbox", name="menu.png")).to_be_checked()
        page.locator("#c-choices").fill("Mussels\nSoup")
        send(page, "Start the poll")
        expect(page.get_by_role("img", name="The menu of last year")).to_be_visible()
        expect(page.get_by_role("checkbox", name="Soup")).to_be_visible()


def forget_session(page: Page) -> None:
    """What an ended session looks like from here: its cookie opens nothing any more."""
    page.context.clear_cookies(name="vloot_session")


def test_the_next_one_at_this_browser_reads_no_draft_of_the_last(visit: Visits) -> None:
    page = visit("oona", at="/s/quay/")
    unfold(page)
    page.get_by_label("What do you want to share?").fill("For nobody else yet.")
    expect(page.locator("form.composer [data-draft-state]")).to_have_text("Kept as a draft")
    forget_session(page)
    enter(page, "bram")
    page.goto("/s/quay/")
    expect(page.locator("#c-body")).to_have_value("")
    forget_session(page)
    enter(page, "oona")
    page.goto("/s/quay/")
    expect(page.locator("#c-body")).to_have_value("For nobody else yet.")
    send(page, "Share")
