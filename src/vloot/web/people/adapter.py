"""What allauth must know of this house: nobody signs up by themselves, and a shared device forgets."""

from __future__ import annotations

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base.constants import AuthError, AuthProcess
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from vloot.ground import limits
from vloot.ground.limits import TooFast
from vloot.people import names
from vloot.people import reads as people
from vloot.people.ways import has_account_with
from vloot.web.people import shared_device

TRIES_WAIT = 300  # seconds, as allauth counts them

logger = logging.getLogger(__name__)


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing in by name, address, passkey or code."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: people come in by invitation."""
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """Every way of signing in ends here, so here the device is looked at."""
        super().login(request, user)
        shared_device.begin(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Tries are counted before anything is compared; too many are answered as such to programs too."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            limits.noted(TooFast(TRIES_WAIT))
            raise

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """By whom a try is counted: one account however its name is spelled, whatever host is asked."""
        typed = str(credentials.get("username") or credentials.get("email") or "")
        return names.fold_username(typed)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Signing in and out shows by itself; what else allauth says stands on its pages."""
        template = kwargs.get("message_template") or (args[2] if len(args) > 2 else "")
        if template not in ("account/messages/logged_in.txt", "account/messages/logged_out.txt"):
            super().add_message(*args, **kwargs)


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Signing in with the company's own account (OpenID Connect)."""

    error_messages = {
        **DefaultSocialAccountAdapter.error_messages,
        "no_password": _("Choose a password first, or you could not come in again."),
    }

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never: who is unknown here asks for an invitation."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Whoever is here already is known by their account, the first time by the address that it vouches for.

        Everybody else reads one and the same page: unknown, not vouched for, or no longer here.
        """
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            return
        person = sociallogin.user if sociallogin.is_existing else _by_address(sociallogin)
        if person is None or not person.is_active:
            raise ImmediateHttpResponse(render(request, "socialaccount/unknown.html", status=403))
        if not sociallogin.is_existing:
            sociallogin.connect(request, person)

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, **_more: Any
    ) -> None:
        """The page says only that it failed; whoever runs Vloot finds in its log why."""
        if error != AuthError.CANCELLED:
            logger.warning("Signing in with a company account failed: %s", exception or error)


def _by_address(sociallogin: Any) -> AbstractBaseUser | None:
    address = next((known.email for known in sociallogin.email_addresses if known.verified), "")
    person = people.by_vouched_email(address) if address else None
    # An address may have gone to somebody else in the company: the account that came first stays the one.
    issuer = sociallogin.account.extra_data["issuer"]
    return None if person is None or has_account_with(person.pk, issuer) else person
