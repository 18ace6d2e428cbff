"""Promise 23: no page loads anything from elsewhere, and no page could."""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.world import World

WEB = Path(__file__).resolve().parents[2] / "src" / "vloot" / "web"
# What makes a browser fetch by itself; a link that a person follows is their own choice.
FETCHING = re.compile(
    r"(?:\bsrc|\bsrcset|\bposter|<link[^>]*\bhref|\baction|\bformaction|@import|url\(|fetch\(|import\(|EventSource\(|\bfrom)"
    r"[^\n]{0,4}?[\"'(=\s]*((?:https?:)?//[^\s\"')]+)",
    re.IGNORECASE,
)
FILES = sorted(
    path
    for folder in ("templates", "static")
    for path in (WEB / folder).rglob("*")
    if path.suffix in (".html", ".css", ".js", ".svg")
)
PAGES = ("/welcome/", "/promise/", "/account/login/", "/sign-in/code/")
INSIDE = ("/", "/questions/", "/spaces/", "/people/", "/notices/", "/me/", "/talks/", "/bookmarks/", "/ask/")


def outside(text: str) -> list[str]:
    return FETCHING.findall(text)


def test_the_search_finds_what_it_looks_for() -> None:
    for guilty in (
        '<script src="https://cdn.example/x.js">',
        '<link rel="stylesheet" href="//fonts.example/a.css">',
        '@import url("https://fonts.example/a.css")',
        'fetch("https://count.example/")',
        "background: url(https://img.example/a.png)",
    ):
        assert outside(guilty), guilty
    assert not outside(
        '<svg xmlns="http://www.w3.org/2000/svg"><a href="https://example.org">there</a></svg>'
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_is_fetched_from_elsewhere(path: Path) -> None:
    assert outside(path.read_text("utf-8")) == []


def policy(client: Client, address: str) -> dict[str, list[str]]:
    answer = client.get(address)
    assert answer.status_code == 200, address
    parts = [part.split() for part in answer["Content-Security-Policy"].split(";") if part.strip()]
    return {words[0]: words[1:] for words in parts}


def holds(found: dict[str, list[str]]) -> bool:
    """Nothing but this server itself, and nothing written into the page, may run, style, load or be sent to."""
    allowed = {"'none'", "'self'", "data:", "blob:"}
    sources = {source for name, values in found.items() if name != "sandbox" for source in values}
    return found["default-src"] == ["'none'"] and sources <= allowed and found["script-src"] == ["'self'"]


def test_every_page_forbids_the_outside(world: World) -> None:
    visitor, member = Client(), Client()
    member.force_login(world.anna, backend="django.contrib.auth.backends.ModelBackend")
    assert [page for page in PAGES if not holds(policy(visitor, page))] == []
    assert [page for page in INSIDE if not holds(policy(member, page))] == []
