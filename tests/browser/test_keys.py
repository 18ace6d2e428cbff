"""Keys of one's own: a passkey, an authenticator app with recovery codes."""

import base64
import hashlib
import hmac
import struct
import time
from pathlib import Path

from playwright.sync_api import CDPSession, Page, expect

from tests.browser.doing import press
from tests.browser.visits import Visits, fill_in, prove
from tests.browser.watch import Watch, violations
from tests.world import PASSWORD


def test_jana_adds_a_passkey_and_comes_in_with_it_alone(visit: Visits) -> None:
    page = visit()
    page.goto("/account/login/")
    fill_in(page, "jana", PASSWORD)
    security = authenticator(page)
    prove(page)
    page.goto("/me/sign-in/")
    page.get_by_role("listitem").filter(has_text="Passkey").get_by_role("link", name="Add one").click()
    page.get_by_label("What do you call this device?").fill("My telephone")
    page.get_by_role("button", name="Add it").click()
    page.wait_for_url(lambda url: "/webauthn/add" not in url)
    page.goto("/account/2fa/webauthn/")
    expect(page.get_by_text("My telephone").first).to_be_visible()
    assert violations(page) == []
    assert (
        len(
            security.send("WebAuthn.getCredentials", {"authenticatorId": security_id(security)})[
                "credentials"
            ]
        )
        == 1
    )

    page.goto("/account/logout/")
    press(page.locator("main").get_by_role("button", name="Sign out"))
    page.goto("/account/login/")
    page.get_by_role("button", name="With a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Jana")


def test_karel_adds_an_app_and_gets_in_with_it_or_with_a_code_from_the_drawer(
    visit: Visits, watch: Watch, tmp_path: Path
) -> None:
    page = visit()
    page.goto("/account/login/")
    fill_in(page, "karel", PASSWORD)
    prove(page)
    page.goto("/account/2fa/totp/activate/")
    secret = page.get_by_label("Cannot scan it?").input_value()
    expect(page.get_by_role("img", name="A picture for your app")).to_be_visible()
    page.get_by_label("Authenticator code").or_(page.locator("input[name=code]")).first.fill(
        six_digits(secret)
    )
    press(page.get_by_role("button", name="Add the app"))
    page.goto("/me/sign-in/")
    expect(page.locator("main")).to_contain_text("On: after your password we ask for six digits")
    page.goto("/account/2fa/recovery-codes/")
    codes = page.context.request.get("/account/2fa/recovery-codes/download/").text().split()
    assert len(codes) == 10
    assert violations(page) == []

    again = visit()
    again.goto("/account/login/")
    fill_in(again, "karel", PASSWORD.upper())
    expect(again.get_by_role("alert")).to_be_visible()
    fill_in_two_steps(again, "karel")
    assert violations(again) == []
    again.locator("input[name=code]").fill("000000")
    again.locator("main").get_by_role("button").first.click()
    expect(again.locator(".errors, [role=alert]").first).to_be_visible()
    again.locator("input[name=code]").fill(codes[0])
    press(again.locator("main").get_by_role("button").first)
    again.goto("/")
    expect(again.get_by_role("heading", level=1)).to_contain_text("Karel")

    third = visit()
    fill_in_two_steps(third, "karel")
    third.locator("input[name=code]").fill(codes[0])
    third.locator("main").get_by_role("button").first.click()
    expect(third.locator(".errors, [role=alert]").first).to_be_visible()


def fill_in_two_steps(page: Page, who: str) -> None:
    """The password first; then the page asks for the second step."""
    page.goto("/account/login/")
    fill_in(page, who, PASSWORD)
    expect(page.locator("input[name=code]")).to_be_visible()


def authenticator(page: Page) -> CDPSession:
    """A device in the browser that keeps passkeys and knows its owner."""
    security = page.context.new_cdp_session(page)
    security.send("WebAuthn.enable")
    made = security.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    _IDS[security] = made["authenticatorId"]
    return security


_IDS: dict[CDPSession, str] = {}


def security_id(security: CDPSession) -> str:
    return _IDS[security]


def six_digits(secret: str) -> str:
    """What an authenticator app shows now (RFC 6238)."""
    key = base64.b32decode(secret.replace(" ", "").upper() + "=" * (-len(secret.replace(" ", "")) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1)
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"
