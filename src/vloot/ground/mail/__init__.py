"""Mail: making a message, handing it to the mail server, and addresses that prove who answers what.

Nouns: a letter (what is to be sent), a line (the connection to the server), a reply address, a message id.
Verbs: compose, send, sign, read.

It knows no business: who gets what, and in which words, is said by whoever sends. Nothing here is sent twice or kept.
"""

from vloot.ground.mail.line import AddressRefused, LetterRefused, Line, MailError, TryLater, batch, open_line
from vloot.ground.mail.message import Letter, compose

__all__ = [
    "AddressRefused", "Letter", "LetterRefused", "Line", "MailError", "TryLater", "batch", "compose", "open_line",
]  # fmt: skip
