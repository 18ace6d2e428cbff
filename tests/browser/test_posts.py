"""What can be done with what is written: change it, take it away, close it, keep it."""

import re

from playwright.sync_api import expect

from tests.browser.doing import menu, post, reply, share
from tests.browser.visits import Visits
from tests.browser.watch import Watch


def test_an_edited_post_shows_what_it_said_before(visit: Visits) -> None:
    anna = visit("anna")
    thread = share(anna, "The meeting is on Tuesday.")
    menu(anna.locator("article.card"), "Edit")
    anna.get_by_label("What you want to say").fill("The meeting is on Wednesday.")
    anna.get_by_role("button", name="Save").click()
    expect(anna.locator("article.card .words")).to_have_text("The meeting is on Wednesday.")
    bram = visit("bram", at=thread, javascript=False)
    bram.get_by_role("link", name="edited").click()
    versions = bram.locator("main section.panel")
    expect(versions.first).to_contain_text("on Wednesday")
    expect(versions.nth(1)).to_contain_text("on Tuesday")
    bram.goto(thread)
    expect(bram.locator("article.card details.menu").get_by_text("Edit", exact=True)).to_have_count(0)


def test_what_was_taken_away_leaves_a_stone_and_the_replies(visit: Visits, watch: Watch) -> None:
    for javascript in (True, False):
        anna = visit("anna", javascript=javascript)
        words = f"I said too much {'loudly' if javascript else 'softly'}."
        thread = share(anna, words)
        bram = visit("bram", at=thread)
        reply(bram, "No harm done.")
        anna.reload()
        menu(anna.locator("article.card"), "Take away")
        anna.get_by_role("button", name="Take it away").click()
        expect(anna.locator(".stone")).to_contain_text("Anna wrote something here; it was taken away.")
        bram.reload()
        expect(bram.locator(".stone")).to_be_visible()
        expect(bram.get_by_text(words)).to_have_count(0)
        expect(post(bram, "No harm done.")).to_be_visible()
        bram.goto("/")
        expect(bram.get_by_text(words)).to_have_count(0)


def test_a_closed_thread_says_why_and_can_be_opened_again(visit: Visits) -> None:
    for javascript in (True, False):
        anna = visit("anna", javascript=javascript)
        thread = share(anna, "Who takes the last cake?")
        bram = visit("bram", at=thread)
        expect(bram.locator("#reply-body")).to_be_visible()
        menu(anna.locator("article.card"), "Close, with a reason")
        anna.get_by_label("Why", exact=True).fill("It is eaten.")
        anna.get_by_role("button", name="Close it").click()
        expect(anna.locator("article.card .closed-note")).to_contain_text("It is eaten.")
        bram.reload()
        expect(bram.locator("#reply-body")).to_have_count(0)
        expect(bram.get_by_text("This thread is closed")).to_be_visible()
        menu(anna.locator("article.card"), "Open again")
        expect(anna.locator("article.card .closed-note")).to_have_count(0)
        bram.reload()
        expect(bram.locator("#reply-body")).to_be_visible()


def test_a_leader_cannot_switch_replies_off(visit: Visits) -> None:
    hanne = visit("hanne")
    thread = share(hanne, "We merge the two yards.")
    hanne.locator("article.card details.menu > summary").click()
    entries = hanne.locator("article.card details.menu")
    expect(entries.get_by_text("Mark as unread")).to_be_visible()
    expect(entries.get_by_text("Close, with a reason")).to_have_count(0)
    bram = visit("bram", at=thread)
    reply(bram, "Which one stays?")


def test_a_host_pins_what_is_good_to_know(visit: Visits) -> None:
    anna = visit("anna")
    thread = share(anna, "The first-aid box hangs behind the door.")
    anna.locator("article.card details.menu > summary").click()
    expect(anna.locator("article.card details.menu").get_by_text("Pin", exact=True)).to_have_count(0)
    chris = visit("chris", at=thread)
    menu(chris.locator("article.card"), "Pin")
    expect(chris.locator("article.card .card-ribbon")).to_contain_text("Pinned")
    anna.goto("/s/quay/")
    expect(anna.get_by_role("region", name="Pinned")).to_contain_text("first-aid box")
    menu(chris.locator("article.card"), "Unpin")
    expect(chris.locator("article.card .card-ribbon")).to_have_count(0)
    anna.reload()
    expect(anna.get_by_role("region", name="Pinned")).to_have_count(0)


def test_one_keeps_a_post_and_finds_it_again(visit: Visits) -> None:
    for javascript in (True, False):
        bram = visit("bram", javascript=javascript)
        words = f"Torque for M{12 if javascript else 16}: 85."
        thread = share(visit("anna"), words)
        bram.goto(thread)
        bram.get_by_role("button", name="Keep").click()
        expect(bram.get_by_role("button", name="Kept")).to_have_attribute("aria-pressed", "true")
        bram.goto("/bookmarks/")
        expect(post(bram, words)).to_be_visible()
        post(bram, words).get_by_role("button", name="Kept").click()
        expect(post(bram, words).get_by_role("button", name="Kept")).to_have_count(0)
        bram.goto("/bookmarks/")
        expect(post(bram, words)).to_have_count(0)


def test_what_one_marks_unread_is_new_again(visit: Visits) -> None:
    anna = visit("anna")
    thread = share(anna, "Read this twice.")
    reply(anna, "And this.")
    bram = visit("bram", at=thread)
    bram.goto("/")
    card = bram.locator(".cards article").filter(has_text="Read this twice.")
    expect(card).not_to_have_class(re.compile("is-unread"))
    bram.goto(thread)
    menu(bram.locator("article.card"), "Mark as unread")
    expect(bram.locator("article.card")).to_have_class(re.compile("is-unread"))
    bram.goto("/")
    expect(card).to_have_class(re.compile("is-unread"))
    bram.goto(thread)
    bram.goto("/")
    expect(card).not_to_have_class(re.compile("is-unread"))
