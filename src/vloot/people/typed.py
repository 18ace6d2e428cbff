"""What people type about a person, cleaned and checked in one place. Every fault names its field."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator, validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from vloot.ground.errors import Refused
from vloot.ground.text import line as one_line
from vloot.ground.text import sort_key
from vloot.people import names
from vloot.people.models import Person

LIMITS = {
    "name": 160,
    "first_name": 80,
    "last_name": 120,
    "ask_me_about": 400,
    "learning": 400,
    "how_to_work": 2000,
    "working_hours": 160,
    "function": 120,
}


def line(text: str, field: str) -> str:
    """One line of text without double spaces. Raises Refused when it is too long for `field`."""
    return _short_enough(one_line(text), field)


def paragraphs(text: str, field: str) -> str:
    """Several lines of text. Raises Refused when it is too long for `field`."""
    return _short_enough(text.replace("\x00", "").replace("\r\n", "\n").strip(), field)


def full_name(text: str) -> str:
    """The name to show. Raises Refused when it is empty or too long."""
    name = line(text, "name")
    if not any(letter.isalnum() for letter in name):
        raise Refused("name.empty", _("Fill in a name."), "name")
    return name


def username(text: str, own_id: int = 0) -> str:
    """A user name, folded. Raises Refused when it cannot be used or somebody else has it."""
    folded = names.fold_username(text)
    if not names.USERNAME.fullmatch(folded):
        raise Refused(
            "username.bad",
            _(
                "A user name has letters without accents, digits, dots or hyphens, and begins with a letter or digit."
            ),
            "username",
        )
    if Person.objects.filter(username=folded).exclude(id=own_id).exists():
        raise Refused(
            "username.taken", _("This user name is already in use. Choose another one."), "username"
        )
    return folded


def email(text: str | None, own_id: int = 0) -> str | None:
    """An e-mail address, folded; None when there is none. Raises Refused when it is wrong or somebody else's."""
    folded = names.fold_email(text or "")
    if not folded:
        return None
    try:
        validate_email(folded)
    except ValidationError:
        raise Refused("email.bad", _("This is not a complete e-mail address."), "email") from None
    if Person.objects.filter(email=folded).exclude(id=own_id).exists():
        raise Refused("email.taken", _("This e-mail address belongs to somebody here already."), "email")
    return folded


class LongEnough(MinimumLengthValidator):
    """Django's rule, in words that are in every catalogue: its own are not."""

    def get_error_message(self) -> str:
        """What to do about a password that is too short."""
        return _("At least ten characters. A few words in a row are easy to remember.")


def password(text: str, person: Person) -> str:
    """A password that is hard enough to guess. Raises Refused, with every reason, when it is not."""
    try:
        validate_password(text, person)
    except ValidationError as wrong:
        raise Refused("password.weak", " ".join(wrong.messages), "password") from None
    return text


def set_names(person: Person, name: str) -> None:
    """Put a cleaned name and all that follows from it on a person's row."""
    person.name = name
    first, last = names.split_name(name)
    person.first_name, person.last_name = first[: LIMITS["first_name"]], last[: LIMITS["last_name"]]
    person.sort_key = sort_key(name)[:320]


def _short_enough(text: str, field: str) -> str:
    most = LIMITS[field]
    if len(text) > most:
        raise Refused(
            "text.long", _("This is longer than %(most)d characters. Shorten it.") % {"most": most}, field
        )
    return text
