"""Signing in with the company's own account, walked as a browser does it."""

import html
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from tests.cli.running import serving, vloot
from tests.web.people.provider import CLIENT, SECRET, Provider, open_provider
from tests.web.people.walking import BACK, BEGIN, CONNECTIONS, said, walk, who
from tests.world import World
from vloot.people import acts
from vloot.people.models import Person

PASSWORD = "the tide comes twice"
ANNA = """
from vloot.people.models import Person
Person.objects.create(username="anna", name="Anna", first_name="Anna", email="anna@vloot.example")
"""
As = Callable[[Person], Client]


class TestTheWayIn:
    def test_a_verified_address_lets_its_person_in(
        self, anna: Person, provider: Provider, client: Client
    ) -> None:
        provider.who["email"] = "Anna@Vloot.Example"
        answer = walk(client, "?next=/people/")
        assert (answer.status_code, answer["Location"]) == (302, "/people/")
        assert who(client) == "anna"

    def test_the_second_time_the_account_is_known_without_the_address(
        self, anna: Person, provider: Provider, client: Client
    ) -> None:
        walk(client)
        provider.who = {"sub": "7", "email": "anna.peeters@elsewhere.example", "email_verified": False}
        again = Client()
        walk(again)
        assert who(again) == "anna"
        assert SocialAccount.objects.count() == 1

    def test_a_proof_key_and_a_nonce_go_along_and_a_link_adds_nothing(
        self, anna: Person, provider: Provider, client: Client
    ) -> None:
        walk(client, "?scope=admin&auth_params=nonce%3Dmine%26prompt%3Dnone")
        asked = provider.asked[0]
        assert len(asked["code_challenge"]) == 43
        assert len(asked["nonce"]) == 64
        assert set(asked["scope"].split()) == {"openid", "email", "profile"}
        assert "prompt" not in asked
        walk(client)
        assert provider.asked[1]["nonce"] != asked["nonce"]

    def test_the_second_step_stands_before_it(self, anna: Person, provider: Provider, client: Client) -> None:
        from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

        TOTP.activate(anna, generate_totp_secret())
        assert walk(client)["Location"] == "/account/2fa/authenticate/"
        assert who(client) == ""

    def test_on_a_shared_device_the_session_is_short(
        self, anna: Person, provider: Provider, client: Client
    ) -> None:
        client.post("/sign-in/device/", {"device": "shared"})
        walk(client)
        assert client.get("/me/")["Cache-Control"] == "no-store"

    def test_only_what_is_needed_is_kept_and_shown_among_my_data(
        self, anna: Person, provider: Provider, client: Client
    ) -> None:
        provider.who |= {"name": "Anna Peeters", "birthdate": "1980-01-01", "phone_number": "+32 1"}
        walk(client)
        kept = SocialAccount.objects.get(user=anna)
        assert kept.extra_data == {"issuer": provider.issuer, "email": "anna@vloot.example"}
        shown = client.get("/me/data/download/").json()["company_accounts"]
        assert [account["extra_data"] for account in shown] == [kept.extra_data]


