"""A secret poll from its opening to the check list, as people live it; and the browser's half of RFC 9474."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.browser.doing import choose_kind, path, send, unfold
from tests.browser.visits import Visits
from tests.browser.watch import overflow, violations
from tests.urn.engine import rfc_9474
from vloot.urn.engine import keys, signing, spelling

TITLE = "Shall the horn sound at noon?"
VECTOR = """async ([url, given]) => {
  const urn = await import(url);
  const key = await urn.readKey(urn.unhex(given.key));
  const prepared = urn.unhex(given.prepared);
  const inverse = BigInt("0x" + given.inverse);
  const blinded = await urn.blind(key, prepared, { salt: urn.unhex(given.salt), factor: BigInt("0x" + given.factor) });
  const signature = await urn.finish(key, prepared, urn.unhex(given.signed), blinded.inverse);
  const wrong = await urn.finish(key, prepared, urn.unhex(given.blinded), blinded.inverse).then(() => "taken", () => "refused");
  return [urn.hex(blinded.message), blinded.inverse === inverse, urn.hex(signature), wrong, await urn.fingerprint(urn.unhex(given.key))];
}"""


def test_the_browser_passes_the_vector_of_the_rfc(visit: Visits) -> None:
    from vloot.urn.engine import voter

    key, prepared = rfc_9474.key(), rfc_9474.PREFIX + rfc_9474.MESSAGE
    factor = pow(rfc_9474.INVERSE, -1, rfc_9474.P * rfc_9474.Q)
    blinded = voter.blind(key.public_key(), prepared, salt=rfc_9474.SALT, factor=factor).message
    der = keys.public_der(key.public_key())
    given = {
        "key": der.hex(),
        "prepared": prepared.hex(),
        "salt": rfc_9474.SALT.hex(),
        "factor": f"{factor:x}",
        "inverse": f"{rfc_9474.INVERSE:x}",
        "blinded": blinded.hex(),
        "signed": signing.sign(key, blinded).hex(),
    }
    page = visit("anna")
    modules = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    (module,) = [one for one in modules if "/js/urn/blind" in one]
    found = page.evaluate(VECTOR, [module, given])
    assert found[0] == blinded.hex()
    assert found[0].startswith("aa3ee045138d874669685ffaef962c7694a9450aa9b4fd64")
    assert found[1:4] == [True, rfc_9474.SIGNATURE.hex(), "refused"]
    assert found[4] == " ".join(spelling.fingerprint(der)), "the same six words on both sides"


def test_a_secret_poll_from_its_opening_to_the_check_list(visit: Visits) -> None:
    chris = visit("chris", at="/s/quay/")
    unfold(chris)
    choose_kind(chris, "Poll")
    chris.locator("#c-title").fill(TITLE)
    chris.get_by_label("What one can choose").fill("Yes\nNo")
    chris.get_by_label("A secret poll: nobody ever sees who chose what").check()
    chris.get_by_label("Open until").fill((date.today() + timedelta(days=7)).isoformat())
    thread = send(chris, "Start the poll")

    plain = visit("bram", at=thread, javascript=False)
    expect(plain.locator("[data-state=none]")).to_be_visible()
    expect(plain.get_by_role("button", name="Cast my ballot")).to_have_count(0)

    anna = visit("anna", at=thread, width=360, language="nl")
    _ready(anna)
    assert overflow(anna) == []
    assert violations(anna) == []
    token = _cast(anna, "Yes")
    anna.reload()
    expect(anna.locator("[data-state=cast]")).to_be_visible()
    expect(anna.get_by_role("radio").first).to_be_disabled()
    elsewhere = visit("anna", at=thread)
    expect(elsewhere.locator("[data-state=elsewhere]")).to_be_visible()
    expect(elsewhere.get_by_role("radio").first).to_be_disabled()

    chris.reload()
    _ready(chris)
    assert _words(chris) == _words(anna), "everybody sees the same six words"
    assert chris.locator(".voters").count() == 0
    chris.get_by_role("button", name="Close the poll").click()
    expect(chris.locator("[data-card]").first).to_contain_text("Fewer than seven voted")
    anna.reload()
    expect(anna.locator("[data-state=counted]")).to_be_visible()
    with anna.expect_navigation():
        anna.locator("[data-state=counted] a").click()
    assert re.fullmatch(r"/cast/list/\d+/", path(anna))
    assert anna.context.cookies() != [], "she is signed in, and the page does not look"
    assert "Anna" not in anna.content()
    assert violations(anna) == []
    anna.locator("#token").fill(token)
    with anna.expect_navigation():
        anna.locator("form button").click()
    expect(anna.locator(".urn-found")).to_be_visible()


def _ready(page: Page) -> None:
    expect(page.locator("[data-state=ready]")).to_be_visible()
    expect(page.get_by_role("radio").first).to_be_enabled()


def _words(page: Page) -> str:
    found = page.locator("secret-ballot [data-words]").text_content() or ""
    assert len(found.split()) == 6
    return found


def _cast(page: Page, choice: str) -> str:
    """Cast it, and see that nothing of the person goes along. Gives the token."""
    page.get_by_role("radio", name=choice).check()
    with page.expect_request(re.compile("/cast/poll/")) as caught:
        page.locator("[data-cast-it] button").click()
        expect(page.locator("[data-state=sending]")).to_be_visible()
    headers = caught.value.all_headers()
    assert "cookie" not in headers
    assert "referer" not in headers
    assert set(json.loads(caught.value.post_data or "{}")) == {"group", "prepared", "signature", "content"}
    expect(page.locator("[data-state=cast]")).to_be_visible()
    page.locator(".urn-how summary").click()
    token = page.locator("[data-spent]").first.text_content() or ""
    assert re.fullmatch("[0-9a-f]{64}", token)
    return token
