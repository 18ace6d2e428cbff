"""The text of a mail written in HTML, with quotes marked by ">" as in plain text."""

import re
from html.parser import HTMLParser

import nh3

_CUT = "\n-----Original Message-----\n"  # which quotes.strip takes for the end
_LONGEST = 400_000
_DEEPEST = 3000  # tags left open; the time for folding grows with the square of it
_OPEN, _SHUT = (
    re.compile(r"<[a-z]", re.IGNORECASE),
    re.compile(r"</[a-z]|<(?:br|hr|img|meta|link)\b", re.IGNORECASE),
)
_BLOCKS = {
    "p", "div", "br", "tr", "table", "ul", "ol", "li", "blockquote", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6",
}  # fmt: skip
_TAGS = _BLOCKS | {"a", "b", "strong", "i", "em", "span", "td", "th", "tbody", "thead", "code"}
_ATTRIBUTES = {tag: {"id", "class", "style", "href", "name"} for tag in _TAGS}
_SIGNATURES = re.compile(
    r"gmail_signature|moz-signature|ms-outlook-mobile-signature|protonmail_signature", re.IGNORECASE
)
# Where Outlook, on its many systems, begins what was said before.
_BEFORE = re.compile(
    r"divRplyFwdMsg|appendonsend|mail-editor-reference-message|ms-outlook-mobile-body-separator|OLK_SRC_BODY",
    re.IGNORECASE,
)
_LINE_ABOVE = re.compile(r"border-top\s*:\s*solid\s+#(?:e1e1e1|b5c4df)", re.IGNORECASE)


def as_text(source: str) -> str:
    """The text of a mail in HTML; never raises, and takes time in proportion to its length."""
    if len(_OPEN.findall(source[:_LONGEST])) - len(_SHUT.findall(source[:_LONGEST])) > _DEEPEST:
        return re.sub(r"<[^<>]*>", "\n", source[:_LONGEST])  # folded by nobody who writes: only its words
    # What comes out of the cleaner is well-formed: Python's own parser would take for ever over some of what goes in.
    tidy = nh3.clean(
        source[:_LONGEST],
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        clean_content_tags={"script", "style", "title", "head"},
        strip_comments=True,
        link_rel=None,
    )
    reader = _Reader()
    reader.feed(tidy)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.depth = 0  # of quotes
        self.hidden = 0  # depth of tags inside a signature
        self.href = ""
        self.linked = ""
        self.is_pre = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        named = f"{said.get('id', '')} {said.get('class', '')}"
        if self.hidden or _SIGNATURES.search(named):
            self.hidden += tag not in ("br", "hr")
            return
        if _BEFORE.search(named) or _LINE_ABOVE.search(said.get("style", "")):
            self._write(_CUT)
        if tag in _BLOCKS:
            self._break(is_forced=tag == "br")
        self.is_pre = self.is_pre or tag == "pre"
        self.depth += tag == "blockquote"
        if tag == "li":
            self._write("- ")
        elif tag == "a":
            self.href, self.linked = said.get("href", ""), ""

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            self.hidden -= 1
            return
        if tag == "blockquote":
            self._break()
            self.depth = max(0, self.depth - 1)
            self.lines.append("")
        elif tag in _BLOCKS:
            self._break()
            if tag in ("p", "ul", "ol", "table", "pre"):
                self.lines.append("")
        if tag == "pre":
            self.is_pre = False
        if tag == "a":
            self._write(_address(self.href, self.linked))
            self.href = ""

    # law: name because the library calls it so
    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        if self.is_pre:
            self._write(data)
            return
        words = re.sub(r"[\s ]+", " ", data)
        if self.href:
            self.linked += words
        self._write(words.lstrip() if not self.lines[-1] else words)

    def text(self) -> str:
        return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in self.lines)).strip()

    def _write(self, words: str) -> None:
        first, *more = words.split("\n")
        self._on_line(first)
        for line in more:
            self.lines.append("")
            self._on_line(line)

    def _on_line(self, words: str) -> None:
        if words and not self.lines[-1] and self.depth:
            self.lines[-1] = "> " * min(self.depth, 5)
        self.lines[-1] += words

    def _break(self, *, is_forced: bool = False) -> None:
        if self.lines[-1] or is_forced:
            self.lines.append("")


def _address(href: str, linked: str) -> str:
    """Where a link leads, when its words do not say so."""
    leads = href.removeprefix("mailto:")
    is_said = leads.rstrip("/") in linked or linked.strip().rstrip("/") in leads
    return "" if not leads or leads.startswith(("#", "/")) or (linked.strip() and is_said) else f" <{leads}>"
