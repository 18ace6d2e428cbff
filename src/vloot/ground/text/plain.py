"""The words of a body without its marks."""

import html
import re

_TAG = re.compile(r"<[^>]+>")
# Controls, marks of direction, spaces of no width. The joiners stay: some scripts are written with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
_SPACE = re.compile(r"\s+")


def line(text: str) -> str:
    """One line as it is shown among other words: without controls, and without signs that turn or hide what stands beside them."""
    return _SPACE.sub(" ", _UNSEEN.sub("", text)).strip()


def plain(safe_html: str) -> str:
    """The text of safe HTML on one line."""
    return _SPACE.sub(" ", html.unescape(_TAG.sub(" ", safe_html))).strip()


def excerpt(safe_html: str, length: int = 140) -> str:
    """The first words of safe HTML, cut between words, at most `length` characters."""
    text = plain(safe_html)
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(".,;:") + "…"
