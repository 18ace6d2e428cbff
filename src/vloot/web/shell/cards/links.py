"""Addresses of own pages as small cards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from vloot.talk.timeline.links import LinkCard
from vloot.web.shell import spans
from vloot.web.shell.icons import icon

_SIGNS = {
    "question": "life-buoy", "answer": "life-buoy", "thanks": "hand-heart", "poll": "vote", "event": "calendar",
    "announcement": "megaphone", "space": "messages-square", "person": "user-round",
}  # fmt: skip
_ALONE = re.compile(r'<a (?=[^>]*\bclass="alone")[^>]*\bhref="([^"]*)"[^>]*>[^<]*</a>')


def shown(html: str, known: Sequence[LinkCard]) -> str:
    """Safe HTML with a card in the place of each address that one is known for; the others stay as they are written."""
    by_url = {link.url: link for link in known}
    return _ALONE.sub(lambda found: _card(by_url[found[1]]) if found[1] in by_url else found[0], html)


def _card(link: LinkCard) -> str:
    detail = link.detail
    if link.starts_at is not None:
        detail = f"{spans.brief(link.starts_at, link.zone)} · {detail}"
    small = f"<small>{escape(detail)}</small>" if detail else ""
    sign = icon(_SIGNS.get(link.kind, "message-circle"))
    return f'<a class="link-card" href="{link.url}">{sign}<span><b>{escape(link.title)}</b>{small}</span></a>'
