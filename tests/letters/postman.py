"""The SMTP server of the tests, for `python -m aiosmtpd -c`: keeps mail in a maildir folder, and knows some addresses it will not serve."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from aiosmtpd.handlers import Mailbox

ANSWERS = {
    "nobody": "550 5.1.1 No such user here",
    "shut": "550 5.2.1 Mailbox closed",
    "old": "550 Unknown user",
    "blocked": "550 5.7.1 Relaying denied",
    "full": "552 5.2.2 Mailbox full",
    "busy": "451 4.7.1 Greylisted, try again later",
}


class Postman(Mailbox):
    """Keeps what comes, with the address it came for."""

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        answer = ANSWERS.get(address.partition("@")[0])
        if answer is None:
            envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    @classmethod
    def from_cli(cls, parser: ArgumentParser, *args: str) -> "Postman":
        return cls(Path(args[0]))
