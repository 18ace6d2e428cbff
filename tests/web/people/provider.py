"""A company's sign-in on this machine: OpenID Connect with a proof key, as far as Vloot walks it.

`who` signs in; `twist` spoils the claims before they are signed, `signed_with` the signature, `userinfo` what is told
afterwards, `answers` whole answers by path.
"""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "vloot", "a secret between the two"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
Claims = dict[str, Any]


class Provider:
    """What it knows and how it behaves; spoil it at will."""

    def __init__(self) -> None:
        self.who: Claims = {"sub": "7", "email": "anna@vloot.example", "email_verified": True}
        self.twist: Callable[[Claims], Claims] = lambda claims: claims
        self.signed_with: tuple[Any, str] = (KEY, "RS256")
        self.userinfo: Claims | None = None
        self.answers: dict[str, tuple[int, bytes]] = {}
        self.asked: list[Claims] = []  # what came to /authorize
        self.codes: dict[str, Claims] = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _Answer)
        self.server.provider = self  # type: ignore[attr-defined]
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"

        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    def close(self) -> None:
        """Be out of reach from now on."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def discovery(self) -> Claims:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def jwks(self) -> Claims:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]}

    def authorize(self, asked: Claims) -> str:
        """Where the browser goes after signing in."""
        assert (asked["client_id"], asked["response_type"]) == (CLIENT, "code")
        assert asked["code_challenge_method"] == "S256"
        assert {"openid", "email"} <= set(asked["scope"].split())
        self.asked.append(asked)
        code = f"code-{len(self.asked)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, sent: Claims) -> Claims:
        asked = self.codes.pop(sent["code"])
        digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
        assert asked["code_challenge"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        assert (sent["client_id"], sent["client_secret"]) == (CLIENT, SECRET)
        assert sent["redirect_uri"] == asked["redirect_uri"]
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"]}
        key, algorithm = self.signed_with
        id_token = jwt.encode(self.twist({**claims, **self.who}), key, algorithm, headers={"kid": "one"})
        return {"access_token": "opaque", "token_type": "Bearer", "expires_in": 300, "id_token": id_token}

    def answer(self, path: str, sent: Claims) -> tuple[int, bytes, str]:
        """Status, body and Location."""
        if path in self.answers:
            return *self.answers[path], ""
        if path == "/authorize":
            return 302, b"", self.authorize(sent)
        found: Callable[[], Claims] = {
            "/.well-known/openid-configuration": self.discovery,
            "/jwks": self.jwks,
            "/token": lambda: self.token(sent),
            "/userinfo": lambda: self.userinfo or self.who,
        }[path]
        return 200, json.dumps(found()).encode(), ""


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._give(parse_qs(urlsplit(self.path).query))

    def do_POST(self) -> None:
        self._give(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))

    def _give(self, sent: dict[str, list[str]]) -> None:
        provider: Provider = self.server.provider  # type: ignore[attr-defined]
        flat = {name: values[0] for name, values in sent.items()}
        status, body, location = provider.answer(urlsplit(self.path).path, flat)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Tests read no log of it."""


@contextmanager
def open_provider() -> Iterator[Provider]:
    provider = Provider()
    try:
        yield provider
    finally:
        provider.close()
