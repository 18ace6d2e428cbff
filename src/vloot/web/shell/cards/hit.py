"""A post that was found: where it stands, the place in it, and the words that were looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vloot.talk.search.hits import Hit
from vloot.web.shell import faces
from vloot.web.shell.addresses import address
from vloot.web.shell.icons import icon
from vloot.web.shell.moments import when
from vloot.web.shell.words import Words, words

Piece = tuple[str, bool]


def hits(found: Iterable[Hit]) -> SafeString:
    """All of them, as rows of a list."""
    say, named = words(), _words(get_language() or "")
    return SafeString("".join(f"<li>{_hit(one, say, named)}</li>" for one in found))


def marked(pieces: Sequence[Piece]) -> str:
    """Pieces of plain text as HTML, the marked ones in `<mark>`: nothing in them can be more than text."""
    return "".join(
        f"<mark>{escape(text)}</mark>" if is_marked else escape(text) for text, is_marked in pieces
    )


def _hit(one: Hit, say: Words, named: dict[str, str]) -> str:
    anchor = f"#post-{one.id}" if one.id != one.thread_id else ""
    link = f"{address('thread', one.thread_id)}{anchor}"
    language = f' lang="{escape(one.language)}"' if one.language else ""
    excerpt = marked(one.excerpt)
    file = f'<p class="hit-file">{icon("paperclip")}<span>{marked(one.file)}</span></p>' if one.file else ""
    # What has no title is led to by its own words.
    title, below = (
        (marked(one.title), f'<p class="hit-excerpt"{language}>{excerpt}</p>') if one.title else (excerpt, "")
    )
    untitled = "" if one.title else ' class="hit-untitled"'
    return (
        f'<article class="hit">{faces.face(one.author, "small")}<div class="hit-words">'
        f'<h3{untitled}><a href="{link}"><span{language}>{title}</span></a>{_state(one, say)}</h3>'
        f'<p class="hit-where">{faces.person(one.author)} · {named[one.kind]} · '
        f'<a href="{_space(one.space.slug)}">{escape(one.space.name)}</a> · {when(one.at)}</p>'
        f"{below}{file}</div></article>"
    )


def _state(one: Hit, say: Words) -> str:
    if not one.state:
        return ""
    sign, word = {
        "open": ("life-buoy", say.open),
        "answered": ("circle-check", say.answered),
        "closed": ("anchor", say.done),
    }[one.state]
    return f' <span class="state state-{one.state}">{icon(sign)}{word}</span>'


@cache
def _words(_language: str) -> dict[str, str]:
    return {
        "update": _("an update"),
        "question": _("a question"),
        "thanks": _("a thank-you"),
        "poll": _("a poll"),
        "announcement": _("an announcement"),
        "event": _("an event"),
        "answer": _("an answer"),
        "comment": _("a comment"),
    }


@cache
def _space(slug: str) -> str:
    return reverse("space", args=(slug,))
