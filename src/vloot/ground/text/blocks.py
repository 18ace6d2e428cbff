"""What stands on lines of its own in a body: code with its language, tables that scroll, and addresses."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_LANGUAGE = re.compile(r"[A-Za-z0-9+#.-]{1,20}")
_ALONE = ["link_open", "text", "link_close"]


def put_rules(markdown: MarkdownIt) -> None:
    """Add the rules to a parser."""
    markdown.core.ruler.push("alone", _mark_alone)
    markdown.core.ruler.push("scope", _say_scope)
    markdown.add_render_rule("fence", _code)
    markdown.add_render_rule("code_block", _code)
    markdown.add_render_rule("table_open", _table_open)
    markdown.add_render_rule("table_close", _table_close)


def _mark_alone(state: StateCore) -> None:
    """An address that is a whole line gets the class "alone": a page may show more of what is there than the address."""
    for token in state.tokens:
        if token.type == "inline":
            for line in _lines(token.children or []):
                if [part.type for part in line] == _ALONE and line[0].info == "auto":
                    line[0].attrSet("class", "alone")


def _lines(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    line: list[Token] = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield line
            line = []
        elif token.type != "text" or token.content.strip():
            line.append(token)
    yield line


def _say_scope(state: StateCore) -> None:
    """The head of a column says whose head it is."""
    for token in state.tokens:
        if token.type == "th_open":
            token.attrSet("scope", "col")


def _code(_self: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
    """Code, to be reached by the keyboard because it may scroll; its language as it was named."""
    token = tokens[index]
    named = token.info.strip().split(" ")[0] if token.info else ""
    language = named if _LANGUAGE.fullmatch(named) else ""
    mark = f' data-language="{language}"' if language else ""
    kind = f' class="language-{language}"' if language else ""
    return f'<pre tabindex="0"{mark}><code{kind}>{escape(token.content)}</code></pre>\n'


def _table_open(_self: Any, _tokens: Sequence[Token], _index: int, _options: Any, _env: Any) -> str:
    """A wide table scrolls in its own place, also by the keyboard."""
    return '<div class="table" tabindex="0"><table>\n'


def _table_close(_self: Any, _tokens: Sequence[Token], _index: int, _options: Any, _env: Any) -> str:
    return "</table></div>\n"
