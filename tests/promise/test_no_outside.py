"""Promise 23: Vloot talks to no outside address that nobody here entered: no fonts, scripts, models or telemetry from elsewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings as django_settings
from django.test import Client, override_settings

import vloot

if TYPE_CHECKING:
    from tests.promise.harbour import Harbour
    from tests.world import World

pytestmark = pytest.mark.django_db

HOUSE = Path(vloot.__file__).parent
# What a page fetches by itself; where a link leads is for its reader to decide.
FETCHING = {
    "src", "srcset", "poster", "data", "background", "manifest", "action", "formaction", "xlink:href", "ping",
    "hx-get", "hx-post",
}  # fmt: skip
OUTSIDE = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
LOADS = re.compile(
    r"""(?:@import\s+|url\(\s*|import\s*\(?\s*|from\s+|fetch\(\s*|new\s+\w+\(\s*)["']?\s*((?:\w+:)?//[^"')\s]+)"""
)


class Fetches(HTMLParser):
    """Notes what a browser would fetch from elsewhere for a page, and what runs inside it."""

    def __init__(self) -> None:
        super().__init__()
        self.outside: list[str] = []
        self.inline: list[str] = []
        self.script: dict[str, str | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.script = found if tag == "script" else None
        names = FETCHING | ({"href"} if tag in ("link", "base", "use", "image") else set())
        self.outside += [
            f"<{tag} {name}={value}>" for name, value in attrs if name in names and OUTSIDE.match(value or "")
        ]
        self.inline += [f"<{tag} {name}>" for name in found if name == "style" or name.startswith("on")]
        if tag == "style":
            self.inline.append("<style>")

    def handle_data(self, data: str) -> None:
        if self.script is not None and data.strip() and self.script.get("type") != "application/json":
            self.inline.append(f"<script>{data[:40]}")

    def handle_endtag(self, tag: str) -> None:
        self.script = None


def test_no_page_fetches_anything_from_elsewhere(harbour: "Harbour") -> None:
    pages = [page for page in harbour.pages if page.is_html]
    assert len(pages) > 500
    for page in pages:
        fetches = Fetches()
        fetches.feed(page.body)
        assert (fetches.outside, fetches.inline) == ([], []), f"{page.address} as {page.who}"


def test_every_page_forbids_its_browser_to_fetch_elsewhere(harbour: "Harbour") -> None:
    for page in harbour.pages:
        policy = page.headers.get("Content-Security-Policy", "")
        parts = (part.strip().partition(" ") for part in policy.split(";") if part.strip())
        allowed = {name: sources for name, _space, sources in parts}
        assert allowed.get("default-src") == "'none'", (
            f"{page.address} as {page.who}: {policy or 'no policy'}"
        )
        sources = {source for directive in allowed.values() for source in directive.split()}
        assert sources <= {"'none'", "'self'", "data:", "blob:"}, page.address
        for name, directive in allowed.items():
            if {"data:", "blob:"} & set(directive.split()):
                assert name == "img-src"


def sources(*endings: str) -> list[Path]:
    found = [path for path in (HOUSE / "web").rglob("*") if path.suffix in endings]
    assert found, endings
    return found


@pytest.mark.parametrize("ending", [".css", ".js"])
def test_no_style_or_script_loads_from_elsewhere(ending: str) -> None:
    loaded = {
        f"{path.name}: {found[1]}"
        for path in sources(ending)
        for found in LOADS.finditer(path.read_text("utf-8"))
    }
    assert loaded == set()


def test_no_template_names_a_place_to_load_from() -> None:
    for path in sources(".html", ".svg"):
        fetches = Fetches()
        fetches.feed(re.sub(r"{[%#].*?[%#]}|{{.*?}}", "x", path.read_text("utf-8"), flags=re.DOTALL))
        assert fetches.outside == [], path


def test_who_sees_a_loader_sees_it() -> None:
    """Or the tests above would prove nothing."""
    fetches = Fetches()
    fetches.feed(
        '<link rel="stylesheet" href="https://x.example/a.css"><img src="//x.example/b.png"><p style="x" onclick="y">'
    )
    assert (len(fetches.outside), len(fetches.inline)) == (2, 2)
    assert LOADS.search('@import "https://x.example/a.css"')
    assert LOADS.search("background: url(//x.example/a.png)")
    assert LOADS.search('import { a } from "https://x.example/a.js"')
    assert LOADS.search('fetch("https://x.example/")')


def test_mail_and_sign_in_go_nowhere_unless_somebody_entered_where() -> None:
    assert django_settings.VLOOT_OUTSIDE == []
    assert django_settings.EMAIL_BACKEND.rpartition(".")[0].endswith(("dummy", "locmem"))
    assert django_settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"] == []


def test_the_promise_names_every_address_that_was_entered(world: "World", client: Client) -> None:
    entered = ["https://sign-in.company.example", "mail.company.example"]
    with override_settings(VLOOT_OUTSIDE=entered):
        said = client.get("/promise/").content.decode()
    for address in entered:
        assert address in said
