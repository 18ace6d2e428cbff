"""Every page of the web door that can be asked for, as everybody who can ask."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from http import HTTPStatus
from itertools import product
from typing import Any

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from vloot.people.models import Person

BACKEND = "django.contrib.auth.backends.ModelBackend"
# Signing in and out is allauth's; `/styleguide/` shows made-up cards in debug only.
PASSED_BY = ("account/", "styleguide/")


@dataclass(eq=False)
class Page:
    """One answer: what was asked for by whom, and what came."""

    who: str
    address: str
    status: int
    body: str
    headers: Mapping[str, str]

    @cached_property
    def is_html(self) -> bool:
        return self.headers.get("Content-Type", "").startswith("text/html")

    @cached_property
    def words(self) -> str:
        """What a reader sees or is read to: text, and the attributes that are spoken."""
        if not self.is_html:
            return self.body
        reader = _Reader()
        reader.feed(self.body)
        return " ".join(" ".join(reader.said).split())


class _Reader(HTMLParser):
    SPOKEN = ("title", "alt", "aria-label", "placeholder")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.is_silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_silent = tag in ("script", "style")
        self.said += [value for name, value in attrs if name in self.SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.is_silent = False

    def handle_data(self, data: str) -> None:
        if not self.is_silent:
            self.said.append(data)


def addresses(things: Mapping[str, Iterable[object]]) -> list[list[str]]:
    """Every address, its places filled with each of the things of that kind ("posts", "persons" …), route by route."""
    return [list(dict.fromkeys(_filled(route, things))) for route in _routes()]


def browser(person: Person | None) -> Client:
    """A browser in which somebody is signed in, or nobody."""
    client = Client(raise_request_exception=False)
    if person:
        client.force_login(person, BACKEND)
    return client


def visit(client: Client, who: str, routes: Iterable[Iterable[str]]) -> Iterator[Page]:
    """Ask for each address; a route that takes no questions, or asks to sign in first, does so for all of its addresses."""
    for route in routes:
        for address in route:
            page = _ask(client, who, address)
            yield page
            if page.status == HTTPStatus.METHOD_NOT_ALLOWED or "login" in page.headers.get("Location", ""):
                break


def _ask(client: Client, who: str, address: str) -> Page:
    answer: Any = client.get(address)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return Page(who, address, answer.status_code, content.decode("utf-8", "replace"), dict(answer.headers))


_KINDS = {
    "t": "posts", "p": "posts", "questions": "posts", "guides": "guides", "events": "events", "review": "several", "invited": "several",
    "people": "persons", "files": "files", "talks": "proposals", "order": "cases", "order/about": "several", "order/people": "persons",
    "walks": "walks", "meet": "tables", "crafts": "crafts", "s": "slugs", "tags": "tags", "faces": "names",
    "climate": "waves", "cast": "boxes", "urn": "boxes", "company/settings": "settings", "company/rooms": "rooms", "offline": "languages",
}  # fmt: skip


def _routes(patterns: Iterable[URLPattern | URLResolver] | None = None, before: str = "") -> Iterator[str]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern.pattern, RoutePattern):
            route = before + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                yield from _routes(pattern.url_patterns, route)
            elif not route.startswith(PASSED_BY):
                yield route


def _filled(route: str, things: Mapping[str, Iterable[object]]) -> Iterator[str]:
    parts = route.split("/")
    places = [number for number, part in enumerate(parts) if "<" in part]
    kind = _KINDS.get("/".join(parts[:2])) or _KINDS.get(parts[0], "words")
    for values in product(
        *(
            list(things.get(kind) or ["1" if "<id:" in parts[place] else "nothing"])[: None if not n else 1]
            for n, place in enumerate(places)
        )
    ):
        filled = list(parts)
        for number, value in zip(places, values, strict=True):
            filled[number] = re.sub(r"<[^>]*>", str(value), filled[number].replace("<int:width>", "64"))
        yield "/" + "/".join(filled)