class TestWhoIsRefused:
    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("en", "Ask a host in your company for an invitation"),
            ("nl", "Vraag een host in je bedrijf om een uitnodiging"),
            ("fr", "Demandez une invitation à un hôte"),
        ],
    )
    def test_nobody_comes_into_being_and_the_page_says_whom_to_ask(
        self, world: World, provider: Provider, client: Client, language: str, words: str
    ) -> None:
        provider.who["email"] = "stranger@vloot.example"
        before = Person.objects.count()
        answer = walk(client, **{"Accept-Language": language})
        assert answer.status_code == 403
        assert words in html.unescape(said(answer))
        assert f'lang="{language}"' in answer.content.decode()
        assert (Person.objects.count(), SocialAccount.objects.count()) == (before, 0)
        assert client.get("/account/3rdparty/signup/").status_code == 302
        assert who(client) == ""

    @pytest.mark.parametrize("verified", [False, "false", None, 0])
    def test_an_address_that_is_not_vouched_for(
        self, world: World, provider: Provider, client: Client, verified: Any
    ) -> None:
        provider.who["email_verified"] = verified
        assert walk(client).status_code == 403
        assert who(client) == ""
        assert not SocialAccount.objects.exists()

    def test_nobody_waits_under_the_address_of_a_colleague(
        self, world: World, provider: Provider, client: Client
    ) -> None:
        bram = world.actor(world.bram)
        acts.change_sign_in_names(
            by=bram, person_id=world.bram.id, username="bram", email="newcomer@vloot.example"
        )
        provider.who["email"] = "newcomer@vloot.example"
        assert walk(client).status_code == 403
        assert who(client) == ""
        hanne = world.actor(world.hanne)
        acts.change_sign_in_names(by=hanne, person_id=world.bram.id, username="bram", email=None)
        acts.change_sign_in_names(
            by=hanne, person_id=world.bram.id, username="bram", email="newcomer@vloot.example"
        )
        assert walk(Client()).status_code == 302

    def test_all_of_them_read_the_same(self, world: World, provider: Provider) -> None:
        pages = []
        for email, verified in [
            ("nobody@vloot.example", True),
            ("anna@vloot.example", False),
            ("eva@vloot.example", True),
        ]:
            provider.who = {"sub": email, "email": email, "email_verified": verified}
            pages.append(walk(Client()))
        assert {answer.status_code for answer in pages} == {403}
        assert len({said(answer) for answer in pages}) == 1

    def test_who_has_left_reads_the_same_though_their_account_was_connected(
        self, world: World, provider: Provider, client: Client
    ) -> None:
        walk(client)
        acts.deactivate(by=world.actor(world.hanne), person_id=world.anna.id)
        assert who(client) == ""
        known = walk(Client())
        provider.who = {"sub": "8", "email": "nobody@vloot.example", "email_verified": True}
        unknown = walk(Client())
        assert (known.status_code, said(known)) == (unknown.status_code, said(unknown))

    def test_a_mere_name_is_nobody(self, world: World, provider: Provider, client: Client) -> None:
        Person.objects.filter(id=world.finn.id).update(email="finn@vloot.example")
        provider.who["email"] = "finn@vloot.example"
        assert walk(client).status_code == 403

    def test_an_address_that_went_to_a_colleague_does_not_open_the_first_ones_door(
        self, world: World, provider: Provider, client: Client
    ) -> None:
        walk(client)
        provider.who["sub"] = "the newcomer"
        newcomer = Client()
        assert walk(newcomer).status_code == 403
        assert who(newcomer) == ""


class TestHowISignIn:
    @pytest.fixture
    def bram(self, world: World, as_person: As) -> Client:
        world.bram.set_password(PASSWORD)
        world.bram.save()
        return as_person(world.bram)

    def show_who_i_am(self, client: Client) -> Any:
        return client.post("/account/reauthenticate/", {"password": PASSWORD})

    def test_connecting_asks_again_who_i_am(self, world: World, provider: Provider, bram: Client) -> None:
        assert "Connect it" in said(bram.get("/me/sign-in/"))
        assert "process=connect" in said(bram.get(CONNECTIONS))
        assert walk(bram, "?process=connect")["Location"] == "/account/reauthenticate/"
        assert not SocialAccount.objects.exists()
        assert self.show_who_i_am(bram)["Location"] == CONNECTIONS
        assert SocialAccount.objects.get().user == world.bram
        assert "anna@vloot.example" in said(bram.get(CONNECTIONS))
        assert "Look at it" in said(bram.get("/me/sign-in/"))
        again = Client()
        walk(again)
        assert who(again) == "bram"  # the account counts, not the address it happens to have

    def test_disconnecting(self, world: World, provider: Provider, bram: Client) -> None:
        walk(bram, "?process=connect")
        self.show_who_i_am(bram)
        account = SocialAccount.objects.get()
        assert bram.post(CONNECTIONS, {"account": account.pk})["Location"] == CONNECTIONS
        assert not SocialAccount.objects.exists()
        assert "Connect it" in said(bram.get(CONNECTIONS))

    def test_the_only_way_in_is_not_taken_away(
        self, world: World, provider: Provider, client: Client
    ) -> None:
        walk(client)
        account = SocialAccount.objects.get()
        page = client.post(CONNECTIONS, {"account": account.pk})
        assert "Choose a password first" in said(page)
        assert SocialAccount.objects.exists()

    def test_nobody_disconnects_somebody_else(
        self, world: World, provider: Provider, bram: Client, client: Client
    ) -> None:
        walk(client)
        self.show_who_i_am(bram)
        bram.post(CONNECTIONS, {"account": SocialAccount.objects.get().pk})
        assert SocialAccount.objects.get().user == world.anna

    def test_an_account_of_somebody_else_stays_theirs(
        self, world: World, provider: Provider, bram: Client, client: Client
    ) -> None:
        walk(client)
        walk(bram, "?process=connect")
        self.show_who_i_am(bram)
        assert SocialAccount.objects.get().user == world.anna
        assert who(bram) == "bram"


