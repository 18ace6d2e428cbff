"""Vloot as an app: it installs, reads and writes without a connection, forgets at the sign-out, and shows what comes in."""

import json
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.doing import share
from tests.browser.visits import Visits, enter, fill_in
from tests.browser.watch import Watch
from tests.world import PASSWORD

CACHED = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith("vloot-pages-")) continue;
    for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
  }
  return found;
}"""
OUTBOX = """() => new Promise((resolve) => {
  const opening = indexedDB.open("vloot", 1);
  opening.onsuccess = () => {
    const asked = opening.result.transaction("outbox").objectStore("outbox").getAll();
    asked.onsuccess = () => (opening.result.close(), resolve(asked.result.map((item) => item.state)));
  };
})"""
AWAY = ("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "Failed to fetch", "Failed to load resource")


def aboard(page: Page) -> None:
    """Wait until the worker looks after this page."""
    page.wait_for_function("() => navigator.serviceWorker?.controller?.state === 'activated'")


def read(page: Page, address: str) -> None:
    """Open a page, and wait until it is kept."""
    page.goto(address)
    page.wait_for_function(f"async () => (await ({CACHED})()).includes({json.dumps(address)})")


def test_it_can_be_installed(visit: Visits) -> None:
    page = visit("oona", worker=True)
    aboard(page)
    session = page.context.new_cdp_session(page)
    told = session.send("Page.getAppManifest")
    assert told["errors"] == []
    manifest = json.loads(told["data"])
    for icon in manifest["icons"]:
        assert page.request.get(icon["src"]).ok, icon
    wrong = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in wrong if error["errorId"] != "in-incognito"] == []


def test_what_was_read_is_there_without_a_connection(
    visit: Visits, watch: Watch, axe: Callable[[Page], None]
) -> None:
    watch.expect(*AWAY)
    thread = share(visit("anna"), "The tide is at seven.")
    page = visit("oona", worker=True, width=360)
    aboard(page)
    read(page, "/")
    read(page, thread)
    page.context.set_offline(True)
    page.goto("/")
    expect(page.locator("[data-kept]")).to_contain_text("You are offline. This is from")
    page.goto(thread)
    expect(page.get_by_text("The tide is at seven.").first).to_be_visible()
    axe(page)
    page.goto("/people/")
    expect(page.get_by_role("heading", level=1)).to_have_text("No connection")
    expect(page.locator("[data-readable] a").first).to_be_visible()
    axe(page)
    page.context.set_offline(False)
    page.goto("/people/")
    expect(page.locator("[data-kept]")).to_be_hidden()


def test_an_answer_written_offline_arrives_once(visit: Visits, watch: Watch) -> None:
    watch.expect(*AWAY)
    thread = share(visit("anna"), "Who comes along on the ferry?")
    page = visit("oona", worker=True)
    aboard(page)
    read(page, thread)
    page.context.set_offline(True)
    page.goto(thread)
    page.locator("#reply-body").fill("I do, with my bicycle.")
    page.locator("#reply .button-main").click()
    waiting = page.locator("[data-outbox] li")
    expect(waiting).to_contain_text("I do, with my bicycle.")
    expect(page.locator("#reply-body")).to_have_value("")
    page.context.set_offline(False)
    expect(page.locator("article", has_text="I do, with my bicycle.")).to_have_count(1)
    expect(page.locator("[data-outbox]")).to_be_hidden()
    page.reload()
    expect(page.locator("article", has_text="I do, with my bicycle.")).to_have_count(1)


def test_what_waits_can_be_taken_back(visit: Visits, watch: Watch) -> None:
    watch.expect(*AWAY)
    thread = share(visit("anna"), "Who paints the mast?")
    page = visit("oona", worker=True)
    aboard(page)
    read(page, thread)
    page.context.set_offline(True)
    page.goto(thread)
    page.locator("#reply-body").fill("Not me after all.")
    page.locator("#reply .button-main").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator("[data-outbox]")).to_be_hidden()
    expect(page.locator("#reply-body")).to_have_value("Not me after all.")
    page.locator("#reply-body").fill("")


def test_what_is_refused_when_it_arrives_stays_with_the_reason(visit: Visits, watch: Watch) -> None:
    watch.expect(*AWAY, "status of 404", "status of 422")
    anna = visit("anna")
    thread = share(anna, "Who holds the lamp?")
    page = visit("oona", worker=True)
    aboard(page)
    read(page, thread)
    page.context.set_offline(True)
    page.goto(thread)
    page.locator("#reply-body").fill("I hold it.")
    page.locator("#reply .button-main").click()
    expect(page.locator("[data-outbox] li")).to_contain_text("I hold it.")
    # Meanwhile its writer takes it away.
    number = re.findall(r"\d+", thread)[0]
    assert anna.evaluate(
        """async (number) => {
          const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
          const body = new URLSearchParams({ csrfmiddlewaretoken: token });
          return (await fetch(`/p/${number}/remove/`, { method: "POST", body })).ok;
        }""",
        number,
    )
    page.context.set_offline(False)
    refused = page.locator("[data-outbox] li", has_text="This could not be sent.")
    expect(refused).to_contain_text("I hold it.")
    assert page.evaluate(OUTBOX) == ["refused"], "it is not sent again and again"
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator("[data-outbox]")).to_be_hidden()
    assert page.evaluate(OUTBOX) == []


def test_a_new_address_of_the_browser_is_handed_over(visit: Visits) -> None:
    """A push service may change a browser's address while no page is open."""
    page = visit("oona", worker=True)
    aboard(page)
    sent = page.context.service_workers[0].evaluate(
        """async () => {
          const sent = [], real = fetch;
          globalThis.fetch = (url, options) => {
            if (String(url) === "/app/state/") return real(url, options);
            sent.push([String(url), options.method, Object.fromEntries(options.body)]);
            return new Response(null, { status: 204 });
          };
          const given = { endpoint: "https://push.example.org/new", keys: { p256dh: "key", auth: "secret" } };
          await renew({ oldSubscription: null, newSubscription: { toJSON: () => given } });
          await renew({ oldSubscription: null, newSubscription: null });
          globalThis.fetch = real;
          return sent;
        }"""
    )
    [(url, method, fields)] = sent
    assert (url, method) == ("/me/devices/here/", "POST")
    assert fields.pop("csrfmiddlewaretoken")
    assert fields == {"endpoint": "https://push.example.org/new", "p256dh": "key", "auth": "secret"}


