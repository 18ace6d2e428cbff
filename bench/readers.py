"""People at their browsers: each signed in, each with one line to the server that stays open."""

import http.client
import re
import secrets
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from vloot.people.models import Person

_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="(\w+)"')


class UnexpectedError(Exception):
    """The server answered something that must not be measured."""


@dataclass
class Reader:
    """One person at one browser."""

    person_id: int
    line: http.client.HTTPConnection
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    went_to: str = ""  # where the last form led

    def get(self, path: str, *, packed: bool = False) -> bytes:
        """Ask for a page; gives its bytes as they come over the line."""
        return self._ask("GET", path, b"", {"Accept-Encoding": "gzip"} if packed else {}, 200)

    def get_fragment(self, path: str) -> bytes:
        """Ask for a piece of a page, as its script does."""
        return self._ask("GET", path, b"", {"HX-Request": "true"}, 200)

    def post(self, path: str, fields: dict[str, str]) -> bytes:
        """Send a form as a browser does: in parts, with its empty file fields."""
        mark = secrets.token_hex(8)
        parts = [
            f'name="{name}"\r\n\r\n{value}'
            for name, value in {"csrfmiddlewaretoken": self.token, **fields}.items()
        ]
        parts += [
            f'name="file{n}"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n' for n in range(5)
        ]
        body = (
            "".join(f"--{mark}\r\nContent-Disposition: form-data; {part}\r\n" for part in parts)
            + f"--{mark}--\r\n"
        )
        return self._ask(
            "POST", path, body.encode(), {"Content-Type": f"multipart/form-data; boundary={mark}"}, 302
        )

    def open_form(self, path: str) -> None:
        """Fetch the page with the form, for its token."""
        found = _TOKEN.search(self.get(path))
        if found is None:
            raise UnexpectedError(f"{path} holds no form")
        self.token = found[1].decode()

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str], status: int) -> bytes:
        sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), **headers}
        self.line.request(method, path, body or None, sent)
        answer = self.line.getresponse()
        came = answer.read()
        self.went_to = answer.getheader("Location") or ""
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        if answer.status != status:
            raise UnexpectedError(f"{method} {path} gave {answer.status}: {came[:300]!r}")
        return came


def sign_in(person_id: int, port: int) -> Reader:
    """A reader with a session of their own, as signing in makes one."""
    from allauth.usersessions.models import UserSession

    person = Person.objects.get(id=person_id)
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    key = str(session.session_key)
    UserSession.objects.create(user=person, session_key=key, ip="127.0.0.1", user_agent="bench")
    return Reader(
        person_id, http.client.HTTPConnection("127.0.0.1", port), {settings.SESSION_COOKIE_NAME: key}
    )
