"""What the addresses of own pages in a body lead to, for the one who reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from html import unescape
from typing import Any, NamedTuple

import msgspec
from django.conf import settings

from vloot.ground import ids
from vloot.ground import text as texts
from vloot.ground.database import sql
from vloot.people.actor import Actor

MOST = 40  # addresses of one page that are looked up
_ALONE = re.compile(r'<a (?=[^>]*\bclass="alone")[^>]*\bhref="([^"]*)"')
_POST = re.compile(r"/t/(\d{1,19})/(?:#post-(\d{1,19}))?")
_PERSON = re.compile(r"/people/(\d{1,19})/")
_SPACE = re.compile(r"/s/([a-z0-9_-]{1,80})/", re.IGNORECASE)


class LinkCard(msgspec.Struct, frozen=True):
    """Something of this Vloot that a body leads to, as its reader may see it. `kind` is that of a post, "space" or "person"."""

    url: str
    kind: str
    title: str
    detail: str
    starts_at: datetime | None = None
    zone: str = ""


class _Target(NamedTuple):
    kind: str
    key: str


def of_bodies(actor: Actor, bodies: Iterable[tuple[int, str]]) -> dict[int, list[LinkCard]]:
    """The cards for the addresses that stand alone in some bodies, by post: one query, none where there is no such address.

    What the actor may not see is left out, as if there were nothing.
    """
    wanted = {post_id: _targets(html) for post_id, html in bodies if 'class="alone"' in html}
    targets = list({target for found in wanted.values() for target in found.values()})[:MOST]
    if not targets:
        return {}
    known = _look_up(actor, targets)
    return {
        post_id: [
            msgspec.structs.replace(known[target], url=url)
            for url, target in found.items()
            if target in known
        ]
        for post_id, found in wanted.items()
    }


def _targets(html: str) -> dict[str, _Target]:
    """What each own address in safe HTML leads to, by the address as it is written there."""
    found = {}
    for written in _ALONE.findall(html):
        target = _target(unescape(written))
        if target is not None:
            found[written] = target
    return found


def _target(address: str) -> _Target | None:
    origin = settings.VLOOT_ORIGIN.rstrip("/")
    if not address.startswith(origin + "/"):
        return None
    path = address.removeprefix(origin)
    if post := _POST.fullmatch(path):
        return _numbered("post", post[2] or post[1])
    if person := _PERSON.fullmatch(path):
        return _numbered("person", person[1])
    if space := _SPACE.fullmatch(path):
        return _Target("space", space[1])
    return None


def _numbered(kind: str, written: str) -> _Target | None:
    number = ids.read(written)
    return None if number is None else _Target(kind, str(number))


def _look_up(actor: Actor, targets: list[_Target]) -> dict[_Target, LinkCard]:
    asked: dict[str, Any] = {
        "me": actor.person_id,
        "is_guest": actor.is_guest,
        "is_importer": actor.is_importer,
        "posts": sql.array(int(target.key) for target in targets if target.kind == "post"),
        "people": sql.array(int(target.key) for target in targets if target.kind == "person"),
        "slugs": [target.key for target in targets if target.kind == "space"],
    }
    found = {}
    for what, key, kind, title, html, detail, starts_at, zone in sql.rows(
        sql.beside(__file__, "links"), asked
    ):
        named = title or texts.excerpt(html, 90)
        found[_Target(what, key)] = LinkCard("", kind, named, detail, starts_at, zone)
    return found
