"""Promise 1: no page and no file gives a figure about a named person to anyone but that person."""

import html
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import resolve

from tests.promise.harbour import FIGURES, ROLES
from vloot.ground.text import sort_key

if TYPE_CHECKING:
    from tests.promise.crawl import Page
    from tests.promise.harbour import Harbour

pytestmark = pytest.mark.django_db

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Every number that a page may say: when something was, how large a file is, how many replies wait in a thread,
# the audit log's seal, what is drawn in the address of a closed space, and from how many people on an average is shown.
MAY_BE_SAID = re.compile(
    rf"""
    \d{{1,2}}\s(?:{"|".join(MONTHS)})(?:\s\d{{4}})? | (?:{"|".join(MONTHS)})\s\d{{4}}
  | \d{{4}}-\d{{2}}-\d{{2}}T\d{{2}}:\d{{2}}:\d{{2}}(?:\.\d+)?(?:Z|[+-]\d{{2}}:\d{{2}})
  | \d{{1,2}}:\d{{2}} | \d+\s(?:seconds?|minutes?|hours?|days?)\sago
  | \d+(?:\.\d)?\s(?:bytes?|KB|MB) | \d+\srepl(?:y|ies)\b
  | everybody\sknows\swho\ssaid\swhat\.\sNow:\s\d+ | or\sno\slonger\sso\.\sNow:\s\d+
  | RFC\s9474 | [Vv]ersion\s\d+ | 1\.\smakes\ssteps | Line\s\d+ | All\s\d+\slines | \b[0-9A-Za-z]{{64}}\b
  | "slug":"[a-z-]+-[0-9a-f]{{8}}"
    """,
    re.VERBOSE,
)
NUMBER = re.compile(r"\d+")
# Numbers of programs: which thing it is, how large, how many replies.
KEYS = {
    "id",
    "thread_id",
    "parent_id",
    "older",
    "newest_id",
    "accepted_id",
    "instead_id",
    "replies",
    "size",
    "width",
    "height",
    "hue",
}


# What the company says of itself as a whole stands here, from seven people on; whom it is about, nobody can tell (promise 2).
OF_ALL = ("/climate/new/", "/climate/results/", "/climate/board/", "/network/company/")


def others(harbour: "Harbour") -> "list[Page]":
    """The pages that are not one's own: under /me/ everybody sees what is kept about themselves; limits and formulas are about nobody."""
    passed_by = ("/me/", "/company/limits/", "/climate/how/", *OF_ALL)
    return [page for page in harbour.pages if not page.address.startswith(passed_by) and page.status == 200]


def test_everybody_sees_pages(harbour: "Harbour") -> None:
    for who in ROLES:
        found = [page for page in harbour.seen_by(who) if page.status == 200]
        assert len(found) >= (3 if who == "visitor" else 60)
    assert not [page.address for page in harbour.pages if page.status >= 500]


def test_no_page_says_a_number_that_is_no_time_size_or_wait(harbour: "Harbour") -> None:
    said: dict[str, str] = {}
    for page in others(harbour):
        if page.is_html:
            rest = MAY_BE_SAID.sub("", page.words)
            for found in NUMBER.finditer(rest):
                around = rest[max(0, found.start() - 50) : found.end() + 30]
                said.setdefault(around, f"{page.address} as {page.who}: …{around}…")
    assert not said, "\n".join(list(said.values())[:20])


def test_how_often_somebody_was_thanked_stands_nowhere(harbour: "Harbour") -> None:
    sought = re.compile(rf"(?<!\d)(?:{'|'.join(map(str, FIGURES))})(?!\d)")
    for page in others(harbour):
        if page.headers["Content-Type"].startswith(("text/html", "application/json")):
            rest = MAY_BE_SAID.sub("", page.words)
            assert not sought.search(rest), f"{page.address} as {page.who}"


# Routes nobody in the crawl gets an answer from but "not found", each with the reason; a page that is new stands here only if it must.
UNSEEN = {
    "calendar/<str:token>.ics": "opened by what is signed for one person",
    "mail/stop/<str:token>/": "opened by what is signed for one person",
    "invite/<str:token>/": "opened by what was drawn for one person",
    "start/<str:token>/": "opened once, before there is a company",
    "faces/<slug:name>-<int:width>.webp": "nobody has shown a face",
    "cast/list/<id:id>/": "no vote is counted in this company",
    "cast/<slug:kind>/<id:id>/": "no vote is open in this company",
}


def test_every_route_was_asked_for_and_answered_somebody(harbour: "Harbour") -> None:
    """A new page is crawled without a word said of it here, or this test asks for what its address must be filled with."""
    answered: dict[str, set[int]] = {}
    for page in harbour.pages:
        answered.setdefault(resolve(page.address.split("?")[0]).route, set()).add(page.status)
    silent = {route for route, statuses in answered.items() if statuses <= {404}}
    assert sorted(silent) == sorted(UNSEEN)


LIST = re.compile(r"<ul\b[^>]*>((?:(?!<ul\b).)*?)</ul>", re.DOTALL)
IN_ROW = re.compile(r'class="person-row">.*?(?:<b>|<a [^>]*>)([^<]+)<', re.DOTALL)


def test_people_stand_in_the_order_of_the_alphabet_on_every_page(harbour: "Harbour") -> None:
    seen = 0
    for page in others(harbour):
        if page.address.startswith("/walks/"):
            continue  # two people: who comes along, and whose day it is
        for found in LIST.findall(page.body) if page.is_html else ():
            names = [html.unescape(name).strip() for name in IN_ROW.findall(found)]
            seen += len(names) > 2
            assert names == sorted(names, key=sort_key), f"{page.address} as {page.who}: {names}"
    assert seen > 5


def numbers(of: Any, key: str = "") -> Iterator[tuple[str, float]]:
    """Every number in what a program gets, with the key it stands under."""
    if isinstance(of, dict):
        for name, value in of.items():
            yield from numbers(value, name)
    elif isinstance(of, list):
        for value in of:
            yield from numbers(value, key)
    elif isinstance(of, int | float) and not isinstance(of, bool):
        yield key, of


def test_no_program_gets_a_figure_about_a_person(harbour: "Harbour") -> None:
    found = [page for page in others(harbour) if page.headers["Content-Type"].startswith("application/json")]
    assert found, "there is a page for programs"
    for page in found:
        assert {key for key, _ in numbers(json.loads(page.body))} <= KEYS, page.address


def test_one_sees_ones_own_figures_and_nobody_elses(harbour: "Harbour") -> None:
    for who in ROLES[:-1]:
        own = [
            page
            for page in harbour.seen_by(who)
            if page.address.startswith("/me/data") and page.status == 200
        ]
        assert own
        names = {
            "anna": "Anna Peeters",
            "bram": "Bram Desmet",
            "chris": "Chris Wouters",
            "dana": "Dana",
            "hanne": "Hanne Maes",
            "lars": "Lars Aldertsen",
        }
        assert names[who] in own[0].words
