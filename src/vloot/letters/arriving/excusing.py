"""A kind word to who wrote: why their mail is not taken, at most once an hour, and never to a program."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from vloot.company import reads as company
from vloot.ground.mail import Letter, MailError, TryLater, open_line
from vloot.ground.mail.reply import ReplyTo
from vloot.letters.arriving.outcome import Outcome
from vloot.letters.arriving.reading import Mail
from vloot.mailroom import acts as mailroom

LONGEST = 4000  # characters of their own that they get back


def say_no(mail: Mail, key: str, why: str, *, to: ReplyTo | None = None, is_there: bool = True) -> Outcome:
    """Tell a sender why not, in the language in force. `to` is given only when they are who they say: then their words come back too.

    Raises TryLater when the letter cannot be sent now; then nothing was noted.
    """
    with transaction.atomic():
        if not mailroom.note_arrival(key):
            return Outcome.KNOWN
        if not mail.sender or not mailroom.note_excuse(mail.sender):
            return Outcome.DROPPED
        _send(mail, key, why, to, is_there=is_there)
    return Outcome.REFUSED


def _send(mail: Mail, key: str, why: str, to: ReplyTo | None, *, is_there: bool) -> None:
    words = {
        "why": why,
        "company": company.name() or "Vloot",
        "origin": settings.VLOOT_ORIGIN,
        "link": settings.VLOOT_ORIGIN + reverse("thread", args=(to.object_id,)) if to and is_there else "",
        "written": mail.written[:LONGEST] if to else "",
    }
    # Who may be somebody else gets no word back that they wrote: else Vloot would carry a stranger's words to a colleague.
    subject = mail.subject.removeprefix("Re: ") if to else ""
    letter = Letter(
        to=mail.sender,
        name=mail.sender_name if to else "",
        subject=f"Re: {subject}" if subject else _("Your mail was not placed:").rstrip(" :"),
        body=render_to_string("letters/not_taken.txt", words).strip() + "\n",
        key=f"excuse {key}",
        answers=mail.message_id,
    )
    try:
        with open_line() as line:
            line.send(letter)
    except TryLater:
        raise
    except (MailError, ValueError):
        return  # nobody there to be told
