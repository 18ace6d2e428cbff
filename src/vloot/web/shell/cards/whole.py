"""A whole post: the head of a thread, or a reply."""

from __future__ import annotations

from html import escape

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from vloot.talk.timeline.cards import PostCard
from vloot.web.shell.addresses import address
from vloot.web.shell.cards import attached, links, parts
from vloot.web.shell.cards.byline import byline
from vloot.web.shell.cards.deeds import foot
from vloot.web.shell.faces import called
from vloot.web.shell.icons import icon
from vloot.web.shell.words import Words, words


def card(post: PostCard, *, csrf: str = "", is_thread: bool = False) -> SafeString:
    """The head of a thread. `csrf` is for the form of a poll; `is_thread` when it heads its own page."""
    say = words()
    if post.is_removed:
        return SafeString(parts.stone(post, say))
    made = [
        _opening("card card-" + post.kind, post, " data-is-thread" if is_thread else ""),
        f'<p class="card-ribbon">{icon("pin")}{say.pinned}</p>' if post.is_pinned else "",
        _concerned(post, say) if post.announcement else "",
        byline(post, say),
        parts.thanks(post, say) if post.thanks_to else "",
        parts.title(post, is_thread=is_thread) if post.title else "",
        _body(post) if post.html else "",
        parts.asked(post, post.question, say) if post.question else "",
        _poll(post, csrf, is_thread=is_thread) if post.poll else "",
        _event(post, csrf) if post.event else "",
        attached.files(post, say) if post.files else "",
        _confirm(post, say) if post.announcement else "",
        parts.closed(post, say) if post.is_closed and post.closed_reason else "",
        parts.appreciated(post) if post.appreciated_by else "",
        foot(post, say, is_thread=is_thread),
        "</article>",
    ]
    return SafeString("".join(made))


def reply(post: PostCard) -> SafeString:
    """An answer or comment in its thread, without the form to comment on it."""
    say = words()
    if post.is_removed:
        return SafeString(parts.stone(post, say))
    kind = "reply" if post.parent_id == post.thread_id else "comment"
    made = [
        _opening(
            kind + (" is-accepted" if post.is_accepted else ""), post, f' data-parent="{post.parent_id}"'
        )
    ]
    made += [
        f'<p class="accepted-line">{icon("circle-check")}{say.this}</p>' if post.is_accepted else "",
        parts.outdated(post, say) if post.is_outdated else "",
        byline(post, say),
        _body(post),
        attached.files(post, say) if post.files else "",
        parts.helped(post, say) if post.helped else "",
        parts.appreciated(post) if post.appreciated_by else "",
        foot(post, say, is_thread=True),
    ]
    return SafeString("".join(made))


def _poll(post: PostCard, csrf: str, *, is_thread: bool) -> str:
    is_secret = post.poll is not None and post.poll.box_id is not None
    name = "components/secret_poll.html" if is_secret else "components/poll.html"
    return render_to_string(
        name, {"card": post, "poll": post.poll, "csrf_token": csrf, "is_thread": is_thread}
    )


def _event(post: PostCard, csrf: str) -> str:
    return render_to_string("components/event.html", {"card": post, "event": post.event, "csrf_token": csrf})


def _concerned(post: PostCard, say: Words) -> str:
    """For whom an announcement is."""
    assert post.announcement
    line = (
        say.for_all
        if post.announcement.is_for_all
        else say.for_space.replace("{space}", escape(post.space.name))
    )
    return f'<p class="card-ribbon">{icon("megaphone")}{line}</p>'


def _confirm(post: PostCard, say: Words) -> str:
    """The one button, or the quiet word to who pressed it."""
    assert post.announcement
    if "confirm" in post.can:
        at = address("announcement_confirm", post.id)
        return f'<p><button class="button button-main" form="deed" formaction="{at}">{icon("check")}{say.confirm}</button></p>'
    return (
        f'<p class="confirmed">{icon("circle-check")}{say.confirmed}</p>'
        if post.announcement.is_confirmed
        else ""
    )


def _body(post: PostCard) -> str:
    language = f' lang="{escape(post.language)}"' if post.language else ""
    html = links.shown(post.html, post.links) if post.links else post.html
    return f'<div class="words"{language}>{html}</div>'


def _opening(classes: str, post: PostCard, more: str) -> str:
    unread = " is-unread" if post.is_unread else ""
    pinned = " is-pinned" if post.is_pinned else ""
    return (
        f'<article class="{classes}{unread}{pinned}" id="post-{post.id}" data-card="{post.id}" '
        f'data-author="{escape(called(post.author))}"{more}>'
    )
