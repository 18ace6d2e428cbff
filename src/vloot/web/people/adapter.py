"""What allauth must know of this house: nobody signs up by themselves, and a shared device forgets."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

from vloot.people import reads as people
from vloot.web.people import shared_device


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing in by name, address, passkey or code."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: people come in by invitation."""
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """Every way of signing in ends here, so here the device is looked at."""
        super().login(request, user)
        shared_device.begin(request)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Signing in and out shows by itself; what else allauth says stands on its pages."""
        template = kwargs.get("message_template") or (args[2] if len(args) > 2 else "")
        if template not in ("account/messages/logged_in.txt", "account/messages/logged_out.txt"):
            super().add_message(*args, **kwargs)


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Signing in with the company's own account (OpenID Connect)."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never: who is unknown here asks for an invitation."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Whoever is here already is known by the address that the company's sign-in vouches for."""
        if sociallogin.is_existing or request.user.is_authenticated:
            return
        for address in sociallogin.email_addresses:
            person = people.by_email(address.email) if address.verified else None
            if person is not None:
                sociallogin.connect(request, person)
                return
