"""A post that was found: where it stands, the place in it, and the words that were looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from html import escape

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vloot.talk.search.hits import Hit
from vloot.web.shell import faces, frame
from vloot.web.shell.addresses import address
from vloot.web.shell.icons import icon
from vloot.web.shell.moments import Reading, reading, when
from vloot.web.shell.words import Words

Piece = tuple[str, bool]

# Stand for the marks while the text is escaped, all of it at once. A text that holds these controls shows a mark too many, no more.
OPEN, CLOSE = "\x02", "\x03"


def hits(found: Iterable[Hit]) -> SafeString:
    """All of them, as rows of a list."""
    by = reading()
    named = _words(by.language)
    return SafeString("".join(f"<li>{_hit(one, by, named)}</li>" for one in found))


def listed(found: Iterable[Hit], older_url: str) -> SafeString:
    """All of them as a list, and the link to what is older."""
    return SafeString(f'<ol class="hits">{hits(found)}</ol>{frame.older(older_url, get_language() or "")}')


def marked(pieces: Sequence[Piece]) -> str:
    """Pieces of plain text as HTML, the marked ones in `<mark>`: nothing in them can be more than text."""
    text = "".join(f"{OPEN}{text}{CLOSE}" if is_marked else text for text, is_marked in pieces)
    return escape(text).replace(OPEN, "<mark>").replace(CLOSE, "</mark>")


def _hit(one: Hit, by: Reading, named: dict[str, str]) -> str:
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
        f'<h3{untitled}><a href="{link}"><span{language}>{title}</span></a>{_state(one, by.say)}</h3>'
        f'<p class="hit-where">{faces.person(one.author)} · {named[one.kind]} · '
        f"{_space(one.space.slug, one.space.name)} · {when(one.at, by)}</p>"
        f"{below}{file}</div></article>"
    )


def _state(one: Hit, say: Words) -> str:
    if not one.state:
        return ""
    sign, word = {
        "open": ("life-buoy", say.open),
        "answered": ("circle-check", say.answered),
        "closed": ("anchor", say.done),
        "outdated": ("history", say.outdated),
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


@lru_cache(1024)
def _space(slug: str, name: str) -> str:
    return f'<a href="{reverse("space", args=(slug,))}">{escape(name)}</a>'
