"""Announcing and meeting, pictures side by side, and quoting, as people do them."""

from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from tests.browser.doing import choose_kind, post, send, share, unfold
from tests.browser.visits import Visits
from tests.browser.watch import overflow


def test_chris_announces_and_anna_confirms_on_her_phone(visit: Visits) -> None:
    chris = visit("chris")
    unfold(chris)
    choose_kind(chris, "Announce")
    chris.get_by_label("Where", exact=True).select_option(label="Quay")
    chris.get_by_label("What it is about, in one line").fill("Helmets on quay two")
    chris.get_by_label("What everybody should know").fill("From Monday on, everybody.")
    chris.get_by_label("Ask everybody to say").check()
    at = send(chris, "Announce")
    expect(chris.get_by_text("Too few to show.")).to_be_visible()
    anna = visit("anna", width=360)
    expect(anna.get_by_text("Helmets on quay two")).to_be_visible()
    card = post(anna, "Helmets on quay two")
    assert overflow(anna) == []
    card.get_by_role("button", name="I have read this").tap()
    expect(anna.get_by_text("You have read this. Only you see that.")).to_be_visible()
    anna.reload()
    expect(anna.locator(".announced")).to_have_count(0)
    chris.goto(at)
    expect(chris.get_by_text("Only you see that.")).to_have_count(0)


def test_anna_plans_a_lunch_and_bram_says_yes_with_the_keyboard(visit: Visits) -> None:
    anna = visit("anna", width=360)
    unfold(anna)
    choose_kind(anna, "Meet")
    anna.get_by_label("Where", exact=True).select_option(label="Quay")
    anna.get_by_label("What happens?").fill("Soup on the quay")
    anna.get_by_label("Begins").fill("2029-06-05T12:00")
    anna.get_by_label("Where we meet").fill("Canteen")
    anna.get_by_label("Room for").fill("1")
    assert overflow(anna) == []
    at = send(anna, "Plan it")
    bram = visit("bram")
    bram.goto(at)
    yes = bram.get_by_role("button", name="Yes", exact=True)
    yes.focus()
    bram.keyboard.press("Enter")
    expect(bram.get_by_role("button", name="Yes", exact=True)).to_have_attribute("aria-pressed", "true")
    anna.goto(at)
    expect(anna.get_by_text("Full. Who says yes now waits")).to_be_visible()
    anna.get_by_role("button", name="Yes", exact=True).tap()
    expect(anna.get_by_text("You are on the waiting list")).to_be_visible()


def test_pictures_open_large_and_are_turned_with_the_keyboard(visit: Visits, tmp_path: Path) -> None:
    page = visit("bram")
    unfold(page)
    page.get_by_label("Where", exact=True).select_option(label="Quay")
    page.get_by_label("What do you want to share?").fill("Two bollards")
    page.locator("form.composer details.attach > summary").click()
    for number, colour in enumerate(("orange", "green")):
        picture = tmp_path / f"{colour}.png"
        Image.new("RGB", (400, 300), colour).save(picture)
        page.locator(f"#c-file{number}").set_input_files(picture)
        page.locator(f"#c-alt{number}").fill(f"A {colour} bollard")
    send(page, "Share")
    page.locator(".gallery a").first.focus()
    page.keyboard.press("Enter")
    words = page.locator(".lightbox figcaption")
    expect(words).to_have_text("A orange bollard (1/2)")
    page.keyboard.press("ArrowRight")
    expect(words).to_have_text("A green bollard (2/2)")
    page.keyboard.press("Escape")
    expect(page.locator(".lightbox")).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('.gallery') !== null")


def test_a_quote_begins_a_reply_and_a_face_is_found_while_typing(visit: Visits) -> None:
    anna = visit("anna")
    at = share(anna, "Crane four is free until noon.")
    bram = visit("bram")
    bram.goto(at)
    head = post(bram, "Crane four")
    head.locator("details.menu > summary").click()
    head.get_by_text("Quote in a reply").click()
    field = bram.locator("#reply-body")
    expect(field).to_have_value(f"> [Anna]({at}):\n>\n> Crane four is free until noon.  \n\n")
    field.press_sequentially("Good :koff")
    expect(bram.locator(".completion")).to_be_visible()
    bram.keyboard.press("Enter")
    expect(field).to_have_value(f"> [Anna]({at}):\n>\n> Crane four is free until noon.  \n\nGood ☕ ")
    bram.locator("#reply .button-main").click()
    expect(post(bram, "Good ☕").locator("blockquote")).to_contain_text("Crane four")
