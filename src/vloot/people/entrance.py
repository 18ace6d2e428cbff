"""Who stands behind a session: the session, the person, their roles and their card in one question.

Every page begins with it. It is asked anew each time and kept nowhere, so an ended session is over with its row.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import msgspec
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends import db
from django.utils.crypto import constant_time_compare
from msgspec import Struct

from vloot.ground.database import sql
from vloot.people import cards
from vloot.people.actor import Actor
from vloot.people.cards import PersonCard
from vloot.people.models import Person, RoleName

_FIELDS = [field.attname for field in Person._meta.concrete_fields]
_SQL = f"""
SELECT s.session_data, t.name, ARRAY(SELECT r.name FROM people_role r WHERE r.person_id = p.id),
       {", ".join(f"p.{field.column}" for field in Person._meta.concrete_fields)}
FROM django_session s
LEFT JOIN usersessions_usersession u ON u.session_key = s.session_key
LEFT JOIN people_person p ON p.id = u.user_id
LEFT JOIN people_team t ON t.id = p.team_id
WHERE s.session_key = %(key)s AND s.expire_date > now()
"""  # noqa: S608
_MANY = """
SELECT s.session_key, s.session_data, p.id, p.password, p.session_era, p.is_active
FROM django_session s
LEFT JOIN usersessions_usersession u ON u.session_key = s.session_key
LEFT JOIN people_person p ON p.id = u.user_id
WHERE s.session_key = ANY(string_to_array(%(keys)s, ',')) AND s.expire_date > now()
"""


class Entrance(Struct, frozen=True):
    """A session that is good. `person` is None while nobody has signed in with it."""

    words: str  # what the session holds, signed
    person: Person | None
    roles: frozenset[str]
    card: PersonCard | None

    def actor(self) -> Actor | None:
        """The actor that this person is; None for nobody, and for somebody whose access has ended."""
        if self.person is None or not self.person.is_active:
            return None
        return Actor(person_id=self.person.id, roles=self.roles, read_only_until=self.person.read_only_until)


class SessionStore(db.SessionStore):
    """Django's sessions in the database, which bring the person along when they are loaded."""

    entrance: Entrance | None = None

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing when it is over or never was."""
        self.entrance = behind(self.session_key or "")
        if self.entrance is None:
            self._session_key = None
            return {}
        held: dict[str, Any] = msgspec.json.decode(_opened(self.entrance.words))
        return held


def behind(session_key: str) -> Entrance | None:
    """The session with this key; None when it is over or never was."""
    found = sql.rows(_SQL, {"key": session_key}) if session_key.isalnum() else []
    if not found:
        return None
    words, team_name, roles, *columns = found[0]
    held = frozenset(roles)
    if columns[_FIELDS.index("id")] is None:
        return Entrance(words, None, held, None)
    person = Person.from_db("default", _FIELDS, columns)
    card = cards.of_person(person, team_name=team_name or "", is_guest=RoleName.GUEST in held)
    return Entrance(words, person, held, card)


def signed_in(session_keys: Iterable[str]) -> dict[str, int | None]:
    """The persons behind sessions, many in one question: only those who are signed in and here.

    None for a session that must be looked at one by one, as Django does, before anything is said of it.
    """
    keys = ",".join(sorted({key for key in session_keys if key.isalnum()}))
    return {
        key: found
        for key, words, *person in sql.rows(_MANY, {"keys": keys})
        if (found := _signed_in(words, *person)) != 0
    }


def _signed_in(words: str, person_id: int | None, password: str, era: int, is_active: bool) -> int | None:
    """The person's id; 0 when this is nobody who is here; None when that is not certain."""
    if person_id is None:
        return None
    if not is_active:
        return 0
    held = msgspec.json.decode(_opened(words))
    backend = held.get(BACKEND_SESSION_KEY) in settings.AUTHENTICATION_BACKENDS
    proof = Person(id=person_id, password=password, session_era=era).get_session_auth_hash()
    if (
        held.get(SESSION_KEY) == str(person_id)
        and backend
        and constant_time_compare(held.get(HASH_SESSION_KEY) or "", proof)
    ):
        return person_id
    return None


@lru_cache(1024)  # the same signed words hold the same; checking a signature takes longer than all the rest
def _opened(words: str) -> bytes:
    return msgspec.json.encode(db.SessionStore().decode(words))
