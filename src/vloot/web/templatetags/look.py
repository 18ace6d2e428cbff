"""`{% load look %}`: icons, faces, names and moments, the way every page shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import template
from django.utils.safestring import SafeString

from vloot.web.shell import faces, icons, moments

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
def person(card: Any) -> SafeString:
    """The person's name as a link to their page, with what one must know about them (guest, bot, not here yet)."""
    return faces.person(card)


@register.filter
def names(people: Any, most: int = 3) -> SafeString:
    """"Bram, Anna and Els"; with more than `most`, the first ones "and others" with the whole list to open."""
    return faces.names(people, most)
