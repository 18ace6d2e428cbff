"""What changes, on a phone in Dutch: a result is read and answered, and somebody says that it was done as said."""

from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.visits import Visits
from tests.browser.watch import Watch


def test_a_result_is_read_answered_and_done_as_said(visit: Visits, watch: Watch) -> None:
    watch.expect("status of 422")
    chris = visit("chris", at="/climate/board/", width=360, language="nl")
    safety = chris.get_by_role("article", name="Veiligheid")
    expect(safety).to_contain_text("Jullie zeiden: 60 op 100")
    expect(safety).to_contain_text("Beantwoord: we doen het niet")
    safety.get_by_text("Opnieuw antwoorden").click()
    safety.get_by_role("radio", name="We doen er iets aan").check()
    safety.get_by_label("Wat je doet, of waarom niet").fill(
        "Elke maandag vraagt de ploegbaas wat er bijna fout liep"
    )
    safety.get_by_role("button", name="Antwoord voor iedereen").click()
    expect(safety).to_contain_text("Zeg tegen wanneer")
    expect(safety.get_by_label("Wat je doet, of waarom niet")).to_have_value(
        "Elke maandag vraagt de ploegbaas wat er bijna fout liep"
    )
    safety.get_by_role("textbox", name="Tegen wanneer").fill((date.today() + timedelta(days=3)).isoformat())
    safety.get_by_role("button", name="Antwoord voor iedereen").click()
    expect(safety).to_contain_text("Wordt gedaan")
    anna = visit("anna", at="/climate/board/", width=360, language="nl", javascript=False)
    mine = anna.get_by_role("article", name="Veiligheid")
    expect(mine).to_contain_text("Elke maandag vraagt de ploegbaas")
    mine.get_by_text("Gedaan zoals gezegd?").click()
    mine.get_by_label("Wat zie je?").fill("Al drie maandagen")
    mine.get_by_role("button", name="Ja, gedaan zoals gezegd").click()
    expect(mine).to_contain_text("Gedaan zoals gezegd. “Al drie maandagen”")
    chris.reload()
    expect(chris.get_by_role("article", name="Veiligheid")).to_contain_text("Al drie maandagen")
