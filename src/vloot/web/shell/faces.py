"""How people look on a page: face, name, and several names in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vloot.web.shell import icons
from vloot.web.shell.addresses import address


def face(person: Any, size: str = "") -> SafeString:
    """The picture, or the initials on the person's own hue; `size` is "", "small", "large" or "tiny"."""
    classes = f"face face-{size}" if size else "face"
    if person.is_bot:
        return format_html('<span class="{} face-bot" aria-hidden="true">{}</span>', classes, icons.icon("bot"))
    if person.face_url:
        return format_html('<img class="{}" src="{}" alt="" loading="lazy" decoding="async">', classes, person.face_url)
    return format_html(
        '<span class="{} hue-{}" aria-hidden="true">{}</span>', classes, person.hue, person.initials
    )


def called(card: Any) -> str:
    """How to call them in a sentence: the first name, or the whole name when there is none."""
    return str(card.first_name or card.name)


def person(card: Any) -> SafeString:
    """The name as a link, first name strong; then what one must know about them."""
    rest = card.name[len(card.first_name) :] if card.first_name and card.name.startswith(card.first_name) else ""
    first = card.first_name if rest or card.name == card.first_name else card.name
    name = format_html("<b>{}</b>{}", first, rest)
    return format_html('<a class="person" href="{}">{}</a>{}', person_url(card), name, badge(card))


def badge(card: Any) -> SafeString:
    """A word for a guest, a bot, somebody who left or is not here yet; empty for everyone else."""
    if card.is_bot:
        word, why = _("bot"), _("A program writes here, not a person.")
    elif card.is_placeholder:
        word, why = _("not here yet"), _("Named in what was brought along; has no account here.")
    elif card.is_guest:
        word, why = _("guest"), _("Comes from outside and sees only the spaces they were invited to.")
    elif not card.is_active:
        word, why = _("left"), _("Does not work here any more.")
    else:
        return SafeString("")
    return format_html(' <span class="badge" title="{}">{}</span>', why, word)


def person_url(card: Any) -> str:
    """The address of the person's page."""
    return address("people:person", card.id)


def names(people: Sequence[Any], most: int = 3) -> SafeString:
    """ "Bram, Anna and Els" as links; above `most` the first ones and a list to open with all of them."""
    if len(people) > most:
        return _many(people, most)
    links = [format_html('<a href="{}">{}</a>', person_url(p), called(p)) for p in people]
    return joined(links)


def joined(parts: Sequence[str]) -> SafeString:
    """The parts as a sentence part: commas, and "and" before the last."""
    safe = [conditional_escape(part) for part in parts]
    if len(safe) < 2:
        return SafeString("".join(safe))
    head = format_html_join(", ", "{}", ((part,) for part in safe[:-1]))
    return format_html("{} {} {}", head, _("and"), safe[-1])


def _many(people: Sequence[Any], most: int) -> SafeString:
    first = format_html_join(
        ", ", '<a href="{}">{}</a>', ((person_url(p), called(p)) for p in people[:most])
    )
    rows = format_html_join("", "<li>{}{}</li>", ((face(p, "tiny"), person(p)) for p in people))
    return format_html(
        '{} <details class="everyone"><summary>{}</summary><ul>{}</ul></details>', first, _("and others"), rows
    )
