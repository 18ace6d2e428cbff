"""Posts as HTML, each made once for everything it is made from (`pieces`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString

from vloot.talk.timeline.cards import PostCard
from vloot.web.shell import pieces
from vloot.web.shell.cards import whole
from vloot.web.shell.moments import age

Where = tuple[str | None, str] | None  # `pieces.around()`, if it has been asked already


def card(post: PostCard, *, is_thread: bool = False, where: Where = None) -> SafeString:
    """The head of a thread, up to `pieces.fill`; `is_thread` when it heads its own page."""
    return pieces.kept(
        ("thread" if is_thread else "card", *_ages(post)),
        post,
        lambda: whole.card(post, csrf=pieces.TOKEN, is_thread=is_thread),
        where,
    )


def reply(post: PostCard, *, where: Where = None) -> SafeString:
    """An answer or comment in its thread, up to `pieces.fill`; with the form to comment on it where one may."""
    return pieces.kept(("reply", *_ages(post)), post, lambda: with_form(post), where)


def with_form(post: PostCard, refused: Mapping[str, Any] | None = None) -> SafeString:
    """An answer or comment made anew, with its form as it was sent if it was refused."""
    made = whole.reply(post)
    if post.is_removed:
        return made
    if post.parent_id == post.thread_id and "comment" in post.can:
        made += pieces.rendered("components/comment_form.html", {"card": post, **(refused or {})})
    return SafeString(made + "</article>")


def _ages(post: PostCard) -> tuple[int, ...]:
    """Everything in which a post depends on the clock."""
    closes_at = post.poll.closes_at if post.poll else post.event.starts_at if post.event else None
    return tuple(age(at) for at in (post.at, post.last_reply_at, closes_at) if at)
