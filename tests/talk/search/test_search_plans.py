"""The plan of search: the index and nothing else, shelf by shelf, no more rows than a page needs however many there are."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from bench import archive, company
from bench.company import Made, Size
from tests.talk.test_plans import explained, nodes, visited
from vloot.ground import clock, ids
from vloot.ground.database import sql
from vloot.people.actor import Actor
from vloot.talk.search import acts, meaning, query, reads

POSTS = 6_000
SHELF = 500
pytestmark = pytest.mark.django_db


@pytest.fixture
def made(db: None, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Twelve shelves."""
    monkeypatch.setattr(archive, "FULL", SHELF)
    found = company.make(Size(people=60, spaces=30, posts=300, joins=5, follows=5), is_kept=False)
    archive.fill(found.person_ids, found.space_ids, clock.now(), POSTS, is_kept=False)
    return found


def plan(made: Made, typed: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The plan of the statement that finds the newest."""
    asked: list[tuple[str, dict[str, Any]]] = []
    real = sql.rows

    def listen(statement: str, given: Any) -> list[Any]:
        if "talk_search_document" in statement:
            asked.append((statement, dict(given)))
        return real(statement, given)

    with monkeypatch.context() as patch:
        patch.setattr(sql, "rows", listen)
        actor = Actor(person_id=made.person_ids[3])
        meant = meaning.of(actor, query.parse(typed), today=clock.now().date(), zone=None)
        assert reads._newest(actor, meant, None, 21)
    return explained(*asked[-1])


def used(found: dict[str, Any]) -> Iterator[str]:
    for node in nodes(found):
        if node.get("Relation Name") == "talk_search_document":
            yield node["Node Type"]


@pytest.mark.parametrize(
    ("typed", "most"),
    [
        (archive.word(5), 2 * SHELF),  # in every second post: the first shelf has them all
        (archive.word(24), 2 * SHELF),
        (archive.word(2000), 300),
        (f"{archive.word(24)} {archive.word(30)}", 900),
        (f"{archive.word(24)} kind:question", 900),
    ],
)
def test_a_page_visits_few_rows(made: Made, typed: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    found = plan(made, typed, monkeypatch)
    assert set(used(found)) == {"Bitmap Heap Scan"}
    assert visited(found) <= most
    assert not any("Gather" in node["Node Type"] for node in nodes(found))


def test_what_the_shelves_give_is_what_there_is(made: Made) -> None:
    """The oracle: page by page, search gives every post with the word, the newest first, and no other."""
    actor = Actor(person_id=made.person_ids[3])
    for rank in (24, 400, 3000):
        found = archive.word(rank)
        meant = meaning.of(actor, query.parse(found), today=clock.now().date(), zone=None)
        given: list[int] = []
        while page := reads._newest(actor, meant, given[-1] if given else ids.LARGEST, 50):
            given += page
        wanted = sql.rows(
            "select id from talk_post where source ~ %(word)s order by id desc",
            {"word": rf"\m{re.escape(found)}\M"},
        )
        assert given == [row[0] for row in wanted]


def test_shelves_begin_when_full_and_part_when_over_full(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acts, "FULL", 200)
    monkeypatch.setattr(acts, "OVERFULL", 400)
    before = _all_with(made, archive.word(24))
    acts.reindex()
    counts = sql.rows("select shelf, count(*) from talk_search_document group by shelf", {})
    assert len(counts) > 10
    assert max(count for _shelf, count in counts) < 400 + acts.BATCH
    wrong = """
        select 1 from talk_search_document d
        where d.shelf <> coalesce((select number from talk_search_shelf where first_id <= d.post_id order by first_id desc limit 1), 0)
    """
    assert sql.rows(wrong, {}) == []
    assert _all_with(made, archive.word(24)) == before


def _all_with(made: Made, typed: str) -> list[int]:
    actor = Actor(person_id=made.person_ids[3])
    meant = meaning.of(actor, query.parse(typed), today=clock.now().date(), zone=None)
    return reads._newest(actor, meant, None, POSTS)
