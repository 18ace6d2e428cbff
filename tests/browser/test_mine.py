"""What is kept about me: seen, taken along, and forgotten."""

import json
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from tests.browser.doing import share
from tests.browser.visits import Visits, prove


def test_lotte_sees_her_data_takes_it_along_and_thinks_twice_about_leaving(visit: Visits) -> None:
    page = visit("lotte")
    share(page, "My bicycle is the yellow one.")
    page.goto("/me/")
    page.get_by_role("link", name="My data").click()
    expect(page.get_by_text("Only you see this page.")).to_be_visible()
    for room in page.locator("details.data-room").all():
        room.locator("summary").click()
    expect(page.get_by_text("My bicycle is the yellow one.").first).to_be_visible()
    expect(page.get_by_text("lotte@vloot.example").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download everything").click()
    taken = json.loads(Path(download.value.path()).read_text())
    assert "My bicycle is the yellow one." in json.dumps(taken)
    assert "lotte@vloot.example" in json.dumps(taken)

    page.get_by_role("link", name="Forget me").click()
    assert "/reauthenticate/" in page.url, "being forgotten asks who one is first"
    prove(page)
    page.goto("/me/data/forget/")
    page.get_by_role("button", name="Yes, forget me in seven days").click()
    expect(page.get_by_text("You asked to be forgotten. That happens on")).to_be_visible()
    page.get_by_role("button", name="I stay after all").click()
    expect(page.get_by_text("Good that you stay.")).to_be_visible()
    expect(page.get_by_role("link", name="Forget me")).to_be_visible()


def test_my_data_is_mine_alone(visit: Visits) -> None:
    for who in ("hanne", "chris"):
        page = visit(who, at="/me/data/")
        expect(page.get_by_text("lotte@vloot.example")).to_have_count(0)


def test_lotte_tells_about_herself_and_is_found_by_it(visit: Visits, tmp_path: Path) -> None:
    picture = tmp_path / "lotte.jpg"
    Image.new("RGB", (600, 400), "teal").save(picture)
    page = visit("lotte", at="/me/", javascript=False)
    page.get_by_label("Ask me about").fill("knots, tides")
    page.get_by_label("I am learning").fill("Portuguese")
    page.get_by_label("How to work with me").fill("Call me before noon.\n\nAfter that I weld.")
    page.get_by_role("button", name="Save my page").click()
    expect(page.get_by_text("Saved. This is how others meet you.")).to_be_visible()
    page.goto("/me/")
    page.locator("input[type=file]").set_input_files(picture)
    page.get_by_role("button", name="Use this picture").click()
    expect(page.get_by_role("button", name="Back to my initials")).to_be_visible()
    anna = visit("anna", at="/people/")
    anna.get_by_role("searchbox", name="Ask me about").fill("knots")
    anna.get_by_role("button", name="Search").click()
    anna.get_by_role("link", name="Lotte Baert").first.click()
    for words in ("knots", "Portuguese", "After that I weld."):
        expect(anna.locator("article.portrait").get_by_text(words)).to_be_visible()
    face = anna.locator("article.portrait img.face")
    expect(face).to_be_visible()
    anna.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=face.element_handle())
