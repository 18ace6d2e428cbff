"""Who wrote it, where and when; and the sentences with names."""

from __future__ import annotations

from functools import cache
from html import escape

from django.urls import reverse

from vloot.talk.timeline.cards import PostCard
from vloot.web.shell import faces
from vloot.web.shell.addresses import address
from vloot.web.shell.bylines import origin_words
from vloot.web.shell.icons import icon
from vloot.web.shell.moments import exact, when
from vloot.web.shell.words import Words

_STATES = {
    "open": ("life-buoy", "open"),
    "answered": ("circle-check", "answered"),
    "closed": ("anchor", "done"),
}


def byline(card: PostCard, words: Words) -> str:
    """The head of every post."""
    author = card.author
    parts = [] if card.parent_id else [where(card, words)]
    own = f"#post-{card.id}" if card.parent_id else address("thread", card.thread_id)
    parts.append(f'<a href="{own}">{when(card.at)}</a>')
    if card.edited_at:
        parts.append(
            f'<a href="{address("post_history", card.id)}" title="{exact(card.edited_at)}">{words.edited}</a>'
        )
    if card.origin != "web" and (brought := origin_words(card.origin)):
        parts.append(f'<span class="brought">{escape(brought)}</span>')
    return (
        f'<header class="byline"><a class="byline-face" href="{address("people:person", author.id)}" tabindex="-1" '
        f'aria-hidden="true">{faces.face(author)}</a><div class="byline-words"><p class="byline-name">'
        f'{faces.person(author)}</p><p class="byline-where">{" · ".join(parts)}</p></div>{_state(card, words)}</header>'
    )


def where(card: PostCard, words: Words) -> str:
    """ "asks in Workshop"; the space is a link."""
    link = f'<a href="{_space(card.space.slug)}">{escape(card.space.name)}</a>'
    return str(words.where.get(card.kind, words.where["update"]).replace("{space}", link))


@cache
def _space(slug: str) -> str:
    return reverse("space", args=(slug,))


def _state(card: PostCard, words: Words) -> str:
    if card.question is None:
        return ""
    state = card.question.state
    sign, word = _STATES[state]
    return f'<span class="state state-{state}">{icon(sign)}{getattr(words, word)}</span>'