def test_signing_out_empties_what_is_kept(visit: Visits) -> None:
    page = visit(worker=True)
    enter(page, "mila")
    aboard(page)
    read(page, "/")
    assert page.evaluate(CACHED)
    page.context.clear_cookies(name="vloot_session")
    page.goto("/welcome/")
    page.wait_for_function(f"async () => !(await ({CACHED})()).length")


def test_signing_out_leaves_no_words_that_wait(visit: Visits) -> None:
    page = visit(worker=True)
    enter(page, "mila")
    aboard(page)
    page.goto("/account/logout/")
    expect(page.locator("[data-lost-words]")).to_be_hidden()
    page.evaluate(
        """() => new Promise((resolve) => {
          const opening = indexedDB.open("vloot", 1);
          opening.onsuccess = () => {
            const change = opening.result.transaction("outbox", "readwrite");
            const item = { fields: [], words: "Too late.", from: "/", draft: "", why: "", at: 1 };
            change.objectStore("outbox").put({ ...item, key: "a", state: "refused", reader: document.body.dataset.me });
            change.objectStore("outbox").put({ ...item, key: "b", state: "waiting", reader: "1" });
            change.oncomplete = () => (opening.result.close(), resolve());
          };
        })"""
    )
    page.reload()
    expect(page.locator("[data-outbox] li")).to_have_count(1)
    expect(page.locator("[data-lost-words]")).to_be_visible()
    with page.expect_navigation():
        page.locator("[data-leaving]").get_by_role("button", name="Sign out").click()
    expect(page.locator("body[data-me]")).to_have_count(0)
    assert page.evaluate(OUTBOX) == ["waiting"], "another's words wait for their own return"


def test_the_next_reader_finds_nothing_of_the_last(visit: Visits, watch: Watch) -> None:
    watch.expect(*AWAY)
    thread = share(visit("anna"), "Only for whoever reads it.")
    page = visit(worker=True)
    enter(page, "mila")
    aboard(page)
    read(page, thread)
    page.context.clear_cookies(name="vloot_session")
    enter(page, "bram")
    page.wait_for_function(f"async () => !(await ({CACHED})()).includes({json.dumps(thread)})")
    page.context.set_offline(True)
    page.goto(thread)
    expect(page.get_by_role("heading", level=1)).to_have_text("No connection")


def test_a_shared_device_keeps_nothing(visit: Visits) -> None:
    page = visit(worker=True)
    page.goto("/account/login/")
    page.get_by_role("button", name="Others use it too").click()
    fill_in(page, "mila", PASSWORD)
    page.goto("/")
    expect(page.locator("body[data-shared-device]")).to_be_attached()
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0
    assert page.evaluate("async () => (await caches.keys()).length") == 0


def test_a_page_whose_session_is_over_says_so_and_asks_no_more(visit: Visits, watch: Watch) -> None:
    # A face that the page had yet to ask for is refused with everything else.
    watch.expect("/faces/")
    page = visit()
    enter(page, "mila")
    page.context.clear_cookies(name="vloot_session")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.evaluate("dispatchEvent(new Event('pagehide')); dispatchEvent(new Event('pageshow'))")
    expect(page.locator("[data-ended]")).to_contain_text("You were signed out.")
    expect(page.locator("[data-ended] a")).to_have_attribute(
        "href", re.compile(r"/account/login/\?next=%2F$")
    )


def test_a_message_that_comes_in_is_shown(visit: Visits) -> None:
    page = visit("oona", worker=True)
    page.context.grant_permissions(["notifications"])
    aboard(page)
    session = page.context.new_cdp_session(page)
    registrations: list[dict[str, Any]] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated", lambda told: registrations.extend(told["registrations"])
    )
    session.send("ServiceWorker.enable")
    page.wait_for_timeout(0)
    told = {
        "key": "k-1",
        "title": "Vloot",
        "body": "There is something for you.",
        "url": "/notices/",
        "ids": ["1"],
    }
    for _ in range(2):
        session.send(
            "ServiceWorker.deliverPushMessage",
            {
                "origin": page.evaluate("location.origin"),
                "registrationId": registrations[-1]["registrationId"],
                "data": json.dumps(told),
            },
        )
    shown = """async () => (await (await navigator.serviceWorker.ready).getNotifications())
      .map(({ title, body, tag, data }) => [title, body, tag, data.url])"""
    # A repeat takes the place of the first.
    wanted = json.dumps([["Vloot", "There is something for you.", "k-1", "/notices/"]])
    page.wait_for_function(f"async () => JSON.stringify(await ({shown})()) === JSON.stringify({wanted})")
