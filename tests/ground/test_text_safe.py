"""Whatever somebody writes: parsing never fails, and what comes out can do nothing to who reads it."""

import re
from html.parser import HTMLParser
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vloot.ground.errors import Refused
from vloot.ground.text import LIMIT, excerpt, parse, plain
from vloot.ground.text.body import clean

TAGS = {
    "p", "br", "hr", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a",
    "h3", "h4", "h5", "h6", "div", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
VOID = {"br", "hr"}
ATTRIBUTES = {"a": {"href", "title", "class", "rel"}, "ol": {"start"}, "code": {"class"}} | {
    "pre": {"tabindex", "data-language"}, "div": {"class", "tabindex"}, "th": {"scope"},
}  # fmt: skip
ADDRESS = re.compile(r"(https?:|mailto:|/|#|\?|[^:]*$)", re.IGNORECASE)

NASTY = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src='//evil.example'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "![x](javascript:alert(1))",
    "![x\" onerror=\"alert(1)](http://evil.example/y.png)",
    "![<b>](data:image/svg+xml;base64,PHN2Zz4=)",
    "<javascript:alert(1)>",
    "<style>*{display:none}</style>",
    "<p style='position:fixed'>",
    "<base href=//evil.example>",
    "<form action=//evil.example><input name=q><button>",
    "<meta http-equiv=refresh content=0>",
    "<object data=x></object><embed src=x>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "`<script>`",
    "```js onclick=alert(1)\n<script>\n```",
    "```\"><script>alert(1)</script>\n```",
    "@anna\"onmouseover=alert(1)",
    "#tag\"><script>",
    "[@anna](/x)",
    "[#tag](/x 'a\" onclick=\"b')",
    "https://x.example/@anna#tag?q=\"><script>",
    "[a]: javascript:alert(1)\n\n[a]",
    "| a | b |\n|---|---|\n| <script> | @anna |",
    "\u202e\u2066<\u200bscript>",
    "&lt;script&gt;&#60;script&#62;",
    "<a id=x name=getElementById><p id=cookie>",
)  # fmt: skip
piece = st.one_of(
    st.sampled_from(NASTY),
    st.sampled_from(list("<>&\"'`*_[]()#@!|\\/:;= \n-~{}")),
    st.text(max_size=12),
)
nasty = st.lists(piece, max_size=12).map("".join)


class Reader(HTMLParser):
    """Reads HTML the way a browser does, and notes all that is wrong with it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong.append(f"<{tag}>")
        if tag == "a" and "a" in self.open:
            self.wrong.append("a link in a link")
        for name, value in attrs:
            if name not in ATTRIBUTES.get(tag, ()):
                self.wrong.append(f"<{tag} {name}>")
            if name == "href" and not ADDRESS.match((value or "").strip()):
                self.wrong.append(f"<{tag} href={value}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> out of place")

    def handle_comment(self, text: str) -> None:
        self.wrong.append("a comment")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append("a declaration")

    def unknown_decl(self, data: str) -> None:
        self.wrong.append("a declaration")

    def handle_pi(self, data: str) -> None:
        self.wrong.append("an instruction")


def wrong_in(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.wrong + [f"<{tag}> is left open" for tag in reader.open]


def resolve(names: set[str]) -> dict[str, str]:
    return {name: f"/people/{len(name)}/" for name in names}


def said(source: str) -> str:
    try:
        return parse(source, resolve=resolve, may_be_empty=True).html
    except Refused:
        return ""


@given(nasty)
@example("\n".join(NASTY))
@example("\ud800")
def test_what_is_parsed_is_harmless_and_whole(source: str) -> None:
    html = said(source)
    assert wrong_in(html) == []
    assert clean(html) == html


@given(nasty)
@example("<a href='/x'>a<a href='/y'>b</a></a>")
@example("<table><a>x<tr><td>y")
@example("<svg/onload=alert(1)><noscript><p title='</noscript><img src=x onerror=alert(1)>'>")
def test_cleaning_makes_any_html_harmless_and_twice_is_once(html: str) -> None:
    once = clean(html)
    assert [found for found in wrong_in(once) if "link in a link" not in found] == []
    assert clean(once) == once


@pytest.mark.parametrize("source", NASTY)
def test_each_known_trick_is_harmless(source: str) -> None:
    html = said(source)
    assert wrong_in(html) == []
    assert "<script" not in html
    assert not re.search(r'href="\s*(javascript|data|vbscript)', html, re.IGNORECASE)


@given(nasty)
def test_its_plain_words_hold_no_marks(source: str) -> None:
    words = plain(said(source))
    assert "\n" not in words
    assert len(excerpt(said(source), 60)) <= 60


def test_links_leave_no_trail_and_pictures_load_nothing() -> None:
    html = parse("[a](https://a.example) ![b](https://b.example/c.png)").html
    assert html.count('rel="nofollow noopener noreferrer"') == 2
    assert "<img" not in html
    assert 'href="https://b.example/c.png"' in html


def test_headings_stand_below_the_pages_own() -> None:
    assert parse("# One\n\n## Two\n\n###### Six").html == "<h3>One</h3>\n<h4>Two</h4>\n<h6>Six</h6>\n"


@pytest.mark.parametrize(
    "unit",
    ["[", "![", "*a ", "_a_", "`", "> ", "- ", "(", "<", "&", "@a", "@a-", "#a", "http://", "a@b.", "|a", "\\", "[a](", "~~a", "\n> "],
)  # fmt: skip
def test_no_text_takes_long(unit: str) -> None:
    source = (unit * LIMIT)[:LIMIT]
    begun = perf_counter()
    assert wrong_in(said(source)) == []
    assert perf_counter() - begun < 5


def test_what_cannot_be_kept_is_refused() -> None:
    for source, code in (
        ("a\x00b", "not_text"),
        ("a\ud800b", "not_text"),
        ("", "empty"),
        ("x" * (LIMIT + 1), "too_long"),
    ):
        with pytest.raises(Refused) as caught:
            parse(source)
        assert (caught.value.code, caught.value.field) == (code, "body")


@given(st.text(max_size=200))
def test_any_text_is_kept_as_it_was_written(source: str) -> None:
    try:
        body = parse(source, may_be_empty=True)
    except Refused:
        assert "\x00" in source
        return
    assert body.source == source.replace("\r\n", "\n").replace("\r", "\n").strip()
