"""Reading a mail that anybody may have written, in any way: nothing in it can make this raise, or take long."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from email import policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.utils import getaddresses
from typing import TypeVar

import msgspec

from vloot.ground import text
from vloot.letters.arriving import html, quotes

MOST_BYTES = 36 * 1024 * 1024
MOST_HEAD = 64 * 1024
MOST_PARTS = 100
MOST_DEPTH = 10
MOST_CUTS = 1000  # lines that look the same and may part a mail
MOST_REPORT = 1024 * 1024  # bytes of a mail with a report on delivery in it
LONGEST_TEXT = 400_000  # characters that are looked through for what was written
SMALL_PICTURE = 15_000  # bytes; below it a picture inside the text is somebody's logo
_NESTS = re.compile(rb"content-type:\s*(?:multipart|message)/", re.IGNORECASE)
_REPORTS = re.compile(rb"content-type:\s*message/delivery-status", re.IGNORECASE)
_CUTS = re.compile(rb"^--[^\r\n]{0,80}", re.MULTILINE)
# Codecs of Python's that take time with the square of what they read, or are no writing at all.
_NO_WRITING = {
    "punycode",
    "idna",
    "unicode-escape",
    "unicode_escape",
    "raw-unicode-escape",
    "raw_unicode_escape",
}
_UNWANTED = ("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature")
_GARBLED = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    HeaderParseError,
    MessageError,
    AssertionError,
    RecursionError,
)
_Found = TypeVar("_Found")
RECIPIENTS = ("Delivered-To", "X-Original-To", "X-Envelope-To", "Envelope-To", "To", "Cc")


class Attached(msgspec.Struct, frozen=True):
    """A file that came along."""

    name: str
    content: bytes


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """What a mail says. `written` is what its sender wrote, without what they quoted; `fault` says why it was not read in full."""

    key: str
    sender: str
    sender_name: str
    subject: str
    message_id: str
    recipients: list[str]
    written: str = ""
    files: list[Attached] = []
    fault: str = ""  # "big" or "deep"


def header(message: Message, name: str) -> str:
    """A header as one line of text; "" when there is none."""
    return _calm(lambda: text.line(str(make_header(decode_header(_raw(message, name))))), "") or text.line(
        _raw(message, name)
    )


def head_of(raw: bytes) -> Message:
    """The headers of a mail, read alone."""
    return BytesHeaderParser(policy=policy.compat32).parsebytes(raw[:MOST_HEAD])


def read(raw: bytes, *, own: str = "", size: int | None = None) -> Mail:
    """What a mail says. `own` is the address that our mail comes from; `size` is its whole size when `raw` is only its beginning."""
    message = head_of(raw)
    sender_name, sender = _sender(message)
    mail = Mail(
        key=hashlib.sha256(_raw(message, "Message-ID").strip().encode("utf-8", "replace") or raw).hexdigest(),
        sender=sender,
        sender_name=sender_name,
        subject=header(message, "Subject")[:300],
        message_id=text.line(_raw(message, "Message-ID"))[:300],
        recipients=[value for name in RECIPIENTS for value in _all(message, name)],
    )
    if (size or len(raw)) > MOST_BYTES:
        return msgspec.structs.replace(mail, fault="big")
    if is_tangled(raw):
        return msgspec.structs.replace(mail, fault="deep")
    whole = parse(raw)
    parts = list(_leaves(whole)) if whole else None
    if parts is None or len(parts) > MOST_PARTS:
        return msgspec.structs.replace(mail, fault="deep")
    written, files = _said(parts, own)
    return msgspec.structs.replace(mail, written=written, files=files)


def is_tangled(raw: bytes) -> bool:
    """Whether a mail is folded so deeply, or cut into so many pieces, that nobody wrote it: taking it apart would take for ever."""
    if len(_NESTS.findall(raw)) > MOST_PARTS // 2:
        return True
    if len(raw) > MOST_REPORT and _REPORTS.search(raw):
        return True
    cuts = Counter(found.rstrip() for found in _CUTS.findall(raw))
    return max(cuts.values(), default=0) > MOST_CUTS


def addresses(written: str) -> list[tuple[str, str]]:
    """The names and addresses in a header; none in one that is garbled."""
    nobody: list[tuple[str, str]] = []
    return _calm(lambda: getaddresses([written]), nobody)


def parse(raw: bytes) -> Message | None:
    """The whole mail; None for one that is folded too deeply."""
    try:
        return BytesParser(policy=policy.compat32).parsebytes(raw)
    except _GARBLED:
        return None


def bytes_of(part: Message) -> bytes:
    """The bytes of a part, as they were before they were packed for the way."""
    found: object = _calm(lambda: part.get_payload(decode=True), None)
    return found if isinstance(found, bytes) else b""


def text_of(part: Message) -> str:
    """The text of a part in whatever alphabet it says, or else in the likeliest."""
    raw = bytes_of(part)
    said = str(_calm(part.get_content_charset, None) or "utf-8")
    for charset in dict.fromkeys((said, "utf-8", "windows-1252")):
        try:
            return _decoded(raw, charset)[:LONGEST_TEXT]
        except (UnicodeError, *_GARBLED):
            continue
    return raw[:LONGEST_TEXT].decode("latin-1")


def _decoded(raw: bytes, charset: str) -> str:
    """The beginning of a text, as far as it is looked through. Raises UnicodeError or LookupError."""
    if codecs.lookup(charset).name in _NO_WRITING:
        raise LookupError(charset)
    most = LONGEST_TEXT * 4
    return codecs.getincrementaldecoder(charset)().decode(raw[:most], final=len(raw) <= most)


def _said(parts: list[tuple[Message, bool]], own: str) -> tuple[str, list[Attached]]:
    """What was written, from the first part that says something; and the files."""
    files, plain, rich = [], [], []
    for part, is_beside_html in parts:
        kind = part.get_content_type()
        if attached := _file(part, kind, is_beside_html):
            files.append(attached)
        elif kind == "text/plain" and not _name(part):
            plain.append(quotes.flowing(text_of(part)) if _is_flowed(part) else text_of(part))
        elif kind == "text/html" and not _name(part):
            rich.append(text_of(part))
    written = quotes.strip("\n".join(plain), own)
    if not written and rich and not "".join(plain).strip():
        written = quotes.strip("\n".join(html.as_text(part) for part in rich), own)
    return written, files


def _leaves(message: Message, depth: int = 0, *, is_related: bool = False) -> Iterator[tuple[Message, bool]]:
    """Every part that holds something itself, and whether it belongs to a text in HTML. Mails inside the mail are left out."""
    if depth > MOST_DEPTH or message.get_content_maintype() == "message":
        return
    if not message.is_multipart():
        yield message, is_related
        return
    related = is_related or message.get_content_type() == "multipart/related"
    inside = message.get_payload()
    for part in inside if isinstance(inside, list) else []:
        if isinstance(part, Message):
            yield from _leaves(part, depth + 1, is_related=related)


def _file(part: Message, kind: str, is_related: bool) -> Attached | None:
    name = _name(part)
    is_attached = _calm(part.get_content_disposition, None) == "attachment"
    is_text = kind in ("text/plain", "text/html")
    if kind in _UNWANTED or name.lower() == "winmail.dat" or (is_text and not name and not is_attached):
        return None
    if not (name or is_attached or kind.startswith("image/")):
        return None
    content = bytes_of(part)
    if is_related and kind.startswith("image/") and len(content) < SMALL_PICTURE:
        return None
    ending = kind.rpartition("/")[2] if kind.startswith("image/") else "bin"
    return Attached(name or f"file.{ending}", content) if content else None


def _name(part: Message) -> str:
    name = _calm(part.get_filename, None) or ""
    return _calm(lambda: text.line(str(make_header(decode_header(name)))), text.line(str(name)))


def _is_flowed(part: Message) -> bool:
    said = _calm(lambda: part.get_param("format"), None)
    return isinstance(said, str) and said.lower() == "flowed"


def _sender(message: Message) -> tuple[str, str]:
    """The name and address of who wrote; no address when there are several, or none."""
    found = addresses(header(message, "From"))
    name, address = found[0] if len(found) == 1 else ("", "")
    return text.line(name)[:160], address.strip().lower()[:254]


def _all(message: Message, name: str) -> list[str]:
    nothing: list[str] = []
    found = _calm(lambda: message.get_all(name) or nothing, nothing)
    return [str(value)[:2000] for value in found[:20]]


def _raw(message: Message, name: str) -> str:
    return str(_calm(lambda: message.get(name, ""), ""))[:4000]


def _calm(ask: Callable[[], _Found], otherwise: _Found) -> _Found:
    """What the library finds, or something else where it stumbles over garbage."""
    try:
        return ask()
    except _GARBLED:
        return otherwise
