"""Handing a sealed message to a push service, with a token (RFC 8292) that says who we are."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import NamedTuple

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from django.conf import settings

from vloot.ground import clock
from vloot.ground.fetch import Limits, Pace, fetch, place_of
from vloot.ground.webpush import keys
from vloot.ground.webpush.sealing import Target, seal

_VALID = timedelta(hours=12)  # services refuse more than a day
_LIMITS = Limits(octets=20_000, seconds=15, hops=0)
_PACE = Pace(at_once=500, per_second=100)


class Gone(Exception):  # noqa: N818
    """The browser has taken its address back: nothing sent there arrives any more."""


class Rejected(Exception):  # noqa: N818
    """The push service does not take this message; the text says what it answered."""


class Stamp(NamedTuple):
    """How a message travels. A newer one of the same topic takes the place of one that still waits at the service."""

    topic: str = ""
    ttl: int = 86400  # seconds the service keeps it for a browser that is away
    urgency: str = "normal"  # very-low, low, normal or high: what a phone wakes up for


def send(endpoint: str, target: Target, message: bytes, stamp: Stamp) -> None:
    """Hand a message over. Raises Gone, Rejected, and what `ground.fetch` raises."""
    headers = {
        "Authorization": f"vapid t={token(endpoint)}, k={keys.public_key()}",
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(stamp.ttl),
        "Urgency": stamp.urgency,
    }
    if stamp.topic:
        headers["Topic"] = keys.encoded(hashlib.sha256(stamp.topic.encode()).digest()[:24])
    body = seal(message, target)
    answer = fetch(endpoint, method="POST", headers=headers, body=body, limits=_LIMITS, pace=_PACE)
    if answer.status in (404, 410):
        raise Gone
    if not 200 <= answer.status < 300:
        raise Rejected(f"{answer.status} {answer.body[:200]!r}")


def token(endpoint: str) -> str:
    """Who we are, for the push service behind this address, valid for half a day."""
    claims = {
        "aud": place_of(endpoint).origin,
        "exp": int((clock.now() + _VALID).timestamp()),
        "sub": settings.VLOOT_PUSH_CONTACT,
    }
    signed = f"{_part({'typ': 'JWT', 'alg': 'ES256'})}.{_part(claims)}"
    r, s = decode_dss_signature(keys.signing_key().sign(signed.encode("ascii"), ec.ECDSA(SHA256())))
    return f"{signed}.{keys.encoded(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


def _part(claims: dict[str, object]) -> str:
    return keys.encoded(msgspec.json.encode(claims))
