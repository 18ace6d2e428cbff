"""A parcel of notices in words: the subject, the plain text, and its twin in plain HTML."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vloot.company import reads as company
from vloot.ground.mail import Letter, reply
from vloot.letters.arriving.html import as_text
from vloot.letters.leaving import gathering
from vloot.letters.leaving.gathering import Line, Section, Thread
from vloot.mailroom import links
from vloot.notices.carrying import Parcel
from vloot.notices.groups import AT_ONCE, DAILY, GROUPS, HOURLY
from vloot.people.mailboxes import Mailbox
from vloot.talk.timeline.cards import PostCard

WIDTH = 76
MOST_WORDS = 4000  # characters of a post that comes alone
_INSIDE = re.compile(r'(<a [^>]*href=")/(?!/)')


def letter_of(parcel: Parcel, box: Mailbox) -> Letter:
    """The letter that a parcel becomes, in the language in force."""
    found = gathering.sections(parcel)
    threads = [thread for section in found for thread in section.threads]
    is_single = len(parcel.cards) == 1 and parcel.rhythm == AT_ONCE
    answered = gathering.answered_post(parcel, found)
    reply_to = reply.address_for(box.person_id, answered.id) if answered else ""
    words = _footing(parcel, box, can_reply=bool(reply_to))
    if is_single:
        words |= _single(threads[0], found[0].name, is_shared=len(parcel.cards[0].actors) > 1)
        body = _single_text(words)
        html = render_to_string("letters/notice.html", words)
    else:
        words |= {"sections": found, "opening": _opening(parcel)}
        body = _digest_text(words)
        html = render_to_string("letters/digest.html", words)
    author = parcel.cards[0].actors[0].name if is_single and parcel.cards[0].actors else words["company"]
    return Letter(
        to=box.address,
        name=box.name,
        subject=_subject(parcel, threads, is_single=is_single),
        body=body,
        html=html,
        key=parcel.key,
        sender=author,
        reply_to=reply_to,
        thread=str(parcel.cards[0].thread_id or "") if len(threads) == 1 else "",
        stop=words["stop"],
    )


def _subject(parcel: Parcel, threads: Sequence[Thread], *, is_single: bool) -> str:
    first = threads[0]
    if is_single:
        return f"{first.lines[0].sentence}: {first.title}" if first.title else first.lines[0].sentence
    titles = list(dict.fromkeys(thread.title or thread.lines[0].sentence for thread in threads))
    rest = len(titles) - 2
    named = ", ".join(titles[:2])
    if rest > 0:
        words = ngettext("%(titles)s and %(count)s more", "%(titles)s and %(count)s more", rest)
        named = words % {"titles": named, "count": rest}
    if parcel.rhythm in (AT_ONCE, HOURLY):
        return named
    return (_("Today: %s") if parcel.rhythm == DAILY else _("This week: %s")) % named


def _opening(parcel: Parcel) -> str:
    if parcel.rhythm == DAILY:
        return _("This is what concerned you in the last day.")
    if parcel.rhythm in (AT_ONCE, HOURLY):
        return _("This is what concerned you just now.")
    return _("This is what concerned you in the last week.")


def _footing(parcel: Parcel, box: Mailbox, *, can_reply: bool) -> dict[str, Any]:
    groups = sorted({card.group for card in parcel.cards})
    token = links.stop_token(box.person_id, groups)
    origin = settings.VLOOT_ORIGIN
    return {
        "called": box.called,
        "language": parcel.locale,
        "company": company.name() or "Vloot",
        "origin": origin,
        "choices": origin + reverse("my_notices"),
        "stop": origin + reverse("mail_stop", args=(token,)),
        "groups": " · ".join(str(GROUPS[group]) for group in groups if group in GROUPS),
        "how": _("Reply to this mail, and your words stand in the thread.") if can_reply else "",
    }


def _single(thread: Thread, space: str, *, is_shared: bool) -> dict[str, Any]:
    line = thread.lines[0]
    return {
        "thread": thread,
        "line": line,
        "space": space,
        "post_html": _inside_out(line.post),
        "author": line.post.author.name if line.post and is_shared else "",
    }


def _single_text(words: dict[str, Any]) -> str:
    thread: Thread = words["thread"]
    line: Line = words["line"]
    said = as_text(line.post.html)[:MOST_WORDS] if line.post else ""
    parts = [
        _headline(line, thread.title),
        f"{words['author']}:\n\n{said}" if words["author"] and said else said,
        _("Open it:") + f" {thread.link}" + (f"\n{words['how']}" if words["how"] else ""),
        _foot(words, line.reason, str(words["space"])),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _headline(line: Line, title: str) -> str:
    return _fill(f"{line.sentence}: {title}" if title else f"{line.sentence}.")


def _digest_text(words: dict[str, Any]) -> str:
    parts = [_("Hello %s,") % words["called"], str(words["opening"])]
    for section in words["sections"]:
        parts += _section_text(section)
    if words["how"]:
        parts.append(str(words["how"]))
    parts.append(_foot(words))
    return "\n\n".join(parts) + "\n"


def _section_text(section: Section) -> list[str]:
    parts = [f"{section.name.upper()}\n{'-' * min(len(section.name), WIDTH)}"] if section.name else []
    for thread in section.threads:
        rows = [_fill(f"* {thread.title}")] if thread.title else []
        for line in thread.lines:
            rows.append(_fill(f"{line.sentence} ({line.reason})", "  "))
            if line.excerpt:
                rows.append(_fill(f"“{line.excerpt}”", "    "))
        parts.append("\n".join([*rows, f"  {thread.link}"]))
    return parts


def _foot(words: dict[str, Any], reason: str = "", space: str = "") -> str:
    because = f"{words['company']} · {space}" if space else str(words["company"])
    rows = [
        "-- ",
        because,
        _fill(_("You get this mail %s.") % reason) if reason else "",
        _("How much mail you get:") + f" {words['choices']}",
        _("No more mail like this:") + f" {words['stop']}",
    ]
    return "\n".join(row for row in rows if row)


def _fill(words: str, before: str = "") -> str:
    return textwrap.fill(
        words,
        WIDTH,
        initial_indent=before,
        subsequent_indent=before,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _inside_out(post: PostCard | None) -> str:
    """The safe HTML of a post, with links that lead to us from anywhere."""
    return _INSIDE.sub(rf"\g<1>{settings.VLOOT_ORIGIN}/", post.html) if post else ""
