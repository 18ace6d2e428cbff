"""An IMAP mailbox: what arrives in one folder is taken in and moved to another, mail by mail."""

from __future__ import annotations

import imaplib
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from vloot.ground.mail import TryLater
from vloot.ground.mail.backend import context
from vloot.letters.arriving import reading, taking

MOST_AT_ONCE = 100
SECONDS = 20
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
Box = Mapping[str, Any]  # as settings.VLOOT_IMAP
log = logging.getLogger(__name__)


class Unusable(Exception):  # noqa: N818  # said of a mailbox
    """The mailbox cannot be used now; the text says why."""


def empty(box: Box) -> int:
    """Take in what lies in the folder. Returns how many were taken in. Raises Unusable.

    What cannot be understood at all is flagged and stays, for a person to look at.
    """
    taken = 0
    with opened(box) as server:
        _ask(server.select(_quoted(box["folder"])), f"there is no folder {box['folder']}")
        found = _ask(server.uid("SEARCH", "UNFLAGGED", "UNDELETED"), "it does not search")
        for uid in (found[0] or b"").split()[:MOST_AT_ONCE]:
            try:
                raw, size = _fetch(server, uid.decode())
                taking.take(raw, size=size)
            except TryLater as error:
                log.warning("A mail waits: its sender cannot be told yet: %s", error)
                break
            except (imaplib.IMAP4.error, OSError) as error:
                raise Unusable(str(error)) from error
            except Exception:
                log.exception("Mail %s cannot be taken in; it is flagged and stays.", uid.decode())
                server.uid("STORE", uid.decode(), "+FLAGS", r"(\Flagged)")
            else:
                _move(server, uid.decode(), box["done"])
                taken += 1
    return taken


@contextmanager
def opened(box: Box) -> Iterator[imaplib.IMAP4]:
    """The mailbox, signed in. Raises Unusable."""
    try:
        server = _connect(box)
        try:
            server.login(box["user"], box["password"])
            yield server
        finally:
            with suppress(OSError, imaplib.IMAP4.error):
                server.logout()
    except (imaplib.IMAP4.error, OSError) as error:
        raise Unusable(_plain(error)) from error


def _connect(box: Box) -> imaplib.IMAP4:
    if box["security"] == "tls":
        return imaplib.IMAP4_SSL(box["host"], box["port"], ssl_context=context(), timeout=SECONDS)
    server = imaplib.IMAP4(box["host"], box["port"], timeout=SECONDS)
    if box["security"] == "starttls":
        server.starttls(ssl_context=context())
    return server


def _fetch(server: imaplib.IMAP4, uid: str) -> tuple[bytes, int]:
    """A mail and its size; of one that is too big only the headers."""
    answer = _ask(server.uid("FETCH", uid, "(RFC822.SIZE)"), "it does not say how big a mail is")
    sized = _SIZE.search(b" ".join(part if isinstance(part, bytes) else part[0] for part in answer if part))
    size = int(sized[1]) if sized else 0
    part = "BODY.PEEK[HEADER]" if size > reading.MOST_BYTES else "BODY.PEEK[]"
    answer = _ask(server.uid("FETCH", uid, f"({part})"), "it does not give a mail")
    raw = next((one[1] for one in answer if isinstance(one, tuple)), b"")
    return raw, max(size, len(raw))


def _move(server: imaplib.IMAP4, uid: str, done: str) -> None:
    """Out of the way; a crash before this takes the mail in again, which changes nothing."""
    target = _quoted(done)
    if "MOVE" in server.capabilities:
        if server.uid("MOVE", uid, target)[0] == "OK":
            return
    elif server.uid("COPY", uid, target)[0] == "OK":
        _delete(server, uid)
        return
    server.create(target)
    _ask(server.uid("COPY", uid, target), f"nothing can be laid into the folder {done}")
    _delete(server, uid)


def _delete(server: imaplib.IMAP4, uid: str) -> None:
    server.uid("STORE", uid, "+FLAGS", r"(\Deleted)")
    if "UIDPLUS" in server.capabilities:
        server.uid("EXPUNGE", uid)
    else:
        server.expunge()


def _ask(answer: tuple[str, list[Any]], trouble: str) -> list[Any]:
    if answer[0] != "OK":
        raise Unusable(trouble)
    return answer[1]


def _quoted(folder: str) -> str:
    escaped = folder.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _plain(error: Exception) -> str:
    words = error.args[0] if error.args and isinstance(error.args[0], bytes) else None
    return words.decode("utf-8", "replace") if words is not None else str(error) or type(error).__name__
