"""The words of a body without its marks."""

import html
import re

_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")


def plain(safe_html: str) -> str:
    """The text of safe HTML on one line."""
    return _SPACE.sub(" ", html.unescape(_TAG.sub(" ", safe_html))).strip()


def excerpt(safe_html: str, length: int = 140) -> str:
    """The first words of safe HTML, cut between words, at most `length` characters."""
    text = plain(safe_html)
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(".,;:") + "…"