class TestWhatPagesShow:
    def test_the_button_stands_there_only_when_it_is_set_up(
        self, db: None, client: Client, request: pytest.FixtureRequest
    ) -> None:
        assert "company account" not in said(client.get("/account/login/"))
        assert client.get(BEGIN).status_code == 404
        assert client.get(BACK).status_code == 404
        request.getfixturevalue("provider")
        page = said(client.get("/account/login/?next=/people/"))
        assert "With my company account" in page
        assert f'href="{BEGIN}?process=login&amp;next=%2Fpeople%2F"' in page

    def test_how_i_sign_in_shows_it_only_when_it_is_set_up(self, world: World, as_person: As) -> None:
        anna = as_person(world.anna)
        assert "Company account" not in said(anna.get("/me/sign-in/"))
        assert "There is no sign-in of the company" in said(anna.get(CONNECTIONS))

    def test_the_promise_names_every_address(self, db: None, client: Client, settings: Any) -> None:
        assert "There are none." in said(client.get("/promise/"))
        settings.VLOOT_OUTSIDE = ["https://id.example"]
        page = said(client.get("/promise/"))
        assert "<li>https://id.example</li>" in page
        assert 'id="promise-23"' in page


SETTINGS = """
import json
from vloot import settings
print(json.dumps([settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"], settings.VLOOT_OUTSIDE]))
"""


def test_the_three_settings_make_it(provider: Provider, settings: Any) -> None:
    set_up = {
        "VLOOT_OIDC_ISSUER": provider.issuer,
        "VLOOT_OIDC_CLIENT_ID": CLIENT,
        "VLOOT_OIDC_CLIENT_SECRET": SECRET,
    }
    run = [sys.executable, "-c", SETTINGS]
    done = subprocess.run(run, env={**os.environ, **set_up}, capture_output=True, text=True, check=True)
    # The very settings with which the walks in this file succeed.
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    assert json.loads(done.stdout) == [apps, [provider.issuer]]


@pytest.mark.long
def test_a_real_server_needs_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """A real server with nothing but the three settings, and a real walk through it."""
    folder = Path(tempfile.mkdtemp(prefix="vloot-openid-"))
    folder.chmod(0o711)
    with open_provider() as provider:
        monkeypatch.setenv("VLOOT_OIDC_ISSUER", f"{provider.issuer}/")
        monkeypatch.setenv("VLOOT_OIDC_CLIENT_ID", CLIENT)
        monkeypatch.setenv("VLOOT_OIDC_CLIENT_SECRET", SECRET)
        try:
            with serving(folder / "data") as server:
                assert vloot(server.data, "manage", "shell", "-v0", "-c", ANNA).returncode == 0
                home = f"http://127.0.0.1:{server.port}"
                with requests.Session() as browser:
                    assert "With my company account" in browser.get(f"{home}/account/login/", timeout=5).text
                    assert f"<li>{provider.issuer}/</li>" in browser.get(f"{home}/promise/", timeout=5).text
                    answer = browser.get(f"{home}{BEGIN}?next=/me/sign-in/", timeout=5)
                assert [urlsplit(step.url).path for step in answer.history] == [BEGIN, "/authorize", BACK]
                assert answer.url == f"{home}/me/sign-in/"
                assert 'value="anna@vloot.example"' in answer.text
        finally:
            shutil.rmtree(folder)
