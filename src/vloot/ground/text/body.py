"""Markdown in, safe HTML out, with what the text refers to."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import nh3
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.linkify import linkify
from markdown_it.token import Token

from vloot.ground.errors import Refused
from vloot.ground.text import blocks
from vloot.ground.text.language import detect
from vloot.ground.text.names import names_rule, render_name

# No database keeps the one, no page shows the other.
_UNKEPT = re.compile("[\x00\ud800-\udfff]")
LIMIT = 20_000  # characters of one body
HTML_LIMIT = 200_000  # and of what is made of it: a row of bars can ask for thousands of empty cells

Resolve = Callable[[set[str]], dict[str, str]]
"""Takes the names after "@" as written, in lower case; gives the address of each that exists."""

_TAGS = {
    "p", "br", "hr", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a",
    "h3", "h4", "h5", "h6", "div", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href", "title", "class"},
    "ol": {"start"},
    "code": {"class"},
    "pre": {"tabindex", "data-language"},
    "div": {"class", "tabindex"},
    "th": {"scope"},
}


@dataclass(frozen=True, slots=True)
class Body:
    """A parsed body. `names` are those after "@" in lower case, `tags` those after "#"; `language` is "nl", "fr", "en" or ""."""

    source: str
    html: str
    names: tuple[str, ...]
    tags: tuple[str, ...]
    language: str


def parse(source: str, *, resolve: Resolve | None = None, may_be_empty: bool = False) -> Body:
    """Parse what somebody wrote. Raises Refused when it is empty, too long or not text.

    A name becomes a link only if `resolve` knows it; a tag always does.
    """
    text = source.replace("\r\n", "\n").replace("\r", "\n").strip()
    if _UNKEPT.search(text):
        raise Refused(
            "not_text", _("This text has characters that cannot be kept. Please type it again."), "body"
        )
    if not text and not may_be_empty:
        raise Refused("empty", _("There is no text yet. Write something first."), "body")
    _require_length(text, LIMIT)
    tokens = _MARKDOWN.parse(text)
    found = [child for token in tokens for child in token.children or () if child.type == "name"]
    names = {token.content for token in found if token.markup == "@"}
    addresses = resolve(names) if resolve and names else {}
    for token in found:
        if token.markup == "@":
            token.meta["href"] = addresses.get(token.content, "")
    html = clean(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))
    _require_length(html, HTML_LIMIT)
    return Body(
        source=text,
        html=html,
        names=tuple(sorted(names)),
        tags=tuple(sorted({token.content for token in found if token.markup == "#"})),
        language=detect(_said(tokens)),
    )


def _require_length(text: str, limit: int) -> None:
    if len(text) > limit:
        words = _("This text has {length} characters; at most {limit} fit. Split it, or attach it as a file.")
        raise Refused("too_long", words.format(length=len(text), limit=limit), "body")


def clean(html: str) -> str:
    """Only harmless HTML: no script, style, frame, image or event survives. Cleaning twice changes nothing."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
        strip_comments=True,
    )


def _said(tokens: list[Token]) -> str:
    """The words somebody chose: without code, addresses and names, which are in no language."""
    spoken = (child for token in tokens for child in token.children or () if child.type == "text")
    return " ".join(child.content for child in spoken)


def _image_as_link(_self: Any, tokens: list[Token], index: int, _options: Any, _env: Any) -> str:
    """Pictures from outside would tell their host who reads: they become links."""
    token = tokens[index]
    address = nh3.clean_text(str(token.attrs.get("src", "")))
    return f'<a href="{address}">{nh3.clean_text(token.content or str(token.attrs.get("src", "")))}</a>'


def _lower_heading(tokens: list[Token]) -> None:
    """A body stands under the page's own headings: its first level is h3."""
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + 2)}"


def _linkify(state: StateInline, silent: bool) -> bool:
    """Links as they are written. The library's rule reads all that stands before a colon: it is asked only where a link begins."""
    before = state.src[max(0, state.pos - 5) : state.pos].lower()
    scheme = next((name for name in ("https", "http") if before.endswith(name)), None)
    if not scheme or not state.src.startswith("://", state.pos):
        return False
    begins = state.md.linkify and state.md.linkify.match_at_start(state.src[state.pos - len(scheme) :])
    return bool(begins) and linkify(state, silent)


def _make() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "linkify": True, "breaks": True})
    markdown.enable(["table", "strikethrough", "linkify"])
    markdown.inline.ruler.at("linkify", _linkify)
    markdown.inline.ruler.before("text", "name", names_rule)
    markdown.core.ruler.push("lower_heading", lambda state: _lower_heading(state.tokens))
    blocks.put_rules(markdown)
    markdown.add_render_rule("name", render_name)
    markdown.add_render_rule("image", _image_as_link)
    return markdown


_MARKDOWN = _make()
