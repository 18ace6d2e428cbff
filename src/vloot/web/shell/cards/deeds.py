"""What the reader may do with a post: buttons under it, and a menu for what is done seldom.

Buttons send the page's one form, `#deed`; js/deeds.js then swaps the card in place.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import NamedTuple

from django.utils.translation import ngettext

from vloot.talk.timeline.cards import PostCard
from vloot.web.shell.addresses import address, plain
from vloot.web.shell.faces import called
from vloot.web.shell.icons import icon
from vloot.web.shell.moments import when
from vloot.web.shell.words import Words


class Choice(NamedTuple):
    """One line of the menu: shown when `card.can` holds `can`."""

    can: str
    sign: str
    word: Callable[[PostCard, Words], str]
    name: str
    leads: str = ""  # "page" or "dialog"; a button otherwise


CHOICES = (
    Choice("edit", "pencil", lambda _c, w: w.edit, "post_edit", "page"),
    Choice("change_event", "pencil", lambda _c, w: w.change_event, "event_change", "page"),
    Choice("change_event", "calendar-off", lambda _c, w: w.cancel_event, "event_cancel", "dialog"),
    Choice("lower", "chevron-down", lambda _c, w: w.lower, "announcement_lower"),
    Choice("unread", "eye-off", lambda _c, w: w.unread, "post_unread"),
    Choice("pin", "pin", lambda c, w: w.unpin if c.is_pinned else w.pin, "post_pin"),
    Choice("close", "lock", lambda _c, w: w.close, "post_close", "dialog"),
    Choice("reopen", "lock-open", lambda _c, w: w.reopen, "post_reopen"),
    Choice("hand_over", "life-buoy", lambda _c, w: w.hand_over, "question_owner", "dialog"),
    Choice("close_question", "anchor", lambda _c, w: w.close_question, "question_close"),
    Choice("reopen_question", "life-buoy", lambda _c, w: w.reopen_question, "post_reopen"),
    Choice("report", "flag", lambda _c, w: w.report, "post_report", "page"),
    Choice("take_away", "trash-2", lambda _c, w: w.remove, "post_take_away", "page"),
    Choice("remove", "trash-2", lambda _c, w: w.remove, "post_remove", "dialog"),
)


def foot(card: PostCard, words: Words, *, is_thread: bool) -> str:
    """The row of buttons under a post."""
    can = card.can
    parts = [] if is_thread else [_way_in(card, words)]
    if "accept" in can:
        parts.append(
            _toggle(
                card.is_accepted,
                "circle-check",
                words.this,
                words.not_this,
                address("answer_accept", card.id),
            )
        )
    if "helped" in can:
        at = address("answer_helped", card.id)
        parts.append(_toggle(card.has_helped_me, "badge-check", words.helped, words.helped, at))
    if "appreciate" in can:
        at = address("post_appreciate", card.id)
        parts.append(_toggle(card.is_appreciated, "heart", words.thank, words.thanked, at))
    if "bookmark" in can:
        at = address("post_bookmark", card.id)
        parts.append(_toggle(card.is_bookmarked, "bookmark", words.keep, words.kept, at, " deed-keep"))
    return f'<footer class="card-foot">{"".join(parts)}{_menu(card, words)}</footer>'


def _way_in(card: PostCard, words: Words) -> str:
    at = address("thread", card.thread_id)
    if card.replies:
        count = ngettext("%(n)d reply", "%(n)d replies", card.replies) % {"n": card.replies}
        last = f'<span class="wide-only"> · {when(card.last_reply_at)}</span>'
        return f'<a class="deed" href="{at}">{icon("message-circle")}<span>{count}{last}</span></a>'
    if "reply" in card.can:
        word = words.answer if card.question else words.reply
        return f'<a class="deed" href="{at}#reply">{icon("message-circle")}{word}</a>'
    return ""


def _toggle(is_on: bool, sign: str, off: str, on: str, at: str, more: str = "") -> str:
    done, pressed, word = (" is-done", "true", on) if is_on else ("", "false", off)
    return (
        f'<button class="deed{more}{done}" form="deed" formaction="{at}" name="on" value="{0 if is_on else 1}"'
        f' aria-pressed="{pressed}">'
        f'{icon(sign)}<span class="deed-word">{word}</span></button>'
    )


def _menu(card: PostCard, words: Words) -> str:
    lines = [_line(choice, card, words) for choice in CHOICES if choice.can in card.can]
    if "talk" in card.can:
        at = f"{plain('proposal_new')}?about={card.id}"
        lines.insert(0, f'<li><a href="{at}">{icon("coffee")}{words.talk}</a></li>')
    if "reply" in card.can:
        at = address("post_quote", card.id)
        lines.insert(0, f'<li><a href="{at}" data-quote>{icon("quote")}{words.quote}</a></li>')
    if card.edited_at:
        lines.append(
            f'<li><a href="{address("post_history", card.id)}">{icon("history")}{words.before}</a></li>'
        )
    anchor = f"#post-{card.id}" if card.parent_id else ""
    lines.append(
        f'<li><a href="{address("thread", card.thread_id)}{anchor}">{icon("link")}{words.link}</a></li>'
    )
    label = words.more.replace("{name}", escape(called(card.author)))
    return (
        f'<details class="menu"><summary class="deed" aria-label="{label}">{icon("ellipsis")}</summary>'
        f"<ul>{''.join(lines)}</ul></details>"
    )


def _line(choice: Choice, card: PostCard, words: Words) -> str:
    at, inner = address(choice.name, card.id), f"{icon(choice.sign)}{choice.word(card, words)}"
    if choice.leads:
        dialog = " data-dialog" if choice.leads == "dialog" else ""
        return f'<li><a href="{at}"{dialog}>{inner}</a></li>'
    return f'<li><button form="deed" formaction="{at}">{inner}</button></li>'
