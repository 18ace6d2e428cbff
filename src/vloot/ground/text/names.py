"""@people, @teams and #tags inside Markdown."""

import re
from collections.abc import Sequence
from html import escape
from typing import Any
from urllib.parse import quote

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

LONGEST_TAG = 50  # some letters are two in lower case

_NAME = re.compile(r"@([^\W_](?:[\w.-]*\w)?)")
_TAG = re.compile(r"#([^\W\d_][\w-]{0,48}\w)")


def names_rule(state: StateInline, silent: bool) -> bool:
    """Read "@name" or "#tag" where it starts a word (so never inside an e-mail address)."""
    sign = state.src[state.pos]
    # A link leads to one place only.
    if sign not in "@#" or state.linkLevel:
        return False
    before = state.src[state.pos - 1] if state.pos else " "
    if before.isalnum() or before in "_/&@#.":
        return False
    match = (_NAME if sign == "@" else _TAG).match(state.src, state.pos)
    if not match or match.end() > state.posMax:
        return False
    if not silent:
        token = state.push("name", "", 0)
        token.markup = sign
        token.content = match.group(1).lower()
        if sign == "#":
            token.content = token.content[:LONGEST_TAG]
        token.meta = {"written": match.group(0)}
    state.pos = match.end()
    return True


def render_name(_self: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
    """A link where there is something to go to, else the text as written."""
    token = tokens[index]
    written = escape(token.meta["written"])
    if token.markup == "#":
        return f'<a class="tag" href="/tags/{quote(token.content)}/">{written}</a>'
    href = token.meta.get("href")
    return f'<a class="mention" href="{escape(href)}">{written}</a>' if href else written
