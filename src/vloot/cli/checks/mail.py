"""Mail: whether the server lets us in. Nothing is sent."""

import os
import smtplib
from collections.abc import Iterator
from pathlib import Path

from vloot.cli.checks.finding import Finding
from vloot.config import Config


def look(config: Config) -> Iterator[Finding]:
    """What is to be said of mail."""
    from django.core.mail import get_connection

    from vloot.ground.mail.line import in_plain_words

    if not config.mail_host:
        yield Finding(
            "mail",
            "note",
            "No mail server is set (mail_host): people get notices on their page and codes on paper only.",
        )
        return
    if not config.public_url:
        yield Finding(
            "mail",
            "wrong",
            f"Mail goes out, but public_url is not set: its links lead to {config.origin}, where nobody else comes.",
        )
    try:
        line = get_connection(timeout=10)
        line.open()
        line.close()
    except (OSError, smtplib.SMTPException) as error:
        words = in_plain_words(error)
        yield Finding("mail", "wrong", f"{config.mail_host}:{config.mail_port} does not let us in: {words}.")
    else:
        yield Finding("mail", "ok", f"{config.mail_host} lets us in; mail comes from {config.mail_from}.")
    yield from _answers(config)


def _answers(config: Config) -> Iterator[Finding]:
    """Whether answers by mail find their way in."""
    if not config.mail_reply_to:
        yield Finding("mail", "note", "mail_reply_to is not set: nobody can answer by mail.")
        return
    if not (config.mail_maildir or config.imap_host):
        yield Finding(
            "mail",
            "note",
            f"Answers go to {config.mail_reply_to}; they only arrive through `vloot mail receive`, "
            "for neither mail_maildir nor imap_host is set.",
        )
    if config.mail_reply_to.lower() not in config.mail_from.lower():
        yield Finding(
            "mail",
            "note",
            f"Mail that cannot be delivered goes back to {config.mail_from}. Let it land in the mailbox of "
            f"{config.mail_reply_to} too, so that dead addresses are noticed.",
        )
    if config.mail_maildir:
        yield _maildir(Path(config.mail_maildir))
    if config.imap_host:
        yield _imap(config)


def _maildir(folder: Path) -> Finding:
    from vloot.letters.boxes import maildir

    for inside in (folder / "new", folder / "cur"):
        if not inside.is_dir() or not os.access(inside, os.R_OK | os.W_OK | os.X_OK):
            return Finding("mail", "wrong", f"{inside} must be a folder that Vloot may read and write.")
    aside = maildir.flagged(folder)
    if aside:
        return Finding(
            "mail", "note", f"{aside} mails in {folder / 'cur'} are flagged: they could not be understood."
        )
    return Finding("mail", "ok", f"Answers by mail are taken from {folder}.")


def _imap(config: Config) -> Finding:
    from django.conf import settings

    from vloot.letters.boxes import imap

    place = f"{config.imap_host}:{config.imap_port}"
    try:
        with imap.opened(settings.VLOOT_IMAP) as server:
            is_there = server.select(f'"{config.imap_folder}"', readonly=True)[0] == "OK"
    except imap.Unusable as trouble:
        return Finding("mail", "wrong", f"{place} does not let us in: {trouble}.")
    if not is_there:
        return Finding("mail", "wrong", f"There is no folder {config.imap_folder} at {place}.")
    return Finding("mail", "ok", f"Answers by mail are taken from {config.imap_folder} at {place}.")
