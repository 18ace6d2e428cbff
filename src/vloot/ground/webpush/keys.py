"""Our own key pair, by which push services recognise us: made once, kept in the data folder, readable by nobody else."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings

from vloot.ground import keys

NAME = "push.key"


def signing_key() -> ec.EllipticCurvePrivateKey:
    """Our private key; made when there is none."""
    return _kept(settings.VLOOT_PUSH_KEY)


def public_key() -> str:
    """Our public key, as browsers and push services want it: 65 octets in base64url."""
    return encoded(point(signing_key().public_key()))


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    """A public key as an uncompressed point."""
    return key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


def encoded(octets: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode("ascii")


def decoded(text: str) -> bytes:
    """The octets that base64url, with or without padding, stands for. Raises ValueError."""
    return base64.b64decode(
        text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), altchars=b"-_", validate=True
    )


@cache
def _kept(path: Path) -> ec.EllipticCurvePrivateKey:
    read = serialization.load_pem_private_key(keys.kept(path, _new).encode("ascii"), password=None)
    if not isinstance(read, ec.EllipticCurvePrivateKey) or read.curve.name != "secp256r1":
        raise ValueError(f"{path} holds no key for web push")
    return read


def _new() -> str:
    return (
        ec.generate_private_key(ec.SECP256R1())
        .private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        .decode("ascii")
    )
