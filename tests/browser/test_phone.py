"""On a telephone, 360 pixels wide."""

from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from tests.browser.doing import post
from tests.browser.visits import Visits
from tests.browser.watch import overflow


def test_bram_opens_a_space_at_the_thumb_and_replies_with_a_picture(visit: Visits, tmp_path: Path) -> None:
    picture = tmp_path / "bollard.png"
    Image.new("RGB", (1200, 800), "orange").save(picture)
    page = visit("bram", width=360)
    bar = page.get_by_role("navigation", name="Where you can go")
    box = bar.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] >= 780, "the bar lies at the lower edge"
    for place in ("Home", "Ask", "Spaces", "People", "Notices"):
        expect(bar.get_by_role("link", name=place)).to_be_in_viewport()
    bar.get_by_role("link", name="Spaces").tap()
    page.get_by_role("link", name="Quay", exact=True).first.tap()
    page.wait_for_url("**/s/quay/")
    page.locator(".cards a.deed[href$='#reply']").first.tap()
    page.locator("#reply-body").fill("This is how they look now:")
    page.locator("#reply details.attach > summary").tap()
    page.locator("#reply input[type=file]:visible").set_input_files(picture)
    page.get_by_placeholder("What is on it").first.fill("An orange bollard in the sun")
    assert overflow(page) == []
    page.locator("#reply .button-main").tap()
    image = post(page, "how they look now").get_by_role("img", name="An orange bollard in the sun")
    image.scroll_into_view_if_needed()
    expect(image).to_be_visible()
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=image.element_handle())
    assert overflow(page) == []


def test_without_scripts_a_picture_goes_along_too(visit: Visits, tmp_path: Path) -> None:
    picture = tmp_path / "rope.png"
    Image.new("RGB", (64, 48), "green").save(picture)
    page = visit("anna", width=360, javascript=False)
    page.locator("#composer > summary").tap()
    page.get_by_label("Where", exact=True).select_option(label="Quay")
    page.get_by_label("What do you want to share?").fill("A rope that floats.")
    page.locator("form.composer details.attach > summary").tap()
    page.locator("#c-file0").set_input_files(picture)
    page.locator("#c-alt0").fill("A green rope")
    page.locator("form.composer .button-main").tap()
    expect(page.get_by_role("img", name="A green rope")).to_be_visible()
    expect(page.locator("article.card")).to_contain_text("A rope that floats.")
