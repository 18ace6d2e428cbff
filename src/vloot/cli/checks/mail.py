"""Mail: whether the server lets us in. Nothing is sent."""

import smtplib
from collections.abc import Iterator

from vloot.cli.checks.finding import Finding
from vloot.config import Config


def look(config: Config) -> Iterator[Finding]:
    """What is to be said of mail."""
    from django.core.mail import get_connection

    if not config.mail_host:
        yield Finding(
            "mail",
            "note",
            "No mail server is set (mail_host): people get notices on their page and codes on paper only.",
        )
        return
    try:
        line = get_connection(timeout=10)
        line.open()
        line.close()
    except (OSError, smtplib.SMTPException) as error:
        yield Finding("mail", "wrong", f"{config.mail_host}:{config.mail_port} does not let us in: {error}")
    else:
        yield Finding("mail", "ok", f"{config.mail_host} lets us in; mail comes from {config.mail_from}.")
