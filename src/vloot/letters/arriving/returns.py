"""Mail that came back: which of our letters, from which address, and whether for good."""

from email.message import Message
from typing import NamedTuple

from vloot.ground.mail import keys
from vloot.letters.arriving import reading
from vloot.letters.arriving.reading import header

MOST_BYTES = 2 * 1024 * 1024  # our letters are small, and so is one that comes back


class Returned(NamedTuple):
    """A letter of ours that did not arrive, and never will, at this address."""

    address: str
    letter: str
    words: str


def read(raw: bytes) -> Returned | None:
    """What a mail says about a letter of ours that failed for good; None for all other mail, forged returns too.

    A return proves itself by the letter's id, which holds a signature over the address it was sent to.
    """
    head = reading.head_of(raw)
    if head.get_content_type() != "multipart/report" or len(raw) > MOST_BYTES or reading.is_tangled(raw):
        return None
    whole = reading.parse(raw)
    if whole is None:
        return None
    reports: list[Message] = []
    letter = ""
    for part in whole.walk():
        if part.get_content_type() == "message/delivery-status":
            inside = part.get_payload()
            reports += [one for one in inside if isinstance(one, Message)] if isinstance(inside, list) else []
        letter = letter or _letter(part)
    for report in reports[:50]:
        if found := _failed(report, letter):
            return found
    return None


def _letter(part: Message) -> str:
    """The id of the letter that is returned with the report."""
    kind = part.get_content_type()
    if kind == "text/rfc822-headers":
        return header(reading.head_of(reading.bytes_of(part)), "Message-ID")
    inside = part.get_payload() if kind == "message/rfc822" else None
    first = inside[0] if isinstance(inside, list) and inside else None
    return header(first, "Message-ID") if isinstance(first, Message) else ""


def _failed(report: Message, letter: str) -> Returned | None:
    if header(report, "Action").lower() != "failed" or not header(report, "Status").startswith("5"):
        return None
    for name in ("Original-Recipient", "Final-Recipient"):
        address = header(report, name).rpartition(";")[2].strip(" <>").lower()
        if address and keys.is_own(letter, address):
            words = header(report, "Diagnostic-Code") or header(report, "Status")
            return Returned(address, letter.strip("<> "), words)
    return None
