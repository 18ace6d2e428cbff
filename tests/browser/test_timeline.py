"""Home in plain time order: following, older pages, and where one was."""

from playwright.sync_api import expect

from tests.browser.crew import LINES
from tests.browser.doing import post, press, share, unfold
from tests.browser.running import House
from tests.browser.visits import Visits


def test_noor_pages_through_sixty_lines_without_a_repeat_or_a_gap(visit: Visits) -> None:
    page = visit("noor", at="/s/tug-log/")
    lines = page.locator(".cards article .words").filter(has_text="of the log.")
    while page.get_by_role("link", name="Older").count():
        known = lines.count()
        page.get_by_role("link", name="Older").click()
        expect(lines.nth(known)).to_be_visible()
    texts = [text.strip() for text in lines.all_inner_texts()]
    assert texts == [f"Line {number} of the log." for number in reversed(range(LINES))]


def test_without_scripts_older_is_a_page_of_its_own(visit: Visits) -> None:
    page = visit("noor", at="/s/tug-log/", javascript=False)
    texts: list[str] = []
    while True:
        found = page.locator(".cards article .words").filter(has_text="of the log.").all_inner_texts()
        texts += [text.strip() for text in found]
        older = page.get_by_role("link", name="Older")
        if not older.count():
            break
        press(older)
    assert texts == [f"Line {number} of the log." for number in reversed(range(LINES))]


def test_noor_follows_a_person_and_a_word_and_reads_both_at_home(visit: Visits) -> None:
    anna = visit("anna")
    share(anna, "Fresh tar on pier two.")
    share(visit("bram"), "Somebody left a #bicycle here.")
    noor = visit("noor")
    for words in ("Fresh tar on pier two.", "Somebody left a"):
        expect(noor.get_by_text(words)).to_have_count(0)
    noor.goto(anna.locator("a.me").get_attribute("href") or "")
    noor.get_by_role("button", name="Follow Anna").click()
    expect(noor.get_by_role("button", name="You follow Anna")).to_have_attribute("aria-pressed", "true")
    noor.goto("/tags/bicycle/")
    press(noor.get_by_role("button", name="Follow", exact=True))
    noor.goto("/")
    for words in ("Fresh tar on pier two.", "Somebody left a"):
        expect(post(noor, words)).to_be_visible()
    noor.goto("/tags/bicycle/")
    press(noor.get_by_role("button", name="Stop following"))
    noor.goto(anna.locator("a.me").get_attribute("href") or "")
    press(noor.get_by_role("button", name="You follow Anna"))
    noor.goto("/")
    expect(noor.get_by_text("Fresh tar on pier two.")).to_have_count(0)


def test_piet_sees_until_where_it_is_new_after_he_was_away(visit: Visits, harbour: House) -> None:
    piet = visit("piet", at="/spaces/")
    press(piet.get_by_role("button", name="Join Tug log"))
    piet.goto("/")
    expect(piet.locator(".away")).to_have_count(0)
    harbour.let_pass(minutes=45)
    share(visit("chris"), "The tug is back from Ghent.", where="Tug log")
    share(visit("chris"), "And it needs diesel.", where="Tug log")
    piet = visit("piet")
    expect(piet.get_by_text("since you were away")).to_be_visible()
    cards = piet.locator(".cards > *")
    kinds = [card.get_attribute("class") or "" for card in cards.all()[:4]]
    assert ["away" in kind for kind in kinds] == [False, False, True, False], kinds
    expect(cards.nth(0)).to_contain_text("And it needs diesel.")


def test_a_hashtag_can_be_found_while_one_types(visit: Visits) -> None:
    page = visit("anna")
    unfold(page)
    page.get_by_label("What do you want to share?").press_sequentially("Mind #saf")
    option = page.locator(".completion [role=option]")
    expect(option).to_have_text("#safety")
    page.keyboard.press("Tab")
    expect(page.get_by_label("What do you want to share?")).to_have_value("Mind #safety ")
    page.get_by_label("What do you want to share?").fill("")
