import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests.world import World
from vloot.people.models import Person

As = Callable[[Person], Client]
FORM = {"name": "Anna Peeters", "ask_me_about": "cranes, tides", "languages": ["nl", "pl"], "tenure": "2to9"}


def test_one_tells_about_oneself(world: World, as_person: As) -> None:
    client = as_person(world.anna)
    answer = client.post("/me/", FORM, follow=True)
    page = answer.content.decode()
    assert "tides" in page
    assert "polski" in page
    assert 'href="/people/?about=tides"' in page
    refused = client.post("/me/", {**FORM, "name": " "})
    assert refused.status_code == 422
    assert "tides" in refused.content.decode(), "what was typed is still there"


def test_the_language_one_chose_is_spoken(world: World, as_person: As) -> None:
    client = as_person(world.anna)
    client.post("/me/", {**FORM, "locale": "fr"})
    assert '<html lang="fr"' in client.get("/me/").content.decode()


def test_a_face_goes_in_and_out(world: World, as_person: As, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "teal").save(out, "PNG")
    client = as_person(world.anna)
    picture = SimpleUploadedFile("me.png", out.getvalue(), "image/png")
    assert client.post("/me/face/", {"face": picture}).status_code == 302
    name = Person.objects.get(id=world.anna.id).face
    served = as_person(world.bram).get(f"/faces/{name}-96.webp")
    assert served["Content-Type"] == "image/webp"
    assert "immutable" in served["Cache-Control"]
    assert Client().get(f"/faces/{name}-96.webp").status_code == 404
    assert as_person(world.bram).get("/faces/" + "a" * 32 + "-96.webp").status_code == 404
    bad = client.post("/me/face/", {"face": SimpleUploadedFile("me.svg", b"<svg/>", "image/svg+xml")})
    assert bad.status_code == 422
    client.post("/me/face/", {"drop": "1"})
    assert Person.objects.get(id=world.anna.id).face == ""


def test_changing_ones_names_asks_who_one_is_again(world: World, client: Client) -> None:
    world.anna.set_password("the tide comes twice")
    world.anna.save()
    client.post("/account/login/", {"login": "anna", "password": "the tide comes twice"})
    asked = client.post("/me/sign-in/", {"username": "anna.p", "email": ""})
    assert asked["Location"].startswith("/account/reauthenticate/")
    assert Person.objects.get(id=world.anna.id).username == "anna"
    wrong = client.post(asked["Location"], {"password": "not this one", "next": "/me/sign-in/"})
    assert wrong.status_code == 200
    assert Person.objects.get(id=world.anna.id).username == "anna"
    client.post(asked["Location"], {"password": "the tide comes twice", "next": "/me/sign-in/"})
    anna = Person.objects.get(id=world.anna.id)
    assert (anna.username, anna.email) == ("anna.p", None)


def test_one_ends_ones_own_sessions_everywhere(world: World, as_person: As) -> None:
    phone, desk = as_person(world.anna), as_person(world.anna)
    assert desk.post("/me/sign-out-everywhere/")["Location"] == "/account/login/"
    for client in (phone, desk):
        assert client.get("/me/").status_code == 302


@pytest.mark.parametrize(
    "path", ["/account/password/change/", "/account/2fa/", "/account/sessions/", "/account/logout/"]
)
def test_the_pages_of_signing_in_look_like_the_house(world: World, client: Client, path: str) -> None:
    world.anna.set_password("the tide comes twice")
    world.anna.save()
    client.post("/account/login/", {"login": "anna", "password": "the tide comes twice"})
    page = client.get(path).content.decode()
    assert 'class="rail"' in page
    assert "style=" not in page


def test_allauths_own_address_page_is_closed(world: World, as_person: As) -> None:
    for method in ("get", "post"):
        answer = getattr(as_person(world.anna), method)(
            "/account/email/", {"email": "x@y.example", "action_add": ""}
        )
        assert answer["Location"] == "/me/sign-in/"
