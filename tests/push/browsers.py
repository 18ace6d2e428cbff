"""A browser that asked to be told, as far as a push service and Vloot see it."""

import json
from typing import Any

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from django.contrib.sessions.backends.db import SessionStore

from vloot.ground.webpush.keys import encoded, point
from vloot.notices.devices import acts
from vloot.people.actor import Actor

SECRET = b"0123456789abcdef"


class Browser:
    """Its key, its secret, its address."""

    def __init__(self, endpoint: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.subscription = acts.Subscription(
            endpoint=endpoint, p256dh=encoded(point(self.key.public_key())), auth=encoded(SECRET)
        )

    def read(self, sealed: bytes) -> dict[str, Any]:
        """What a message says, opened by a library that is not ours."""
        opened = http_ece.decrypt(sealed, private_key=self.key, auth_secret=SECRET, version="aes128gcm")
        return dict(json.loads(opened))


def session() -> str:
    """The key of a session that lasts."""
    store = SessionStore()
    store.create()
    return str(store.session_key)


def registered(by: Actor, browser: Browser, session_key: str = "") -> int:
    """Let somebody be told on a browser; gives the device's id."""
    return acts.register(
        by=by,
        session_key=session_key or session(),
        subscription=browser.subscription,
        name="Firefox on Linux",
    )
