"""The voter's side, as the browser does it (`web/static/js/urn`): what the demo's people and the tests vote with."""

from __future__ import annotations

import hashlib
import secrets
from math import gcd
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric import rsa

from vloot.urn.engine import signing
from vloot.urn.engine.signing import PREFIX, SALT, SigningError

_HASH = 48  # octets of SHA-384


class Blinded(NamedTuple):
    """What goes to the urn, and what takes the blinding off its answer; the second never leaves the voter."""

    message: bytes
    inverse: int


def prepare(message: bytes) -> bytes:
    """Chance before the message (RFC 9474, section 4.1): whoever made the key cannot have prepared for it."""
    return secrets.token_bytes(PREFIX) + message


def blind(
    key: rsa.RSAPublicKey, prepared: bytes, *, salt: bytes | None = None, factor: int | None = None
) -> Blinded:
    """The message so that the urn cannot know it again (RFC 9474, section 4.2); `salt` and `factor` are chance unless given.

    Raises SigningError for a message or factor that the key cannot take.
    """
    numbers = key.public_numbers()
    encoded = int.from_bytes(encode(prepared, key.key_size - 1, salt), "big")
    factor = secrets.randbelow(numbers.n - 1) + 1 if factor is None else factor
    if gcd(encoded, numbers.n) != 1 or gcd(factor, numbers.n) != 1:
        raise SigningError("the message or the factor shares a prime with the key")
    blinded = encoded * pow(factor, numbers.e, numbers.n) % numbers.n
    return Blinded(blinded.to_bytes((key.key_size + 7) // 8, "big"), pow(factor, -1, numbers.n))


def finish(key: rsa.RSAPublicKey, prepared: bytes, signed: bytes, inverse: int) -> bytes:
    """The signature without the blinding, verified (RFC 9474, section 4.4). Raises SigningError when it is not the key's."""
    length = (key.key_size + 7) // 8
    found = int.from_bytes(signed, "big") * inverse % key.public_numbers().n
    signature = found.to_bytes(length, "big")
    if len(signed) != length or not signing.verify(key, prepared, signature):
        raise SigningError("this is not the key's signature")
    return signature


def encode(message: bytes, bits: int, salt: bytes | None = None) -> bytes:
    """EMSA-PSS of SHA-384 (RFC 8017, section 9.1.1), `bits` long at most."""
    salt = secrets.token_bytes(SALT) if salt is None else salt
    length = (bits + 7) // 8
    digest = hashlib.sha384(bytes(8) + hashlib.sha384(message).digest() + salt).digest()
    block = bytes(length - SALT - _HASH - 2) + b"\x01" + salt
    masked = bytearray(one ^ other for one, other in zip(block, _mask(digest, len(block)), strict=True))
    masked[0] &= 0xFF >> (8 * length - bits)
    return bytes(masked) + digest + b"\xbc"


def _mask(seed: bytes, length: int) -> bytes:
    """MGF1 (RFC 8017, appendix B.2.1)."""
    blocks = (
        hashlib.sha384(seed + number.to_bytes(4, "big")).digest() for number in range(-(-length // _HASH))
    )
    return b"".join(blocks)[:length]
