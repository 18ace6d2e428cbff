"""Something was written that hurts: reported, looked at, taken away, looked at again; and somebody who reads only for a while."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.doing import menu, post, press, reply, seen_after_reloading, share
from tests.browser.visits import Visits
from tests.browser.watch import overflow

Axe = Callable[[Page], None]


def fits(page: Page, axe: Axe) -> None:
    """Nothing is too wide for a telephone, nothing keeps anybody out."""
    assert overflow(page) == []
    axe(page)


def test_from_the_report_to_the_second_look_on_a_telephone(visit: Visits, axe: Axe) -> None:
    words = "Bram paints like a seagull."
    noor = visit("noor", width=360)
    thread = share(noor, words, where="Tug log")
    bram = visit("bram", at=thread, width=360)
    _report(bram, words, axe)
    chris = visit("chris", at="/order/", width=360)
    _decide(chris, words, axe)
    chris.goto(thread)
    expect(chris.locator(".stone")).to_be_visible()
    _appeal(noor, words, axe)
    _look_again(visit("hanne", at="/order/", width=360), words, axe)
    noor.goto(thread)
    expect(post(noor, words)).to_be_visible()
    bram.goto("/order/")
    expect(bram.locator("#mine")).to_contain_text("looked at")


def _report(bram: Page, words: str, axe: Axe) -> None:
    menu(post(bram, words), "Ask the hosts to look")
    expect(bram.get_by_text("does not get to know that it was you")).to_be_visible()
    expect(bram.get_by_text("This goes to Chris")).to_be_visible()
    fits(bram, axe)
    bram.get_by_text("It hurts or belittles somebody").tap()
    bram.get_by_label("In your own words").fill("I did my best.")
    bram.get_by_role("button", name="Ask them to look").tap()
    expect(bram.get_by_text("Thank you for saying it.")).to_be_visible()


def _decide(chris: Page, words: str, axe: Axe) -> None:
    chris.locator(".case-line").filter(has_text=words).get_by_role("link").tap()
    expect(chris.get_by_text("I did my best.")).to_be_visible()
    fits(chris, axe)
    chris.get_by_role("button", name="I look at it").tap()
    chris.get_by_label("A note for the other hosts").fill("I know them both.")
    chris.get_by_role("button", name="Leave the note").tap()
    chris.get_by_role("radio", name="Take it away").check()
    chris.get_by_role("textbox", name="Your reason").fill("He reads it every day.")
    fits(chris, axe)
    chris.get_by_role("button", name="Decide").tap()
    expect(chris.get_by_text("Whoever has to know reads it from you.")).to_be_visible()


def _appeal(noor: Page, words: str, axe: Axe) -> None:
    noor.goto("/order/")
    noor.get_by_role("link", name="What you wrote was taken away").first.tap()
    expect(noor.get_by_text("He reads it every day.")).to_be_visible()
    expect(noor.get_by_text(words)).to_be_visible()
    fits(noor, axe)
    noor.get_by_label("You see it differently?").fill("It was a compliment: seagulls paint a lot.")
    noor.get_by_role("button", name="Ask for another look").tap()
    expect(noor.get_by_text("Somebody else looks at it now.")).to_be_visible()


def _look_again(hanne: Page, words: str, axe: Axe) -> None:
    hanne.get_by_role("link", name="Noor asks for another look").first.tap()
    hanne.get_by_role("button", name="Read the sealed words").tap()
    expect(hanne.get_by_text(words)).to_be_visible()
    expect(hanne.get_by_text("is written in the logbook")).to_be_visible()
    fits(hanne, axe)
    hanne.get_by_text("Undo it").tap()
    hanne.get_by_label("Why, for both of them").fill("They laughed about it together.")
    hanne.get_by_role("button", name="Say so").tap()
    expect(hanne.get_by_text("Thank you for looking again.")).to_be_visible()


def test_without_scripts_a_post_is_reported_and_left_as_it_is(visit: Visits) -> None:
    words = "The soup was cold again."
    thread = share(visit("oona"), words)
    anna = visit("anna", at=thread, javascript=False)
    menu(post(anna, words), "Ask the hosts to look")
    anna.get_by_role("button", name="Let it be").or_(anna.get_by_role("link", name="Let it be")).click()
    menu(post(anna, words), "Ask the hosts to look")
    anna.get_by_label("Something else").check()
    anna.get_by_label("In your own words").fill("The cook reads this.")
    anna.get_by_role("button", name="Ask them to look").click()
    chris = visit("chris", at="/order/", javascript=False)
    chris.locator(".case-line").filter(has_text=words).get_by_role("link").click()
    chris.get_by_role("button", name="I look at it").click()
    chris.get_by_label("Nothing is wrong with it").check()
    chris.get_by_role("button", name="Decide").click()
    expect(chris.get_by_text("Whoever has to know reads it from you.")).to_be_visible()
    anna.goto("/order/")
    expect(anna.locator("#mine")).to_contain_text("looked at")


def test_who_reads_only_sees_why_and_until_when(visit: Visits, axe: Axe) -> None:
    thread = share(visit("anna"), "Who has the long ladder?")
    ugo = visit("ugo", at=thread)
    reply(ugo, "Look for it yourself.")
    hanne = visit("hanne")
    ugo.get_by_role("link", name="My page").or_(ugo.locator("a[href^='/people/'] .face").first).first.click()
    me = ugo.url.rstrip("/").rsplit("/", 1)[1]
    hanne.goto(f"/order/people/{me}/")
    axe(hanne)
    hanne.get_by_role("radio", name="Let them read only for a while").check()
    hanne.get_by_label("How long, if they read only").select_option(label="Four hours")
    hanne.get_by_role("textbox", name="Your reason").fill("Three times today. Take a walk along the quay.")
    hanne.get_by_role("button", name="Say it").click()
    expect(hanne.get_by_text("reads along until")).to_be_visible()
    for address in ("/", thread, "/s/quay/", "/ask/"):
        ugo.goto(address)
        expect(ugo.get_by_role("heading", name="For a while you read along")).to_be_visible()
        expect(ugo.get_by_text("Take a walk along the quay.")).to_be_visible()
        expect(ugo.locator("form.composer, #reply")).to_have_count(0)
        axe(ugo)
    ugo.get_by_role("link", name="What you can do").click()
    expect(ugo.get_by_label("You see it differently?")).to_be_visible()
    press(hanne.get_by_role("button", name="Let them write again"))
    ugo.goto(thread)
    reply(ugo, "Sorry. It stands behind the shed.")


def test_a_watched_word_is_found_with_its_reason(visit: Visits, axe: Axe) -> None:
    hanne = visit("hanne", at="/order/words/", width=360)
    fits(hanne, axe)
    hanne.get_by_label("Word, or a few in a row").fill("Blunder*")
    hanne.get_by_label("Why you want to look").fill("We speak of lessons here.")
    hanne.get_by_role("button", name="Watch it").tap()
    expect(hanne.get_by_role("region", name="On the list")).to_contain_text("blunder*")
    words = "What a set of blunders that was."
    share(visit("piet"), words, where="Tug log")
    hanne.goto("/order/")
    seen_after_reloading(hanne, hanne.locator(".case-line").filter(has_text=words).get_by_role("link")).tap()
    expect(hanne.locator("mark")).to_have_text("blunders")
    expect(hanne.get_by_text("We speak of lessons here.")).to_be_visible()
    fits(hanne, axe)
