"""`{% load look %}`: icons, faces, names and moments, the way every page shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.utils.safestring import SafeString

from vloot.web.shell import bylines, faces, icons, moments
from vloot.web.shell.addresses import address

register = template.Library()


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


@register.simple_tag
def face(person: Any, size: str = "") -> SafeString:
    """The person's picture, or their initials on their own colour. Decoration: the name stands beside it."""
    return faces.face(person, size)


@register.simple_tag
def person_link(card: Any) -> SafeString:
    """The person's name as a link to their page, with what one must know about them (guest, bot, not here yet)."""
    return faces.person(card)


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
    return bylines.where(card)


@register.filter
def origin_words(origin: str) -> str:
    """Where a card was brought from ("brought along from Slack"), or nothing when it was written here."""
    return bylines.origin_words(origin)


@register.filter
def size(octets: int) -> str:
    """A file's size in words: "840 kB"."""
    return bylines.size(octets)


@register.simple_tag
def share(part: Any, choices: Any) -> int:
    """How much of all votes this choice has, in whole percent, for the length of its bar."""
    return bylines.share(part, choices)


@register.filter
def told(notice: Any) -> SafeString:
    """The sentence of a notice with its names in it."""
    return bylines.told(notice)


@register.simple_tag
def greeting(person: Any) -> str:
    """ "Good morning, Anna", by the reader's own clock."""
    return bylines.greeting(faces.called(person))
