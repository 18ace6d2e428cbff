"""Two journeys: a coffee from "I come along" to "we met", and a walk from its invitation to "done as said", in Dutch on a telephone."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.browser.visits import Visits
from tests.browser.watch import Watch, overflow
from vloot.ground import clock


def at(days: int) -> str:
    return f"{clock.now() + timedelta(days=days):%Y-%m-%dT10:00}"


def day(days: int) -> str:
    return f"{clock.now() + timedelta(days=days):%Y-%m-%d}"


def says(page: Page, words: str) -> None:
    expect(page.get_by_text(words).first).to_be_visible()


def test_anna_comes_along_sees_her_table_and_says_that_they_met(visit: Visits) -> None:
    anna = visit("anna", at="/meet/", width=360)
    form = anna.get_by_role("form", name="Do you come along?")
    form.get_by_role("checkbox", name="Tuesday, In the morning").check()
    form.get_by_role("button", name="I come along").click()
    says(anna, "You hear with whom")
    assert overflow(anna) == []
    table = anna.get_by_role("region", name="Coffee with Bram")
    expect(table.get_by_role("list").first).to_contain_text("Bram")
    table.get_by_role("button", name="We met").click()
    says(anna, "It stands when everybody at the table says so")
    bram = visit("bram", at="/meet/", javascript=False)
    bram.get_by_role("region", name="Coffee with Anna").get_by_role("button", name="We met").click()
    says(bram, "You met.")
    bram.get_by_role("button", name="Not this time").click()
    says(bram, "kept without your name")
    bram.get_by_role("link", name="Note down what you learned").click()
    bram.get_by_label("What I found").fill("She waits for us as often as we for her")
    bram.get_by_role("button", name="Keep it").click()
    says(bram, "She waits for us as often")


def test_walks_in_dutch_on_a_telephone_locked_done_as_said_and_invited_again(
    visit: Visits, watch: Watch
) -> None:
    """What Hanne owes after her last walk to Anna locks the next; once it is kept, she says yes."""
    anna = visit("anna", at="/walks/", width=360, language="nl")
    anna.get_by_role("link", name="Nodig iemand uit die leidt").first.tap()
    anna.get_by_label("Wie", exact=True).select_option(label="Hanne Maes")
    anna.get_by_label("Waar precies").fill("De verfhal")
    anna.get_by_label("Eerste moment").fill(at(3))
    assert overflow(anna) == []
    anna.get_by_role("button", name="Nodig uit").tap()
    watch.expect("422")  # said by the browser itself of a form that comes back
    says(anna, "na de vorige is nog niets beloofd")
    expect(anna.get_by_label("Waar precies")).to_have_value("De verfhal")

    hanne = visit("hanne", at="/walks/", width=360, dark=True)  # reads English
    hanne.get_by_role("link", name="To the promises").tap()
    hanne.get_by_label("I will", exact=True).first.fill("De lamp boven de bank ophangen")
    hanne.get_by_label("Until", exact=True).first.fill(day(5))
    hanne.get_by_role("checkbox", name="easy").first.check()
    hanne.get_by_role("button", name="Promise it").tap()
    says(hanne, "Promised, for everybody to read")
    assert overflow(hanne) == []
    hanne.get_by_role("button", name="It is done: De lamp").tap()
    says(hanne, "the host has not confirmed yet")

    other = visit("anna", at="/walks/", width=360, language="nl")
    other.get_by_role("link", name="De lamp boven de bank").first.tap()
    other.get_by_role("button", name="Gedaan zoals gezegd: De lamp").tap()
    says(other, "Nagekomen: gedaan zoals gezegd")
    assert overflow(other) == []

    anna.get_by_role("button", name="Nodig uit").tap()
    says(anna, "Wacht op een antwoord")
    hanne.goto("/walks/")
    hanne.get_by_role("region", name="For you").get_by_role("link", name="Hanne with Anna").tap()
    hanne.get_by_role("button", name="Yes, I come").tap()
    says(hanne, "For your calendar")
    assert overflow(hanne) == []
