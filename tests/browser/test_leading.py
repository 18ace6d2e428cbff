"""The two questions on a telephone, in Dutch; and a pilot who says no on one day and yes on the next."""

from playwright.sync_api import expect

from tests.browser.visits import Visits
from tests.browser.watch import overflow


def test_sven_answers_the_two_questions_in_dutch_and_changes_his_mind(visit: Visits) -> None:
    page = visit("sven", at="/network/questions/", width=360, language="nl")
    advice = page.get_by_label("Naar wie ga je om raad als het werk moeilijk wordt?")
    advice.press_sequentially("@bra")
    page.get_by_role("option", name="Bram Desmet").tap()
    page.get_by_label("Na een gesprek met wie ga je met meer energie weer aan het werk?").fill("Anna Peeters")
    assert overflow(page) == []
    page.get_by_role("button", name="Bewaar mijn antwoorden").tap()
    expect(page.get_by_text("Alleen jij ziet het")).to_be_visible()
    expect(advice).to_have_value("@bram")
    expect(page.locator("#energy")).to_have_value("@anna")
    assert overflow(page) == []
    page.get_by_role("button", name="Trek mijn antwoorden in").tap()
    expect(advice).to_have_value("")


def test_sven_says_no_thinks_again_and_is_found_without_any_script(visit: Visits) -> None:
    page = visit("sven", at="/pilots/mine/", width=360, language="nl", javascript=False)
    asked = page.get_by_role("heading", name="zeggen dat je hen hielp")
    expect(asked).to_be_visible()
    assert overflow(page) == []
    page.get_by_role("button", name="Nee, dank je").tap()
    expect(page.get_by_text("Er is niets bewaard")).to_be_visible()
    expect(asked).to_have_count(0)
    page.get_by_role("button", name="Bekijk de vraag nog eens").tap()
    page.get_by_label("Loods voor").fill("touwen, knopen")
    page.get_by_label("In je eigen woorden").fill("Kom gerust langs.")
    page.get_by_role("button", name="Ja, laat mensen me vinden").tap()
    expect(page.get_by_role("heading", name="Je bent loods")).to_be_visible()
    page.goto("/pilots/")
    expect(page.get_by_role("listitem").filter(has_text="Sven Bakker")).to_contain_text("knopen")
    assert overflow(page) == []
