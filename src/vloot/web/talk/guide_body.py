"""The body of a how-to page as it is read: headings one can link to, a table of contents, pictures where they belong."""

from __future__ import annotations

import html as codes
import re
from collections.abc import Collection, Iterable
from urllib.parse import unquote

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify
from msgspec import Struct

from vloot.talk.files.reads import FileCard

FEWEST_HEADINGS = 3  # below that a table of contents is longer than the way

# The bodies come from ground/text, which writes these tags in this one way.
_HEADING = re.compile(r"<h([3-6])>(.*?)</h\1>", re.DOTALL)
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_MARK = re.compile(r"<[^>]+>")


class Heading(Struct, frozen=True):
    """A line of the table of contents; `depth` 0 is the highest."""

    anchor: str
    words: str
    depth: int


class Shown(Struct, frozen=True):
    """A body ready to show, its table of contents (empty for a short one), and the files that stand nowhere in it."""

    html: SafeString
    contents: list[Heading]
    files: list[FileCard]


def shown(html: str, files: Collection[FileCard]) -> Shown:
    """What a reader of a page sees of its body. `html` must be safe already."""
    pictures = {file.name.casefold(): file for file in files if file.is_image}
    placed: set[int] = set()

    def picture(link: re.Match[str]) -> str:
        file = pictures.get(unquote(codes.unescape(link[1])).casefold())
        if file is None:
            return link[0]
        placed.add(file.id)
        words = codes.unescape(_MARK.sub("", link[2]))
        said = file.alt or ("" if words == link[1] else words)
        return format_html(
            '<a class="in-words" href="{}"><img src="{}" alt="{}" width="{}" height="{}" loading="lazy"></a>',
            file.url,
            file.url,
            said or file.name,
            file.width,
            file.height,
        )

    contents: list[Heading] = []
    highest = min((int(level) for level, _words in _HEADING.findall(html)), default=3)

    def heading(found: re.Match[str]) -> str:
        depth = int(found[1]) - highest
        words = codes.unescape(_MARK.sub("", found[2]))
        anchor = _anchor(words, (known.anchor for known in contents))
        contents.append(Heading(anchor, words, min(depth, 2)))
        return f'<h{2 + depth} id="{anchor}">{found[2]}</h{2 + depth}>'

    made = _HEADING.sub(heading, _LINK.sub(picture, html))
    return Shown(
        SafeString(made),
        contents if len(contents) >= FEWEST_HEADINGS else [],
        [file for file in files if file.id not in placed],
    )


def _anchor(words: str, known: Iterable[str]) -> str:
    taken = set(known)
    name = "on-" + (slugify(words) or "this")
    tried, number = name, 1
    while tried in taken:
        number += 1
        tried = f"{name}-{number}"
    return tried
