"""The code that came back against tokens, and what the tokens say, believed only when everything fits."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

# Signed with a key that only the company's sign-in has; a shared secret would let whoever knows it forge tokens.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
LEEWAY = 60  # seconds that two clocks may differ
_ASKED = ("token_endpoint", "jwks_uri", "userinfo_endpoint")
_NEEDED = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")


def nonce_of(verifier: str) -> str:
    """The nonce that goes with a code verifier, which stays in the session: who sees the one cannot make the other."""
    return hashlib.sha256(f"nonce {verifier}".encode()).hexdigest()


@contextmanager
def understood() -> Iterator[None]:
    """What cannot be reached or read is an error of the exchange (OAuth2Error), never one of ours."""
    try:
        yield
    except (OSError, LookupError, TypeError, ValueError, AttributeError, jwt.PyJWTError) as error:
        raise OAuth2Error(f"{type(error).__name__}: {error}") from error


class Exchange(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """One walk to the company's sign-in and back. Raises OAuth2Error for whatever does not fit."""

    _nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the company's sign-in tells about itself."""
        with understood():
            found: dict[str, Any] = super().openid_config
            lacking = [name for name in _NEEDED if not isinstance(found[name], str)]
            asked = self.get_provider().app.settings["server_url"].split("/.well-known/")[0]
            if lacking or found["issuer"].rstrip("/") != asked.rstrip("/"):
                raise OAuth2Error(f"asked {asked}, answered as {found['issuer']}")
            _require_entered(asked, [found[name] for name in _ASKED if found.get(name)])
        return found

    # law: name because allauth calls it so
    def get_access_token_data(
        self, request: HttpRequest, app: Any, client: Any, pkce_code_verifier: str | None = None
    ) -> dict[str, Any]:
        """The tokens for the code."""
        if not pkce_code_verifier:
            raise OAuth2Error("no code verifier in the session")
        self._nonce = nonce_of(pkce_code_verifier)
        with understood():
            answer: dict[str, Any] = super().get_access_token_data(request, app, client, pkce_code_verifier)
        return answer

    def parse_token(self, data: dict[str, Any]) -> Any:
        with understood():
            return super().parse_token(data)

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        """Who came back, as allauth's login that is still to be weighed."""
        with understood():
            claims = self._decode_id_token(app, kwargs["response"]["id_token"])
            told = self._fetch_user_info(token.token) if "userinfo_endpoint" in self.openid_config else claims
            if told["sub"] != claims["sub"]:
                raise OAuth2Error("the tokens are about two people")
            return self.get_provider().sociallogin_from_response(request, _in_short(claims, told))

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        claims: dict[str, Any] = jwt.decode(
            id_token,
            self._key(id_token),
            algorithms=ALGORITHMS,
            audience=app.client_id,
            issuer=self.openid_config["issuer"],
            leeway=LEEWAY,
            options={"require": ["iss", "sub", "aud", "exp", "iat", "nonce"]},
        )
        if not constant_time_compare(str(claims["nonce"]), self._nonce):
            raise OAuth2Error("the token answers another question (nonce)")
        if claims.get("azp", app.client_id) != app.client_id:
            raise OAuth2Error("the token was made for somebody else (azp)")
        return claims

    def _key(self, id_token: str) -> jwt.PyJWK:
        """The key that signed the token, among those that the company's sign-in publishes."""
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        keys = jwt.PyJWKSet.from_dict(answer.json()).keys
        wanted = jwt.get_unverified_header(id_token).get("kid")
        fitting = [key for key in keys if wanted is None or key.key_id == wanted]
        if len(fitting) != 1:
            raise OAuth2Error(f"{len(fitting)} keys fit the token")
        return fitting[0]


def _require_entered(issuer: str, asked: list[str]) -> None:
    """Vloot asks only hosts that an administrator entered, whatever the sign-in's own page about itself says."""
    entered = {urlsplit(issuer).hostname, *settings.VLOOT_SIGN_IN_HOSTS}
    foreign = sorted({str(urlsplit(address).hostname) for address in asked} - entered)
    if foreign:
        raise OAuth2Error(
            f"the sign-in answers from hosts that oidc_hosts does not name: {' '.join(foreign)}"
        )


def _in_short(claims: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """What is needed of all that was said. The address and whether it is verified come from one mouth."""
    source = told if told.get("email") else claims
    return {
        "iss": claims["iss"],
        "sub": claims["sub"],
        "email": str(source.get("email") or ""),
        # Some say it as a word; `bool("false")` would let anybody in.
        "email_verified": source.get("email_verified") in (True, "true"),
    }
