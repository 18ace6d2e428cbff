"""Finding every page that somebody can reach: following links from home, one or a few of each kind."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from django.urls import NoReverseMatch, Resolver404, get_resolver, resolve, reverse
from playwright.sync_api import APIRequestContext

# How many pages of one kind are looked at, where they differ in what stands on them.
SEVERAL = {"thread": 12, "space": 5, "people:person": 4, "people:standing": 2, "questions": 2}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# What a link gives that is no page.
NO_PAGES = {
    "company:audit_file",
    "file", "file_named", "people:download", "people:face", "notices_dot", "similar", "complete", "drafts", "home_json",
    "since", "space_since", "thread_since",
}  # fmt: skip


class Found(NamedTuple):
    """A page somebody can reach: what kind it is, where it is, what stands on it, and the frame around that."""

    kind: str
    address: str
    shape: frozenset[str]
    frame: frozenset[str]

    @property
    def names_somebody(self) -> bool:
        """Whether it names a human who helps."""
        return any("section.helper[" in element for element in self.shape)


class _Reading(HTMLParser):
    """The links of a page, and its shape: which elements stand in which, whatever is written in them.

    What stands neither in the page's main part nor beside it is its frame.
    """

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.shape: set[str] = set()
        self.frame: set[str] = set()
        self._inside = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.links += [value for name, value in attrs if name == "href" and value]
        given = dict(attrs)
        if "data-notice-dot" in given:  # comes and goes on every page
            return
        look = re.sub(r"hue-\d+", "hue", given.get("class") or "")
        element = f"{tag}.{look}[{','.join(sorted(given))}]"
        is_framed = not any(part.startswith(("main.", "aside.beside")) for part in self._inside)
        (self.frame if is_framed else self.shape).add(f"{self._inside[-1]} > {element}")
        if tag not in VOID:
            self._inside.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if any(element.startswith(f"{tag}.") for element in self._inside):
            while not self._inside.pop().startswith(f"{tag}."):
                pass


def addresses(reader: APIRequestContext) -> Iterator[Found]:
    """Every page that can be reached, a few of each kind; fails for a link that leads nowhere."""
    waiting = [("/", ""), *((address, "") for address in _without_arguments())]
    known, seen = {address for address, _ in waiting}, Counter[str]()
    while waiting:
        address, came_from = waiting.pop(0)
        if _is_enough(_kind(address), seen):
            continue
        answer = reader.get(address)
        assert answer.ok or not came_from, f"{came_from} links to {address}, which answers {answer.status}"
        arrived = _inside(answer.url)
        if arrived is None or not answer.ok or "text/html" not in answer.headers.get("content-type", ""):
            continue
        if _is_enough(kind := _kind(arrived), seen):
            continue
        seen[kind] += 1
        reading = _Reading()
        reading.feed(answer.text())
        yield Found(kind, arrived, frozenset(reading.shape), frozenset(reading.frame))
        for link in reading.links:
            target = _inside(urljoin(answer.url, link))
            if target is not None and target not in known:
                known.add(target)
                waiting.append((target, arrived))


def _is_enough(kind: str, seen: Counter[str]) -> bool:
    return kind in NO_PAGES or seen[kind] >= SEVERAL.get(kind, 1)


def _without_arguments() -> list[str]:
    """Every address that needs no argument: pages that nothing links to are looked at too."""
    resolver = get_resolver()
    names = [name for name in resolver.reverse_dict if isinstance(name, str)]
    for space, (_, inner) in resolver.namespace_dict.items():
        names += [f"{space}:{name}" for name in inner.reverse_dict if isinstance(name, str)]
    found = []
    for name in sorted(names):
        with suppress(NoReverseMatch):
            found.append(reverse(name))
    return found


def _inside(url: str) -> str | None:
    parts = urlsplit(url)
    if parts.hostname != "localhost":
        return None
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _kind(address: str) -> str:
    """The name of the page's address, with the names of what is asked. Fails for what is no address."""
    parts = urlsplit(address)
    try:
        name = resolve(parts.path).view_name
    except Resolver404:
        raise AssertionError(f"a link leads to {address}, which is no address") from None
    asked = ",".join(sorted(re.findall(r"(?:^|&)(\w+)=", parts.query)))
    return f"{name}?{asked}" if asked else name
