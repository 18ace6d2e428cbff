"""Message ids: made from what a letter is about, so that sending again is the same letter, and a returned one proves itself."""

import base64
import hashlib
import hmac
import re

from django.conf import settings
from django.utils.crypto import salted_hmac

_OWN = re.compile(r"<?([a-z2-7]{16})\.([a-z2-7]{16})@[^>\s]+>?")


def message_id(key: str, address: str) -> str:
    """The id of the letter with this key to this address: the same whenever it is sent."""
    nonce = encoded(hashlib.sha256(key.encode()).digest()[:10])
    return f"<{nonce}.{_mark(nonce, address)}@{domain()}>"


def is_own(written: str, address: str) -> bool:
    """Whether a message id is of a letter that was really sent to this address."""
    found = _OWN.fullmatch(written.strip().lower())
    return found is not None and hmac.compare_digest(found[2], _mark(found[1], address))


def domain() -> str:
    """The domain that mail comes from."""
    sender = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> \t")
    return sender or "localhost"


def encoded(raw: bytes) -> str:
    """Bytes in letters that survive servers which change capitals."""
    return base64.b32encode(raw).decode().rstrip("=").lower()


def decoded(written: str) -> bytes:
    """The bytes again. Raises ValueError for what is none."""
    folded = written.upper()
    return base64.b32decode(folded + "=" * (-len(folded) % 8))


def _mark(nonce: str, address: str) -> str:
    signed = f"{nonce} {address.strip().lower()}"
    return encoded(salted_hmac("vloot.ground.mail.id", signed, algorithm="sha256").digest()[:10])
