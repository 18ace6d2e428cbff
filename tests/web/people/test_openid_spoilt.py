"""A company's sign-in that lies, stammers or is away: nobody comes in by it, and every page says what to do."""

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client

from tests.web.people.provider import CLIENT, SECRET, Provider
from tests.web.people.walking import BACK, BEGIN, ask, said, walk, who
from vloot.people.models import Person


def twisted(**wrong: Any) -> Callable[[Provider], object]:
    """Claims that differ from what they should be; None takes one away."""

    def spoil(provider: Provider) -> None:
        provider.twist = lambda claims: {
            name: value for name, value in {**claims, **wrong}.items() if value is not None
        }

    return spoil


def signed_with(key: Any, algorithm: str) -> Callable[[Provider], object]:
    return lambda provider: setattr(provider, "signed_with", (key, algorithm))


def answering(path: str, body: str, status: int = 200) -> Callable[[Provider], object]:
    return lambda provider: provider.answers.update({path: (status, body.encode())})


def told(**claims: Any) -> Callable[[Provider], object]:
    return lambda provider: setattr(provider, "userinfo", claims)


# What is spoilt, and what the log says of it.
SPOILT = {
    "nonce": (twisted(nonce="another"), "nonce"),
    "no nonce": (twisted(nonce=None), "nonce"),
    "audience": (twisted(aud="wiki"), "Audience"),
    "no audience": (twisted(aud=None), "aud"),
    "made for": (twisted(aud=[CLIENT, "wiki"], azp="wiki"), "azp"),
    "issuer": (twisted(iss="https://id.example"), "issuer"),
    "too old": (twisted(exp=1_700_000_000), "expired"),
    "signature": (signed_with(rsa.generate_private_key(65537, 2048), "RS256"), "Signature"),
    "shared secret": (signed_with(SECRET * 2, "HS256"), "InvalidAlgorithm"),
    "unsigned": (signed_with(None, "none"), "InvalidAlgorithm"),
    "two people": (told(sub="1", email="hanne@vloot.example", email_verified=True), "two people"),
    "no token": (answering("/token", '{"access_token": "x"}'), "id_token"),
    "not a token": (answering("/token", '{"access_token": "x", "id_token": "a.b"}'), "DecodeError"),
    "not an object": (answering("/token", "[1]"), "access token"),
    "token refused": (answering("/token", '{"error": "invalid_grant"}', 400), "invalid_grant"),
    "odd seconds": (answering("/token", '{"access_token": "x", "expires_in": "soon"}'), "soon"),
    "no keys": (answering("/jwks", '{"keys": []}'), "PyJWKSetError"),
    "keys broken": (answering("/jwks", "<html>"), "JSON"),
    "userinfo broken": (answering("/userinfo", "", 500), "500"),
    "userinfo odd": (answering("/userinfo", '["sub"]'), "TypeError"),
}


class TestWhatDoesNotFit:
    @pytest.mark.parametrize(("spoil", "reason"), SPOILT.values(), ids=SPOILT)
    def test_nobody_is_signed_in_and_the_page_says_what_to_do(
        self,
        anna: Person,
        provider: Provider,
        client: Client,
        spoil: Callable[[Provider], object],
        reason: str,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        spoil(provider)
        answer = walk(client)
        assert answer.status_code == 401
        assert "Try once more" in said(answer)
        assert who(client) == ""
        assert not SocialAccount.objects.exists()
        [why] = [record.getMessage() for record in caplog.records if record.name.startswith("vloot")]
        assert reason in why

    def test_without_spoiling_the_same_walk_succeeds(
        self, anna: Person, provider: Provider, client: Client
    ) -> None:
        walk(client)
        assert who(client) == "anna"

    def test_a_few_seconds_between_two_clocks_do_not_matter(
        self, anna: Person, provider: Provider, client: Client
    ) -> None:
        provider.twist = lambda claims: {**claims, "iat": claims["iat"] + 20}
        walk(client)
        assert who(client) == "anna"

    @pytest.mark.parametrize("change", ["", "state=another", "state="])
    def test_another_state(self, anna: Person, provider: Provider, client: Client, change: str) -> None:
        back = re.sub(r"state=\w+", change, ask(client))
        assert client.get(back).status_code == 401
        assert who(client) == ""

    def test_a_state_of_another_browser_and_one_used_twice(
        self, anna: Person, provider: Provider, client: Client
    ) -> None:
        back = ask(Client())
        assert client.get(back).status_code == 401
        own = ask(client)
        assert client.get(own).status_code == 302
        client.post("/account/logout/")
        assert client.get(own).status_code == 401
        assert who(client) == ""

    def test_turning_back(self, anna: Person, provider: Provider, client: Client) -> None:
        state = parse_qs(urlsplit(ask(client)).query)["state"][0]
        answer = client.get(f"{BACK}?error=access_denied&state={state}", follow=True)
        assert (answer.status_code, "You turned back" in said(answer)) == (200, True)


class TestOutOfReach:
    def test_at_the_beginning(self, anna: Person, provider: Provider, client: Client) -> None:
        provider.close()
        answer = client.get(BEGIN)
        assert answer.status_code == 401
        assert "did not answer as it should" in said(answer)

    @pytest.mark.parametrize("broken", [(500, b""), (200, b"<html>"), (200, b"{}"), (200, b"[]")])
    def test_when_it_tells_nonsense_about_itself(
        self, anna: Person, provider: Provider, client: Client, broken: tuple[int, bytes]
    ) -> None:
        back = ask(client)
        provider.answers["/.well-known/openid-configuration"] = broken
        assert client.get(BEGIN).status_code == 401
        assert client.get(back).status_code == 401

    def test_when_somebody_else_answers(self, anna: Person, provider: Provider, client: Client) -> None:
        told = {**provider.discovery(), "issuer": "https://id.example"}
        provider.answers["/.well-known/openid-configuration"] = (200, json.dumps(told).encode())
        assert client.get(BEGIN).status_code == 401

    def test_on_the_way_back(self, anna: Person, provider: Provider, client: Client) -> None:
        back = ask(client)
        provider.close()
        answer = client.get(back)
        assert answer.status_code == 401
        assert "Try once more" in said(answer)
