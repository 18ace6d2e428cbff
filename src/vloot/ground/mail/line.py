"""The line to the mail server: one for a whole batch, and in plain words what it answers."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from vloot.ground.mail.message import Letter, compose

# 5.1.x: there is no such mailbox; 5.2.1: it is shut. Without such a number the old ones say it.
_NOBODY = re.compile(r"^\s*5\.(?:1\.\d+|2\.1)\b")
_FULL = re.compile(r"^\s*5\.2\.2\b")
_NUMBERED = re.compile(r"^\s*[245]\.\d{1,3}\.\d{1,3}\b")
_NOBODY_CODES = (550, 551, 553)
_shared: ContextVar[Line | None] = ContextVar("shared", default=None)


class MailError(Exception):
    """A letter was not sent; the text says why."""


class TryLater(MailError):  # noqa: N818  # read as what to do
    """Not now: the server cannot be reached, or is busy, or does not let us in."""


class AddressRefused(MailError):  # noqa: N818
    """There is nobody at this address: sending again will not help."""


class LetterRefused(MailError):  # noqa: N818
    """The server will not take this letter from us, whoever it is for."""


class Line:
    """A connection that opens with the first letter and serves all that follow."""

    def __init__(self) -> None:
        self._server: BaseEmailBackend = get_connection()
        self._is_open = False

    def send(self, letter: Letter) -> None:
        """Hand one letter to the server. Raises TryLater, AddressRefused, LetterRefused."""
        message = compose(letter)
        try:
            if not self._is_open:
                self._server.open()
                self._is_open = True
        except (OSError, smtplib.SMTPException) as error:
            raise TryLater(in_plain_words(error)) from error
        try:
            self._server.send_messages([message])
        except smtplib.SMTPRecipientsRefused as error:
            code, words = next(iter(error.recipients.values()))
            raise _refused_address(code, _text(words)) from error
        except smtplib.SMTPServerDisconnected as error:
            self.close()
            raise TryLater(in_plain_words(error)) from error
        except smtplib.SMTPResponseException as error:
            kind = TryLater if 400 <= error.smtp_code < 500 else LetterRefused
            raise kind(in_plain_words(error)) from error
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            raise TryLater(in_plain_words(error)) from error

    def close(self) -> None:
        """Hang up."""
        self._is_open = False
        with suppress(OSError, smtplib.SMTPException):
            self._server.close()


@contextmanager
def open_line() -> Iterator[Line]:
    """A line for the letters of the block: inside a `batch` the one that is there, else one that is closed at the end."""
    if shared := _shared.get():
        yield shared
        return
    line = Line()
    try:
        yield line
    finally:
        line.close()


@contextmanager
def batch() -> Iterator[None]:
    """One line for all that is sent in the block, by whomever; it opens with the first letter."""
    line = Line()
    token = _shared.set(line)
    try:
        yield
    finally:
        _shared.reset(token)
        line.close()


def in_plain_words(error: Exception) -> str:
    """What went wrong between us and a mail server, for an administrator."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({error.verify_message})"
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"it does not accept the user name and password ({_text(error.smtp_error)})"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return f"it cannot do what is asked ({error})"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    if isinstance(error, TimeoutError):
        return "it does not answer in time"
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens there"
    if isinstance(error, ssl.SSLError):
        return f"no closed line can be agreed on ({error.reason or error})"
    return str(error) or type(error).__name__


def _refused_address(code: int, words: str) -> MailError:
    said = f"{code} {words}"
    if code < 500 or _FULL.match(words):
        return TryLater(said)
    is_numbered = _NUMBERED.match(words)
    if _NOBODY.match(words) or (code in _NOBODY_CODES and not is_numbered):
        return AddressRefused(said)
    return LetterRefused(said)


def _text(words: bytes | str) -> str:
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(said.split())[:300]
