"""Words that Django and allauth say on our pages, named here so that our own catalogues say them in our tone.

Nothing calls this: a catalogue of ours comes before theirs, and only texts that stand in the source stay in it.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext

BORROWED = (
    _("The password is too similar to the %(verbose_name)s."),
    _("Your password can’t be too similar to your other personal information."),
    _("This password is too common."),
    _("Your password can’t be a commonly used password."),
    _("This password is entirely numeric."),
    _("Your password can’t be entirely numeric."),
    _("Set Password"),
    _("Change Password"),
    _("Password Reset"),
    _("Two-Factor Authentication"),
    _("Account Connections"),
    _("Authenticator code"),
    _("Note"),
    _("Confirm Access"),
    _("Please reauthenticate to safeguard your account."),
    _("Please contact us if you have any trouble resetting your password."),
)


def counted(length: int) -> tuple[str, str]:
    """What is said about a password's length, in the singular and plural that Django asks for."""
    return (
        ngettext(
            "This password is too short. It must contain at least %d character.",
            "This password is too short. It must contain at least %d characters.",
            length,
        ),
        ngettext(
            "Your password must contain at least %(min_length)d character.",
            "Your password must contain at least %(min_length)d characters.",
            length,
        ),
    )
