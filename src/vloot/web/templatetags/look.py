"""`{% load look %}`: icons, faces, names and moments, the way every page shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from vloot.web.shell import (
    browsers,
    bylines,
    cards,
    faces,
    frame,
    icons,
    moments,
    pieces,
    places,
    spans,
    words,
)
from vloot.web.shell.addresses import address
from vloot.web.shell.cards import byline

register = template.Library()
REFUSED = ("refused_id", "comment_values", "comment_error")


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon by its lucide name; with a label it speaks, without one it is decoration."""
    return icons.icon(name, label)


@register.filter
def when(at: datetime | None) -> SafeString:
    """The moment in words ("3 minutes ago"), the exact time in its title."""
    return moments.when(at)


@register.filter
def day(at: datetime | None) -> str:
    """The day in words, without the time."""
    return moments.day(at)


@register.filter
def exact(at: datetime | None) -> str:
    """The moment to the minute, in the reader's time zone."""
    return moments.exact(at)


@register.filter
def browser(said: str) -> str:
    """What a browser says of itself, in two words."""
    return browsers.called(said)


@register.simple_tag
def span(starts_at: datetime, ends_at: datetime, zone: str) -> SafeString:
    """From when to when, in the event's time zone, and at the reader's clock when that is another."""
    return spans.span(starts_at, ends_at, zone)


@register.simple_tag
def brief_span(starts_at: datetime, zone: str) -> str:
    """The day and hour something begins, in its own time zone."""
    return spans.brief(starts_at, zone)


@register.filter
def some(people: Any, are_more: bool) -> SafeString:
    """ "Anna, Bram and others": first names by the alphabet, and a word for those who are not named here."""
    return faces.some(people, are_more=are_more)


@register.simple_tag
def face(person: Any, size: str = "") -> SafeString:
    """The person's picture, or their initials on their own colour. Decoration: the name stands beside it."""
    return faces.face(person, size)


@register.simple_tag
def person_link(card: Any) -> SafeString:
    """The person's name as a link to their page, with what one must know about them (guest, bot, not here yet)."""
    return faces.person(card)


@register.filter
def percent(share: float) -> str:
    """A share from 0 to 1 in whole hundredths, "25%"."""
    return f"{round(100 * share)}%"


@register.filter
def names(people: Any, most: int = 3) -> SafeString:
    """ "Bram, Anna and Els"; with more than `most`, the first ones "and others" with the whole list to open."""
    return faces.names(people, most)


@register.filter
def called(person: Any) -> str:
    """How to call them in a sentence: the first name, or the whole name when there is none."""
    return faces.called(person)


@register.simple_tag
def at(name: str, id: int) -> str:
    """The address of the page or deed `name` for this id; for pages that show it by the dozen."""
    return address(name, id)


@register.filter
def where(card: Any) -> SafeString:
    """What the author does and where: "asks in Workshop", with the space as a link."""
    return SafeString(byline.where(card, words.words()))


@register.simple_tag(takes_context=True)
def post(context: Context, card: Any, is_thread: bool = False) -> SafeString:
    """The head of a thread; `is_thread` when it heads its own page."""
    return pieces.fill(cards.card(card, is_thread=is_thread), context)


@register.simple_tag(takes_context=True)
def reply(context: Context, card: Any) -> SafeString:
    """An answer or comment; with the small form under it where one may comment, as it was sent if it was refused."""
    return pieces.fill(_reply(context, card), context)


@register.simple_tag(takes_context=True)
def replies(context: Context, shown: Any) -> SafeString:
    """Answers and comments in reading order, as rows of a list."""
    where = pieces.around()
    rows = []
    for card in shown:
        nested = "" if card.parent_id == card.thread_id else ' class="is-nested"'
        rows.append(f"<li{nested}>{_reply(context, card, where)}</li>")
    return pieces.fill("".join(rows), context)


def _reply(context: Context, card: Any, where: tuple[str | None, str] | None = None) -> SafeString:
    if context.get("refused_id") == card.id:
        return cards.with_form(card, {name: context.get(name) for name in REFUSED})
    return cards.reply(card, where=where)


@register.simple_tag(takes_context=True)
def piece(context: Context, template: str, **values: Any) -> SafeString:
    """A template that shows the values given here and nothing else, made once for all who are shown the same."""
    return pieces.fill(pieces.piece(template, values), context)


@register.simple_tag
def share(part: Any, choices: Any) -> int:
    """How much of all votes this choice has, in whole percent, for the length of its bar."""
    return bylines.share(part, choices)


@register.simple_tag
def still(name: str) -> SafeString:
    """A template that shows the same to everyone (a drawing, the head): made once per language, then kept."""
    return frame.still(name, get_language() or "")


@register.simple_tag(takes_context=True)
def posts(context: Context, shown: Any, away_before_id: int | None = None) -> SafeString:
    """The heads of threads, one below the other, with a line above the first that was there before the reader left."""
    where = pieces.around()
    made: list[str] = []
    for card in shown:
        if card.id == away_before_id:
            made.append(still("components/away.html"))
        made.append(cards.card(card, where=where))
    return pieces.fill("".join(made), context)


@register.simple_tag(takes_context=True)
def rail(context: Context) -> SafeString:
    """The name of the company, the places one can go to, and one's own page."""
    request = context["request"]
    is_in = request.user.is_authenticated
    return piece(
        context,
        "components/nav.html",
        company=str(context.get("company") or ""),
        me=context.get("me"),
        here=places.here(request.path) if is_in else "",
        is_in=is_in,
        has_notices=bool(context.get("has_notices")),
    )


@register.simple_tag
def nav_places(here: str, has_notices: bool) -> SafeString:
    """The list of places one can go to."""
    return frame.nav(here, get_language() or "", has_notices=has_notices)


@register.simple_tag(takes_context=True)
def foot(context: Context) -> SafeString:
    """Language, light or dark, the promise."""
    return frame.foot(str(context.get("theme", "auto")), get_language() or "")


@register.filter
def told(notice: Any) -> SafeString:
    """The sentence of a notice with its names in it."""
    return bylines.told(notice)


@register.simple_tag
def greeting(person: Any) -> str:
    """ "Good morning, Anna", by the reader's own clock."""
    return bylines.greeting(faces.called(person))


@register.filter
def under(found: Any, key: str) -> Any:
    """What stands under a key of a mapping; None where nothing does, or there is no mapping."""
    return found.get(key) if isinstance(found, dict) else None
