"""Whether a program wrote a mail rather than a person: such mail is never answered, and answers nothing here."""

from email.message import Message

from vloot.ground.mail.message import own_address
from vloot.ground.mail.reply import base
from vloot.letters.arriving.reading import addresses, header

_PRECEDENCE = ("bulk", "junk", "list", "auto_reply")
_MARKS = (
    "List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Auto-Reply", "X-Autoreply-From",
    "X-Mail-Autoreply", "Feedback-Id",
)  # fmt: skip
_NOBODY = (
    "mailer-daemon",
    "postmaster",
    "noreply",
    "no-reply",
    "donotreply",
    "do-not-reply",
    "bounce",
    "bounces",
)


def is_from_a_program(message: Message) -> bool:
    """Whether nobody wrote this: an absence, a returned mail, a list, or our own mail that came round."""
    submitted = header(message, "Auto-Submitted").lower()
    if submitted and not submitted.startswith("no"):
        return True
    if header(message, "Precedence").lower() in _PRECEDENCE or any(message.get(mark) for mark in _MARKS):
        return True
    if message.get("Return-Path") is not None and header(message, "Return-Path") in ("<>", ""):
        return True
    loops = [str(value).strip().lower() for value in message.get_all("X-Loop") or []]
    if own_address() in loops or message.get_content_type() == "multipart/report":
        return True
    return _is_own_or_nobody(header(message, "From"))


def _is_own_or_nobody(sender: str) -> bool:
    name, _at, domain = base().lower().rpartition("@")
    for _name, address in addresses(sender):
        local, _, there = address.lower().rpartition("@")
        if address.lower() == own_address() or local in _NOBODY:
            return True
        if domain and there == domain and local.partition("+")[0] == name:
            return True
    return False
