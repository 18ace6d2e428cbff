"""A question from the first letter to "this helped me", with JavaScript and without."""

import pytest
from playwright.sync_api import expect

from tests.browser.doing import choose_space, menu, path, post, reply, seen_after_reloading, send
from tests.browser.story import QUESTION
from tests.browser.visits import Visits


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_anna_asks_bram_answers_anna_accepts_and_it_helps_chris(visit: Visits, javascript: bool) -> None:
    title = f"Who has the key of locker {7 if javascript else 8}?"
    anna = visit("anna", at="/questions/", javascript=javascript)
    anna.get_by_role("link", name="Ask a question").first.click()
    anna.get_by_label("Your question in one line").fill(title)
    anna.get_by_label("What I know").fill("It hung **beside** the door.")
    anna.get_by_label("What I tried").fill("The other hooks.")
    anna.get_by_label("What I need").fill("The key, before noon.")
    choose_space(anna)
    thread = send(anna, "Ask")
    question = anna.locator("article.card")
    expect(question).to_contain_text("Looking for an answer")
    expect(question).to_contain_text("sees to it that Anna gets an answer")
    expect(question.locator("dd strong")).to_have_text("beside")

    bram = visit("bram", at=thread, javascript=javascript)
    expect(bram.get_by_text("Your answer for Anna")).to_be_visible()
    reply(bram, "I have it, in my left pocket.")
    expect(post(bram, "left pocket").get_by_role("button", name="This is the answer")).to_have_count(0)

    anna.goto("/notices/")
    seen_after_reloading(anna, anna.get_by_role("link").filter(has_text=title).first).click()
    assert path(anna) == thread
    answer = post(anna, "left pocket")
    answer.get_by_role("button", name="This is the answer").click()
    expect(answer.locator(".accepted-line")).to_be_visible()
    anna.reload()
    expect(anna.locator("article.card")).to_contain_text("Answered")

    chris = visit("chris", at=thread, javascript=javascript)
    helped = post(chris, "left pocket").get_by_role("button", name="This helped me")
    expect(helped).to_have_attribute("aria-pressed", "false")
    helped.click()
    expect(post(chris, "left pocket")).to_contain_text("This helped Chris")
    expect(helped).to_have_attribute("aria-pressed", "true")
    anna.goto("/questions/")
    expect(anna.get_by_role("link", name=title)).to_have_count(0)


def test_what_was_asked_before_shows_while_one_types(visit: Visits) -> None:
    page = visit("bram", at="/ask/")
    page.get_by_label("Your question in one line").press_sequentially("Which crane can I use", delay=5)
    similar = page.locator("[data-similar-here]")
    expect(similar).to_contain_text("Perhaps it was asked before")
    expect(similar.get_by_role("link", name=QUESTION)).to_be_visible()
    with page.context.expect_page() as opened:
        similar.get_by_role("link", name=QUESTION).click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text(QUESTION)
    page.get_by_label("Your question in one line").fill("")


def test_what_was_asked_before_shows_without_scripts_too(visit: Visits) -> None:
    page = visit("bram", at="/ask/?title=Which+crane", javascript=False)
    expect(page.get_by_role("link", name=QUESTION)).to_be_visible()


def test_the_host_hands_a_question_over_and_its_asker_closes_it(visit: Visits) -> None:
    anna = visit("anna", at="/ask/")
    anna.get_by_label("Where", exact=True).select_option(label="Quay")
    anna.get_by_label("Your question in one line").fill("Where do I find old tide tables?")
    anna.get_by_label("What I need").fill("Those of 1998.")
    choose_space(anna)
    thread = send(anna, "Ask")
    chris = visit("chris", at=thread)
    menu(chris.locator("article.card"), "Ask somebody else to look after it")
    dialog = chris.get_by_role("dialog")
    dialog.get_by_label("Who", exact=True).press_sequentially("@bram")
    dialog.get_by_role("option", name="Bram Desmet").click()
    dialog.get_by_role("button", name="Hand it over").click()
    expect(chris.locator("article.card .owned")).to_contain_text("Bram sees to it")
    bram = visit("bram", at="/questions/")
    expect(bram.get_by_role("region", name="You look after these")).to_contain_text("old tide tables")
    anna.goto(thread)
    menu(anna.locator("article.card"), "Close my question")
    expect(anna.locator("article.card .state")).to_have_text("Closed")
    anna.goto("/questions/")
    expect(anna.get_by_role("link", name="Where do I find old tide tables?")).to_have_count(0)
