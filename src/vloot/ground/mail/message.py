"""Making a message: plain text always, a plain HTML twin if there is one, and headers that nobody can break out of."""

from email.charset import QP, Charset
from email.utils import formataddr

import msgspec
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import translation

from vloot.ground import text
from vloot.ground.mail import keys

LONGEST_SUBJECT = 160
LONGEST_NAME = 70
# Readable through every server, whatever it thinks of eight bits or of long lines.
_UTF8 = Charset("utf-8")
_UTF8.body_encoding = QP


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be sent to one address.

    `key` says which letter it is: the same key to the same address is the same message, however often it is sent. Letters with the same
    `thread` stand together in mail programs. `stop` is the address of a page that ends such mail with one click.
    """

    to: str
    subject: str
    body: str
    key: str
    name: str = ""
    html: str = ""
    sender: str = ""
    reply_to: str = ""
    thread: str = ""
    stop: str = ""
    answers: str = ""  # the message id of the mail that this one answers


def compose(letter: Letter) -> EmailMultiAlternatives:
    """The message of a letter. Raises ValueError for an address with a line break in it."""
    made = EmailMultiAlternatives(
        subject=_short(letter.subject, LONGEST_SUBJECT),
        body=letter.body,
        from_email=_from(letter.sender),
        to=[formataddr((_name(letter.name), letter.to))],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers=_headers(letter),
    )
    # Django hands it on to the library's own classes, which take a Charset for its name.
    made.encoding = _UTF8
    if letter.html:
        made.attach_alternative(letter.html, "text/html")
    return made


def own_address() -> str:
    """The bare address that mail comes from."""
    written = str(settings.DEFAULT_FROM_EMAIL)
    return written.rpartition("<")[2].strip("> ").lower()


def _headers(letter: Letter) -> dict[str, str]:
    made = {
        "Message-ID": keys.message_id(letter.key, letter.to),
        # Written by a program: no "I am away" comes back, and two programs never talk to each other.
        "Auto-Submitted": "auto-replied" if letter.answers else "auto-generated",
        "Precedence": "bulk",
        "X-Auto-Response-Suppress": "All",
        "X-Loop": own_address(),
        "Content-Language": translation.get_language() or settings.LANGUAGE_CODE,
    }
    above = letter.answers or (letter.thread and keys.message_id(f"thread {letter.thread}", letter.to))
    if above:
        made["In-Reply-To"] = made["References"] = _short(above, 900)
    if letter.stop:
        made["List-Unsubscribe"] = f"<{letter.stop}>"
        made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        made["List-Id"] = f"<vloot.{keys.domain()}>"
    return made


def _from(sender: str) -> str:
    if not sender:
        return str(settings.DEFAULT_FROM_EMAIL)
    return formataddr((_name(sender), own_address()))


def _name(name: str) -> str:
    """A name that cannot be taken for an address."""
    return _short(name.replace("@", " "), LONGEST_NAME)


def _short(words: str, most: int) -> str:
    clean = text.line(words)
    return clean if len(clean) <= most else clean[: most - 1].rstrip() + "…"
