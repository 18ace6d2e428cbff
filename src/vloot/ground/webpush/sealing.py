"""RFC 8291: a message that only the browser it is for can read, whoever carries it."""

from __future__ import annotations

import os
import struct
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vloot.ground.webpush.keys import decoded, point

LONGEST = 3800  # octets of a message; services take 4096 with everything around it
_RECORD = 4096
_LAST = b"\x02"
_STEP = 256  # messages are filled up to a multiple of it, so that their length tells less


class Target(NamedTuple):
    """The browser's half: its public key (65 octets) and its secret (16), as it handed them over, in base64url."""

    p256dh: str
    auth: str


def require_usable(target: Target) -> None:
    """Raises ValueError for what no browser hands over."""
    _public(target)
    if len(decoded(target.auth)) != 16:
        raise ValueError("the secret is not 16 octets long")


def seal(message: bytes, target: Target) -> bytes:
    """The message in one record of aes128gcm, filled up. Raises ValueError for one that is too long."""
    if len(message) > LONGEST:
        raise ValueError(f"a push message has at most {LONGEST} octets")
    filling = min(-(len(message) + 1) % _STEP, LONGEST - len(message))
    return sealed_with(
        message + _LAST + bytes(filling),
        target,
        own=ec.generate_private_key(ec.SECP256R1()),
        salt=os.urandom(16),
    )


def sealed_with(padded: bytes, target: Target, *, own: ec.EllipticCurvePrivateKey, salt: bytes) -> bytes:
    """The record that this key and salt make; only the RFC's own example chooses them."""
    theirs, ours = _public(target), point(own.public_key())
    shared = own.exchange(ec.ECDH(), theirs)
    keying = _derived(decoded(target.auth), shared, b"WebPush: info\x00" + point(theirs) + ours, 32)
    key = _derived(salt, keying, b"Content-Encoding: aes128gcm\x00", 16)
    nonce = _derived(salt, keying, b"Content-Encoding: nonce\x00", 12)
    head = salt + struct.pack("!IB", _RECORD, len(ours)) + ours
    return head + AESGCM(key).encrypt(nonce, padded, None)


def _public(target: Target) -> ec.EllipticCurvePublicKey:
    octets = decoded(target.p256dh)
    if len(octets) != 65:
        raise ValueError("the public key is not 65 octets long")
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), octets)


def _derived(salt: bytes, secret: bytes, purpose: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, purpose).derive(secret)
