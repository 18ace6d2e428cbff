"""What the text in the search box can become: the last thing typed is completed, or leads straight to somebody or some place."""

from __future__ import annotations

import re

import msgspec
from django.utils.translation import get_language

from vloot.ground.finding import Found
from vloot.ground.text import line, sort_key
from vloot.people.actor import Actor
from vloot.talk.search import query, reads, vocabulary

MOST = 8

_LAST = re.compile(r"""(?:^|\s)-?(?:([^\W\d_]{1,12}):)("[^"]*|[^\s"]*)$""")
_TAG = re.compile(r"(?:^|\s)-?(#[^\s#\"]+)$")
_OFFERED = {
    "kind": {
        "nl": "vraag antwoord bericht reactie bedankje peiling",
        "fr": "question réponse message commentaire merci sondage",
        "en": "question answer update comment thanks poll",
    },
    "is": {
        "nl": "open beantwoord gesloten vraag",
        "fr": "ouverte répondue fermée question",
        "en": "open answered closed question",
    },
    "has": {"nl": "bestand foto", "fr": "fichier photo", "en": "file image"},
}


def complete(actor: Actor, typed: str) -> list[Found]:
    """At most eight: what ends the last word ("from:br" becomes "from:bram"), else people, spaces and pages of that name."""
    if typed[-1:].isspace():
        return []
    typed = line(typed)
    if tag := _TAG.search(typed):
        return _inserted(
            reads.named(actor, tag[1], is_start=True, limit=MOST).get("tag", []), typed, tag.start(1)
        )
    if last := _LAST.search(typed):
        key = vocabulary.KEYS.get(sort_key(last[1]), "")
        if key:
            return _of_key(actor, typed, key, last)
    text = query.parse(typed).words
    if len(text) < 2:
        return []
    every = [one for found in reads.named(actor, text, is_start=True, limit=4).values() for one in found]
    return [one for one in every if one.kind != "tag" or " " not in text][:MOST]


def _of_key(actor: Actor, typed: str, key: str, last: re.Match[str]) -> list[Found]:
    start = last[2].strip('"')
    kind = {"from": "person", "in": "space", "tag": "tag"}.get(key)
    at = last.start(2) if key != "tag" else last.start(1)
    if kind:
        found = reads.named(actor, start, is_start=True, limit=MOST).get(kind, []) if start else []
        return _inserted(found, typed, at)
    offered = _OFFERED.get(key, {}).get((get_language() or "en")[:2], "").split()
    return [
        Found(kind="ask", id=0, name=f"{last[1]}:{name}", detail="", link="", insert=f"{typed[:at]}{name} ")
        for name in offered
        if sort_key(name).startswith(sort_key(start))
    ]


def _inserted(found: list[Found], typed: str, at: int) -> list[Found]:
    """The same names, to be put into the box instead of gone to."""
    return [
        msgspec.structs.replace(
            one,
            link="",
            insert=f"{typed[:at]}{one.insert if one.kind == 'tag' else one.insert.partition(':')[2]} ",
        )
        for one in found
    ]
