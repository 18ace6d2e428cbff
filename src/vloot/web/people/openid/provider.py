"""The company account: how the walk begins, and what is kept of it."""

from __future__ import annotations

import hashlib
from typing import Any

from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.http import HttpRequest, HttpResponseBase

from vloot.web.people.openid.exchange import Exchange, nonce_of


class CompanyAccount(OpenIDConnectProvider):  # type: ignore[misc]
    """The account that people have with the company's own sign-in. Named in the settings as allauth's provider class."""

    package = "vloot.web.people.openid"  # whose urls.py allauth takes
    oauth2_adapter_class = Exchange

    def wk_server_url(self, url: str) -> str:
        """Where the company's sign-in tells about itself; an issuer may end in a slash."""
        return str(super().wk_server_url(url.rstrip("/")))

    def get_pkce_params(self) -> dict[str, str]:
        """A proof key and a nonce, always."""
        made = generate_code_challenge()
        return {**made, "nonce": nonce_of(made["code_verifier"])}

    def get_scope_from_request(self, request: HttpRequest) -> list[str]:
        """What we ask; a link cannot ask for more."""
        return list(self.get_scope())

    def get_auth_params_from_request(self, request: HttpRequest, action: str) -> dict[str, str]:
        """Nothing: a link cannot add to the question."""
        return {}

    def redirect(self, request: HttpRequest, process: str, **kwargs: Any) -> HttpResponseBase:
        """Off to the company's sign-in, or a page that says it cannot be reached."""
        try:
            answer: HttpResponseBase = super().redirect(request, process, **kwargs)
        except OAuth2Error as error:
            answer = render_authentication_error(request, self, exception=error)
        return answer

    def extract_uid(self, data: dict[str, Any]) -> str:
        """A subject means something only together with its issuer."""
        return hashlib.sha256(f"{data['iss']} {data['sub']}".encode()).hexdigest()

    # law: name because allauth calls it so
    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, str]:
        """What is kept: by what the person recognises the account."""
        return {"issuer": data["iss"], "email": data["email"]}
