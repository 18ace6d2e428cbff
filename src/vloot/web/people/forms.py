"""What people fill in about themselves and others. Fields only: every check stands in the act behind the form."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from vloot.ground.errors import Refused
from vloot.people import languages
from vloot.people.languages import SPOKEN

_NEW_PASSWORD = forms.PasswordInput(attrs={"autocomplete": "new-password"})
_USERNAME = forms.TextInput(
    attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
)
_TENURE = [
    ("", _("Rather not say")),
    ("under2", _("Less than two years")),
    ("2to9", _("Two to nine years")),
    ("10plus", _("Ten years or more")),
]
USERNAME_HINT = _(
    "Letters without accents, digits, dots and hyphens. With this name you sign in and people mention you."
)


def tell(form: forms.Form, refusal: Refused) -> None:
    """Put what an act refused beside the field it is about, or above the form."""
    field = refusal.field if refusal.field in form.fields else None
    form.add_error(field, refusal.text)


class JoinForm(forms.Form):
    """Coming in: who one is and how one signs in."""

    name = forms.CharField(
        label=_("Your name"), max_length=160, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    username = forms.CharField(label=_("User name"), max_length=64, widget=_USERNAME, help_text=USERNAME_HINT)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("Only to sign in and to get a new password. You can do without."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    password = forms.CharField(
        label=_("Password"),
        widget=_NEW_PASSWORD,
        strip=False,
        help_text=_("At least ten characters. A few words in a row are easy to remember."),
    )


class FoundForm(JoinForm):
    """The first of all: the company's name too."""

    field_order = ("company", "name", "username", "email", "password")
    company = forms.CharField(
        label=_("What is your company called?"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )


class CodeForm(forms.Form):
    """Signing in with a printed code."""

    username = forms.CharField(label=_("User name"), max_length=64, widget=_USERNAME)
    code = forms.CharField(
        label=_("Code from your paper"),
        max_length=40,
        help_text=_("Twelve letters and digits. Capitals and hyphens do not matter."),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("A password of your own"),
        required=False,
        strip=False,
        widget=_NEW_PASSWORD,
        help_text=_("So that you can come back without a code: at least ten characters."),
    )


class InviteForm(forms.Form):
    """Inviting one person."""

    name = forms.CharField(label=_("Whom do you invite?"), max_length=160, required=False)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("Vloot sends no mail for this: you give the link yourself, on paper or in a message."),
    )
    team = forms.TypedChoiceField(label=_("Team"), required=False, coerce=int, empty_value=None)
    is_guest = forms.BooleanField(
        label=_("As a guest"),
        required=False,
        help_text=_(
            "From outside the company: sees only the spaces somebody brings them into, and wears a badge."
        ),
    )

    spaces = forms.TypedMultipleChoiceField(
        label=_("Let them into"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The spaces you host. A guest sees nothing else."),
    )

    def __init__(
        self, *args: Any, teams: list[tuple[int, str]], spaces: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "team", [("", _("No team yet")), *teams])
        choose(self, "spaces", spaces)
        if not spaces:
            del self.fields["spaces"]


class ProfileForm(forms.Form):
    """What somebody tells about themselves."""

    name = forms.CharField(label=_("Your name"), max_length=160)
    ask_me_about = forms.CharField(
        label=_("Ask me about"),
        max_length=400,
        required=False,
        help_text=_("What you like to be asked, with commas between: cranes, timetables, baking bread."),
    )
    learning = forms.CharField(label=_("I am learning"), max_length=400, required=False)
    how_to_work = forms.CharField(
        label=_("How to work with me"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Call or write? Mornings or evenings? What helps you, and what does not?"),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages you speak"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=list(SPOKEN.items()),
    )
    working_hours = forms.CharField(
        label=_("Working hours"),
        max_length=160,
        required=False,
        help_text=_("For example: Monday to Thursday, early shift."),
    )
    tenure = forms.ChoiceField(
        label=_("How long have you been here?"),
        required=False,
        choices=_TENURE,
        help_text=_("Only if you like: a wide band that you choose yourself."),
    )
    locale = forms.ChoiceField(label=_("Language of Vloot for you"), required=False)
    time_zone = forms.ChoiceField(label=_("Time zone"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ticked = (
            self.data.getlist("languages")
            if isinstance(self.data, QueryDict)
            else self.initial.get("languages") or []
        )
        choose(self, "languages", languages.choices(ticked))
        choose(self, "locale", [("", _("As my browser asks")), *settings.LANGUAGES])
        zones = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
        choose(self, "time_zone", [("", _("As the company")), *((zone, zone) for zone in zones)])


class NamesForm(forms.Form):
    """The names somebody signs in with."""

    username = forms.CharField(label=_("User name"), max_length=64, widget=_USERNAME, help_text=USERNAME_HINT)
    email = forms.EmailField(label=_("E-mail address"), required=False)


class PlaceForm(forms.Form):
    """Somebody's place in the chart."""

    function = forms.CharField(label=_("Function"), max_length=120, required=False)
    team = forms.TypedChoiceField(label=_("Team"), required=False, coerce=int, empty_value=None)
    manager = forms.CharField(
        label=_("Manager"),
        max_length=64,
        required=False,
        help_text=_("The manager's user name. Empty: nobody."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-complete": "@"}),
    )
    joined_on = forms.DateField(
        label=_("Joined on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, teams: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "team", [("", _("No team")), *teams])


def choose(form: forms.Form, name: str, choices: list[tuple[Any, Any]]) -> None:
    """Give a choice field its answers."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
