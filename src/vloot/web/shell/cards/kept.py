"""Posts as HTML, each made once for everything it is made from (`pieces`)."""

from __future__ import annotations

from django.utils.safestring import SafeString

from vloot.talk.timeline.cards import PostCard
from vloot.web.shell import pieces
from vloot.web.shell.cards import whole
from vloot.web.shell.moments import age


def card(post: PostCard, *, csrf: str = "", is_thread: bool = False) -> SafeString:
    """The head of a thread. `csrf` is for the form of a poll; `is_thread` when it heads its own page."""
    made = pieces.kept(
        ("thread" if is_thread else "card", *_ages(post)),
        post,
        lambda: whole.card(post, csrf=pieces.TOKEN, is_thread=is_thread),
    )
    return SafeString(made.replace(pieces.TOKEN, csrf)) if post.poll else made


def reply(post: PostCard) -> SafeString:
    """An answer or comment in its thread, without the form to comment on it."""
    return pieces.kept(("reply", *_ages(post)), post, lambda: whole.reply(post))


def _ages(post: PostCard) -> tuple[int, ...]:
    """Everything in which a post depends on the clock."""
    closes_at = post.poll.closes_at if post.poll else None
    return tuple(age(at) for at in (post.at, post.last_reply_at, closes_at) if at)
