"""Notices as two lines of plain text, as a device shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vloot.notices.reads import NoticeCard
from vloot.people.reads import PersonCard

LONGEST = 160  # characters of a line
_NAMED = 3


class Lines(TypedDict):
    """What a device shows, and where it leads."""

    title: str
    body: str
    url: str


def lines(cards: Sequence[NoticeCard]) -> Lines:
    """The newest notice in full; when there are more, what the newest ones are about."""
    first = cards[0]
    if len(cards) == 1:
        return {
            "title": _cut(sentence(first)),
            "body": _cut(first.title or str(first.reason)),
            "url": first.link,
        }
    more = len(cards)
    title = ngettext("%(count)s thing for you in Vloot", "%(count)s things for you in Vloot", more) % {
        "count": more
    }
    return {
        "title": title,
        "body": _cut("\n".join(_cut(sentence(card)) for card in cards[:_NAMED])),
        "url": "/notices/",
    }


def sentence(card: NoticeCard) -> str:
    """ "Anna and Bram answered your question", without markup."""
    return card.sentence.replace("%(who)s", _names(card.actors))


def _names(actors: Sequence[PersonCard]) -> str:
    called = [person.first_name or person.name for person in actors[:_NAMED]]
    if not called:
        return _("somebody")
    if len(called) == 1:
        return called[0]
    return _("{names} and {last}").format(names=", ".join(called[:-1]), last=called[-1])


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
