"""How people look on a page: face, name, and several names in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vloot.people.reads import PersonCard
from vloot.web.shell import icons
from vloot.web.shell.addresses import address


@lru_cache(4096)  # the same card looks the same
def face(person: PersonCard, size: str = "") -> SafeString:
    """The picture, or the initials on the person's own hue; `size` is "", "tiny", "small", "large" or "huge"."""
    classes = f"face face-{size}" if size else "face"
    if person.is_bot:
        return SafeString(f'<span class="{classes} face-bot" aria-hidden="true">{icons.icon("bot")}</span>')
    if person.face_url:
        return SafeString(
            f'<img class="{classes}" src="{escape(person.face_url)}" alt="" loading="lazy" decoding="async">'
        )
    return SafeString(
        f'<span class="{classes} hue-{person.hue}" aria-hidden="true">{escape(person.initials)}</span>'
    )


def called(card: PersonCard) -> str:
    """How to call them in a sentence: the first name, or the whole name when there is none."""
    return card.first_name or card.name


def person(card: PersonCard) -> SafeString:
    """The name as a link, first name strong; then what one must know about them."""
    return SafeString(_link(card) + badge(card))


@lru_cache(4096)
def _link(card: PersonCard) -> str:
    name = card.name
    first = card.first_name if card.first_name and name.startswith(card.first_name) else name
    shown = f"<b>{escape(first)}</b>{escape(name[len(first) :])}"
    return f'<a class="person" href="{person_url(card)}">{shown}</a>'


def badge(card: PersonCard) -> SafeString:
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


def person_url(card: PersonCard) -> str:
    """The address of the person's page."""
    return address("people:person", card.id)


def names(people: Sequence[PersonCard], most: int = 3) -> SafeString:
    """ "Bram, Anna and Els" as links; above `most` the first ones and a list to open with all of them."""
    shown = [f'<a href="{person_url(p)}">{escape(called(p))}</a>' for p in people[:most]]
    if len(people) <= most:
        return joined([SafeString(link) for link in shown])
    rows = "".join(f"<li>{face(p, 'tiny')}{person(p)}</li>" for p in people)
    return SafeString(
        f'{", ".join(shown)} <details class="everyone"><summary>{escape(_("and others"))}</summary><ul>{rows}</ul></details>'
    )


def some(people: Sequence[PersonCard], *, are_more: bool, most: int = 4) -> SafeString:
    """ "Anna, Bram and others" as links: at most the first few of people who have a list of their own elsewhere."""
    shown = [f'<a href="{person_url(p)}">{escape(called(p))}</a>' for p in people[:most]]
    if are_more or len(people) > most:
        return SafeString(f"{', '.join(shown)} {escape(_('and others'))}")
    return joined([SafeString(link) for link in shown])


def joined(parts: Sequence[str]) -> SafeString:
    """The parts as a sentence part: commas, and "and" before the last. What is not safe yet is escaped."""
    safe = [conditional_escape(part) for part in parts]
    if len(safe) < 2:
        return SafeString("".join(safe))
    return SafeString(f"{', '.join(safe[:-1])} {_('and')} {safe[-1]}")
