"""A query said back in words: "Questions about “pump” by Bram in Safety since 1 March 2026"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from vloot.talk.search.meaning import Meaning

KINDS = {
    "update": gettext_lazy("Updates"),
    "question": gettext_lazy("Questions"),
    "thanks": gettext_lazy("Thanks"),
    "poll": gettext_lazy("Polls"),
    "announcement": gettext_lazy("Announcements"),
    "event": gettext_lazy("Events"),
    "answer": gettext_lazy("Answers"),
    "comment": gettext_lazy("Comments"),
}
STATES = {
    "open": gettext_lazy("Open questions"),
    "answered": gettext_lazy("Answered questions"),
    "closed": gettext_lazy("Closed questions"),
}


def said(meant: Meaning) -> str:
    """What was asked for, as one line; "" when nothing was."""
    query = meant.query
    if not query.terms:
        return ""
    pieces = [_what(meant)]
    sought = [f"“{term.text}”" for term in query.of("") if not term.is_not]
    pieces += [_("about {words}").format(words=_and(sought))] if sought else []
    pieces += (
        [_("by {people}").format(people=_or(card.name for card in meant.persons))] if meant.persons else []
    )
    pieces += (
        [_("in {spaces}").format(spaces=_or(space.name for space in meant.spaces))] if meant.spaces else []
    )
    pieces += [_("with {tags}").format(tags=_and(f"#{tag}" for tag in meant.tags))] if meant.tags else []
    pieces += [_has(what) for what in meant.has]
    pieces += _when(meant)
    nots = [f"“{term.text}”" if not term.key else term.text for term in query.terms if term.is_not]
    pieces += [_("without {words}").format(words=_or(nots))] if nots else []
    return " ".join(pieces)


def _what(meant: Meaning) -> str:
    named = [STATES[state] for state in meant.states] or [KINDS[kind] for kind in dict.fromkeys(meant.kinds)]
    return _and(map(str, named)) if named else pgettext("search", "Everything")


def _has(what: str) -> str:
    return _("with a picture") if what == "image" else _("with a file")


def _when(meant: Meaning) -> list[str]:
    since, until = meant.since, meant.until
    if since and until:
        last = until - timedelta(days=1)
        if last <= since:
            return [_("on {day}").format(day=date_format(since, "DATE_FORMAT"))]
        first, final = date_format(since, "DATE_FORMAT"), date_format(last, "DATE_FORMAT")
        return [_("from {first} to {last}").format(first=first, last=final)]
    if since:
        return [_("since {day}").format(day=date_format(since, "DATE_FORMAT"))]
    return [_("before {day}").format(day=date_format(until, "DATE_FORMAT"))] if until else []


def _and(words: Iterable[str]) -> str:
    return _joined(words, _("{first} and {last}"))


def _or(words: Iterable[str]) -> str:
    return _joined(words, _("{first} or {last}"))


def _joined(words: Iterable[str], pair: str) -> str:
    found = list(words)
    if len(found) < 2:
        return "".join(found)
    return pair.format(first=", ".join(found[:-1]), last=found[-1])
