"""Mail of the demo company: it leaves for nowhere, each letter is a file that a mail program opens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from vloot.ground import clock

_ODD = re.compile(r"[^a-z0-9.@+-]+")


class EmailBackend(BaseEmailBackend):
    """Writes each message to `settings.VLOOT_MAIL_FOLDER`; the same message again takes the place of the first."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._folder = settings.VLOOT_MAIL_FOLDER

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write them down. Returns how many; raises OSError."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            to = message.to[0].rpartition("<")[2].strip("> ").lower()
            known = str(message.extra_headers.get("Message-ID", "")).strip("<>").partition(".")[0]
            day = clock.now().strftime("%Y-%m-%d")
            name = _ODD.sub("-", f"{to} {day} {known.lower()}".strip())[:180]
            (self._folder / f"{name}.eml").write_bytes(message.message().as_bytes())
        return len(email_messages)
