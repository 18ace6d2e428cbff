"""The urn's side: signs what it cannot read, and knows its signature again."""

from __future__ import annotations

import secrets

import gmpy2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

BITS = 3072
EXPONENT = 65537
SALT = 48  # octets: as long as the hash
PREFIX = 32  # octets of chance before each message


class SigningError(ValueError):
    """What was asked cannot be signed, or the signature did not come out right and is kept back."""


def make_key(bits: int | None = None) -> rsa.RSAPrivateKey:
    """A key of its own, for one box and group. Takes about a second."""
    return rsa.generate_private_key(EXPONENT, bits or BITS)


def sign(key: rsa.RSAPrivateKey, blinded: bytes) -> bytes:
    """The blind signature (RFC 9474, section 4.3).

    The exponentiation is GMP's for secrets, which takes as long for every exponent; a factor of chance goes in before it and out again
    after (base blinding), so that its time says nothing about the key; and what comes out is checked before it leaves, because one wrong
    signature can betray the key. Raises SigningError.
    """
    numbers = key.private_numbers()
    e, n = numbers.public_numbers.e, numbers.public_numbers.n
    length = (key.key_size + 7) // 8
    asked = int.from_bytes(blinded, "big")
    if len(blinded) != length or asked >= n:
        raise SigningError("a blinded message is as long as the key, and lies below it")
    chance, back = _chance(n)
    covered = asked * int(gmpy2.powmod_sec(chance, e, n)) % n
    found = int(gmpy2.powmod_sec(covered, numbers.d, n)) * back % n
    if gmpy2.powmod(found, e, n) != asked:
        raise SigningError("the signature did not come out right")
    return found.to_bytes(length, "big")


def verify(key: rsa.RSAPublicKey, prepared: bytes, signature: bytes) -> bool:
    """Whether this is the key's signature under a prepared message (RSASSA-PSS, RFC 9474, section 4.5)."""
    if len(prepared) < PREFIX:
        return False
    try:
        key.verify(
            signature,
            prepared,
            padding.PSS(mgf=padding.MGF1(hashes.SHA384()), salt_length=SALT),
            hashes.SHA384(),
        )
    except InvalidSignature:
        return False
    return True


def _chance(n: int) -> tuple[int, int]:
    """A number of chance below n and its inverse."""
    while True:
        found = secrets.randbelow(n - 1) + 1
        if gmpy2.gcd(found, n) == 1:
            return found, int(gmpy2.invert(found, n))
