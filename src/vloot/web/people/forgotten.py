"""A forgotten password: whoever asks reads the same answer, and a worker sends the link to whom it concerns."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django import forms
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.company import reads as company
from vloot.ground.jobs import defer
from vloot.ground.mail import AddressRefused, Letter, LetterRefused, open_line
from vloot.people import reads as people


class ForgottenForm(forms.Form):
    """Who forgot. Does the same, and takes as long, for a name that nobody has."""

    # Named as allauth counts tries by it.
    email = forms.CharField(
        label=gettext_lazy("User name or e-mail address"),
        max_length=254,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Without mail there is no link to promise."""
        if not settings.EMAIL_HOST:
            raise forms.ValidationError(_("No mail is sent from here. Ask a host to print a code for you."))
        return self.cleaned_data

    def save(self, request: HttpRequest) -> None:
        """Leave it to a worker."""
        with transaction.atomic():
            defer(
                "vloot.web.send_new_password_link",
                typed=self.cleaned_data["email"],
                language=translation.get_language() or settings.LANGUAGE_CODE,
            )


def send_link(typed: str, language: str) -> None:
    """Mail the link for a new password, if somebody here signs in with these words and has an address."""
    person = people.by_sign_in_name(typed)
    if person is None or not person.email:
        return
    key = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    with translation.override(person.locale or language):
        words = {
            "person": person,
            "company": company.name(),
            "origin": settings.VLOOT_ORIGIN,
            "link": settings.VLOOT_ORIGIN + reverse("account_reset_password_from_key", kwargs=key),
        }
        letter = Letter(
            to=person.email,
            name=person.name,
            subject=_("A new password for Vloot"),
            body=render_to_string("people/mail/new_password.txt", words),
            key=key["key"],
        )
        with open_line() as line, suppress(AddressRefused, LetterRefused):
            line.send(letter)
