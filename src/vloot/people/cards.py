"""The card of a person: what any page shows of somebody, read by one fixed query."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import msgspec

from vloot.ground.database import sql
from vloot.ground.text import sort_key
from vloot.people.models import Person
from vloot.people.names import initials

HUES = 12

# The columns that `of_row` takes, for statements of rooms above too.
SELECT = """
SELECT p.id, p.name, p.first_name, p.face, p.kind, p.is_active, p.function, t.name,
       EXISTS (SELECT 1 FROM people_role r WHERE r.person_id = p.id AND r.name = 'guest')
FROM people_person p LEFT JOIN people_team t ON t.id = p.team_id
"""
_SQL = f"{SELECT} WHERE p.id = ANY(%(ids)s::bigint[])"
# The buddy, else one of the hosts, else one of the administrators; all active, and never oneself.
HELPER = f"""{SELECT} WHERE p.id = COALESCE(
    (SELECT b.id FROM people_person m JOIN people_person b ON b.id = m.buddy_id WHERE m.id = %(me)s AND b.is_active),
    (SELECT ids[1 + MOD(%(turn)s, CARDINALITY(ids))] FROM (SELECT ARRAY(
        SELECT h.id FROM people_role r JOIN people_person h ON h.id = r.person_id
        WHERE r.name = 'host' AND h.is_active AND h.id <> %(me)s ORDER BY h.sort_key, h.id) AS ids) hosts
     WHERE ids <> '{{}}'),
    (SELECT ids[1 + MOD(%(turn)s, CARDINALITY(ids))] FROM (SELECT ARRAY(
        SELECT h.id FROM people_role r JOIN people_person h ON h.id = r.person_id
        WHERE r.name = 'administrator' AND h.is_active AND h.id <> %(me)s ORDER BY h.sort_key, h.id) AS ids) hosts
     WHERE ids <> '{{}}')
)"""  # noqa: S608


class PersonCard(msgspec.Struct, frozen=True, kw_only=True):
    """What a page shows of a person. `face_url` is "" when there is no picture: then the initials on `hue`."""

    id: int
    name: str
    first_name: str
    face_url: str
    initials: str
    hue: int
    function: str
    team_name: str
    is_guest: bool
    is_bot: bool
    is_placeholder: bool
    is_active: bool

    @property
    def called(self) -> str:
        """How to call them in a sentence: the first name, or the whole name when there is none."""
        return self.first_name or self.name


def face_url(face: str, width: int = 96) -> str:
    """Where a face of this width (pixels) is found; "" when there is none."""
    return f"/faces/{face}-{width}.webp" if face else ""


def cards(ids: Iterable[int]) -> dict[int, PersonCard]:
    """Cards by id, whoever asks; ids that nobody has are left out. One query, none for no ids."""
    wanted = list(set(ids))
    if not wanted:
        return {}
    return {row[0]: of_row(row) for row in sql.rows(_SQL, {"ids": sql.array(wanted)})}


def who_helps(person_id: int) -> PersonCard | None:
    """Who helps somebody: their buddy, else a host, else an administrator, never they themselves; None where nobody is.

    Everybody gets the same host all the time, and hosts share the readers among them.
    """
    found = sql.rows(HELPER, helped(person_id))
    return of_row(found[0]) if found else None


def helped(person_id: int) -> dict[str, int]:
    """What `HELPER`, for statements of rooms above, is given to find who helps this person."""
    return {"me": person_id, "turn": hue(person_id)}


@lru_cache(4096)  # the same row is the same card
def of_row(row: tuple[Any, ...]) -> PersonCard:
    """The card that a row with the columns of these statements makes."""
    person_id, name, first_name, face, kind, is_active, function, team_name, is_guest = row
    return PersonCard(
        id=person_id,
        name=name,
        first_name=first_name,
        face_url=face_url(face),
        initials=initials(name),
        hue=hue(person_id),
        function=function,
        team_name=team_name or "",
        is_guest=is_guest,
        is_bot=kind == "bot",
        is_placeholder=kind == "placeholder",
        is_active=is_active,
    )


def of_person(person: Person, *, team_name: str, is_guest: bool) -> PersonCard:
    """The card of somebody whose row has been read already."""
    return of_row(
        (
            person.id,
            person.name,
            person.first_name,
            person.face,
            person.kind,
            person.is_active,
            person.function,
            team_name,
            is_guest,
        )
    )


def alphabetical(found: Iterable[PersonCard]) -> list[PersonCard]:
    """Cards in the order a reader of names expects."""
    cards = list(found)
    return sorted(cards, key=lambda card: (_key(card.name), card.id)) if len(cards) > 1 else cards


_key = lru_cache(4096)(sort_key)


def hue(person_id: int) -> int:
    """A colour for the initials, 0 to 11, that stays with the person; mixed, for ids of one import lie close."""
    return (person_id * 0x9E3779B97F4A7C15 >> 40) % HUES
