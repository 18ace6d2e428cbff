"""Servers for a whole file of tests, and Vloot set to use them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.letters import servers
from tests.letters.servers import Certificate, Smtp

ORIGIN = "https://vloot.example"
REPLY_TO = "vloot@harbour.example"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return Certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, certificate: Certificate) -> Iterator[Smtp]:
    """The company's mail server, that takes mail through STARTTLS only."""
    with servers.smtp(tmp_path_factory.mktemp("smtp") / "box", certificate) as running:
        yield running


@pytest.fixture
def mailing(settings: Any) -> Any:
    """Vloot sends mail (into `mail.outbox`) and takes answers."""
    settings.EMAIL_HOST = "mail.example"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = f"Vloot <{REPLY_TO}>"
    settings.VLOOT_MAIL_REPLY_TO = REPLY_TO
    settings.VLOOT_ORIGIN = ORIGIN
    return settings


@pytest.fixture
def through(mailing: Any, server: Smtp, certificate: Certificate) -> Smtp:
    """Vloot sends mail through the real server."""
    server.clear()
    mailing.EMAIL_BACKEND = "vloot.ground.mail.backend.EmailBackend"
    mailing.EMAIL_HOST, mailing.EMAIL_PORT = "127.0.0.1", server.port
    mailing.EMAIL_USE_TLS = True
    mailing.VLOOT_MAIL_CA_FILE = str(certificate.path)
    return server


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    """A folder as a mail server fills it."""
    for part in ("new", "cur", "tmp"):
        (tmp_path / "in" / part).mkdir(parents=True)
    return tmp_path / "in"
