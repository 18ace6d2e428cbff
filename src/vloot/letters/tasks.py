"""What a worker runs for this door: each minute it looks whether mail has come."""

import logging
from pathlib import Path

from django.conf import settings
from procrastinate.contrib.django import app

from vloot.letters.boxes import imap, maildir

log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(name="vloot.letters.take_in", queue="mail", queueing_lock="letters.take_in", lock="letters.take_in")
def take_in(timestamp: int) -> None:
    """Empty the boxes that are set."""
    look()


def look() -> int:
    """Take in what lies in the maildir folder and the IMAP mailbox, as far as they are set. Returns how many mails."""
    taken = 0
    if settings.VLOOT_MAIL_MAILDIR:
        try:
            taken += maildir.empty(Path(settings.VLOOT_MAIL_MAILDIR))
        except OSError as error:
            log.error("%s cannot be read: %s", settings.VLOOT_MAIL_MAILDIR, error)
    if settings.VLOOT_IMAP["host"]:
        try:
            taken += imap.empty(settings.VLOOT_IMAP)
        except imap.Unusable as trouble:
            log.error("The mailbox at %s: %s", settings.VLOOT_IMAP["host"], trouble)
    return taken
