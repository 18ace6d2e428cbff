"""Django's own line to an SMTP server, with the company's own certificate authority if there is one."""

import ssl
from functools import cached_property

from django.conf import settings
from django.core.mail.backends import smtp


class EmailBackend(smtp.EmailBackend):
    """As Django's; certificates are always checked."""

    @cached_property
    def ssl_context(self) -> ssl.SSLContext:
        """What a server's certificate is checked against."""
        return context()


def context() -> ssl.SSLContext:
    """Trust what this machine trusts, and the authority in `mail_ca_file`. Raises OSError when that cannot be read."""
    made = ssl.create_default_context()
    if settings.VLOOT_MAIL_CA_FILE:
        made.load_verify_locations(cafile=settings.VLOOT_MAIL_CA_FILE)
    return made
