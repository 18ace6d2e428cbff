"""Vloot as an app: what it tells a device, whose pages may be kept, and that once is once."""

import json
import re
from urllib.parse import unquote

import pytest
from django.test import Client

from tests.world import World
from vloot.talk.models import Post
from vloot.talk.posts import acts as posts


def test_the_manifest_has_what_an_app_needs(world: World, client: Client) -> None:
    answer = client.get("/vloot.webmanifest", headers={"Accept-Language": "nl"})
    told = json.loads(answer.content)
    assert answer["Content-Type"] == "application/manifest+json"
    assert (told["start_url"], told["scope"], told["display"], told["lang"]) == ("/", "/", "standalone", "nl")
    assert "Harbour Works" in told["name"]
    assert {icon["sizes"] for icon in told["icons"]} == {"any", "192x192", "512x512"}
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    assert [shortcut["url"] for shortcut in told["shortcuts"]] == ["/ask/", "/notices/"]
    page = client.get("/welcome/").content.decode()
    assert 'rel="manifest" href="/vloot.webmanifest"' in page


def test_the_worker_stands_at_the_root_and_knows_its_build(client: Client) -> None:
    answer = client.get("/sw.js")
    source = answer.content.decode()
    told = json.loads(source.split("\n")[0].removeprefix("const TOLD = ").removesuffix(";"))
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
    assert re.fullmatch(r"[0-9a-f]{12}", told["build"])
    assert set(told["offline"]) == {"en", "nl", "fr"}
    assert {"/static/js/main.js", "/static/css/vloot.css"} <= set(told["files"])
    assert "script-src 'self'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
def test_the_page_without_connection_is_the_same_for_everybody(
    world: World, client: Client, language: str
) -> None:
    as_nobody = client.get(f"/offline/{language}/")
    client.force_login(world.anna)
    as_anna = client.get(f"/offline/{language}/")
    assert as_nobody.content == as_anna.content
    assert f'<html lang="{language}"' in as_anna.content.decode()
    assert as_anna["Content-Language"] == language
    assert client.get("/offline/xx/").status_code == 404


def test_pages_say_whose_they_are_and_which_may_be_kept(world: World, client: Client) -> None:
    assert "Vloot-Reader" not in client.get("/welcome/")
    client.force_login(world.anna)
    post = posts.write(by=world.actor(world.anna), space=world.quay, body="Kept.")
    for address in ("/", f"/t/{post.id}/", "/s/quay/"):
        answer = client.get(address)
        assert (answer["Vloot-Reader"], answer["Vloot-Keep"]) == (str(world.anna.id), "1"), address
    for address in ("/me/", "/me/data/", "/people/", "/notices/", "/t/1/", "/me/devices/"):
        answer = client.get(address)
        assert answer["Vloot-Reader"] == str(world.anna.id)
        assert "Vloot-Keep" not in answer, address
    assert "Vloot-Keep" not in client.get("/", headers={"X-Requested-With": "fetch"})


def test_nothing_of_a_shared_device_may_be_kept(world: World, client: Client) -> None:
    client.force_login(world.anna)
    session = client.session
    session["shared_device_seen"] = 1772442000.0
    session.save()
    answer = client.get("/")
    assert answer["Cache-Control"] == "no-store"
    assert "Vloot-Reader" not in answer
    assert "Vloot-Keep" not in answer
    assert "token" not in client.get("/app/state/").json()


def test_the_state_says_who_is_signed_in_here(world: World, client: Client) -> None:
    assert client.get("/app/state/").json() == {"reader": ""}
    client.force_login(world.anna)
    told = client.get("/app/state/").json()
    assert told["reader"] == str(world.anna.id)
    assert len(told["token"]) == 64
    assert "no-store" in client.get("/app/state/")["Cache-Control"]


def page_token(client: Client, address: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(address).content.decode())
    assert found
    return found[1]


KINDS = [
    {"kind": "update", "body": "Once."},
    {"kind": "question", "title": "Who has the key?", "body": ""},
    {"kind": "thanks", "to": "@bram", "body": "For the key."},
    {"kind": "poll", "title": "Which key?", "body": "", "choices": "Red\nBlue"},
]


@pytest.mark.parametrize("sent", KINDS, ids=lambda sent: sent["kind"])
def test_a_form_sent_twice_is_one_deed(world: World, sent: dict[str, str]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.anna)
    form = sent | {"space": str(world.quay.id), "csrfmiddlewaretoken": page_token(client, "/")}
    first, again = client.post("/", form), client.post("/", form)
    assert (first.status_code, first["Location"]) == (302, again["Location"])
    assert Post.objects.count() == 1
    # A page that is opened anew is a new intention, and so are other words in the same form.
    client.post("/", form | {"csrfmiddlewaretoken": page_token(client, "/")})
    client.post("/", form | {"body": "Other words."})
    assert Post.objects.count() == 3


@pytest.mark.parametrize("kind", ["question", "update"])
def test_an_answer_sent_twice_stands_there_once(world: World, kind: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.bram)
    form = {"space": str(world.quay.id), "kind": kind, "title": "Who has it?", "body": "The key."}
    thread = client.post("/", form | {"csrfmiddlewaretoken": page_token(client, "/")})["Location"]
    post = Post.objects.get()
    address = f"/t/{post.id}/answers/" if kind == "question" else f"/p/{post.id}/comments/"
    form = {"body": "I have.", "csrfmiddlewaretoken": page_token(client, thread)}
    for _ in range(2):
        assert client.post(address, form)["Location"].startswith(thread)
    post.refresh_from_db()
    assert (Post.objects.filter(root=post).count(), post.reply_count) == (1, 1)


def test_what_waited_in_a_browser_is_known_by_its_own_page(world: World) -> None:
    """It goes out with a fresh token, and still is the form that was sent before."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.anna)
    form = {"kind": "update", "space": str(world.quay.id), "body": "Once."}
    token = page_token(client, "/")
    client.post("/", form | {"csrfmiddlewaretoken": token})
    client.post("/", form | {"csrfmiddlewaretoken": client.get("/app/state/").json()["token"], "once": token})
    assert Post.objects.count() == 1


def test_the_same_form_of_somebody_else_is_theirs(world: World) -> None:
    form = {"kind": "update", "space": str(world.quay.id), "body": "Once.", "once": "stolen"}
    for person in (world.anna, world.bram):
        client = Client()
        client.force_login(person)
        client.post("/", form)
    assert Post.objects.count() == 2


def test_a_refusal_says_why_to_what_sends_for_the_reader(world: World, client: Client) -> None:
    client.force_login(world.anna)
    answer = client.post("/", {"kind": "update", "space": str(world.quay.id), "body": ""})
    assert answer.status_code == 422
    assert len(unquote(answer["Vloot-Refusal"])) > 10
