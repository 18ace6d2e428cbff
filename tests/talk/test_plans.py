"""The plans of what is asked on every page: how many rows each visits, and that this does not grow with the company.

Prepared statements keep one plan whatever values come (`ground.database`), so the plan that is looked at here is the one
that pages get. The same budgets hold for a company of sixty people and, in the long run, for one of five thousand.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from bench import company
from bench.company import Made, Size
from vloot.ground import clock, ids
from vloot.ground.database import sql
from vloot.people import cards as people
from vloot.talk.spaces import reads as spaces
from vloot.talk.timeline import hydrate

SMALL = Size(people=60, spaces=30, posts=3_000, joins=10, follows=40)
LARGE = Size(people=5_000, spaces=400, posts=500_000, joins=10, follows=50)
TIMELINE = Path(hydrate.__file__)
WINDOW = 400  # newest.sql looks at so many heads at most

# Rows visited at most, in every table and index, for a page of 20 (21 are asked for).
BUDGETS = {
    "newest": 2 * WINDOW + 100,  # each head, perhaps its space, and one's own sources
    "sources": 400,
    "cards": 130,
    "around": 130,
    "thread": 60,
    "replies": 60,
    "in_space": 50,
    "by_person": 100,
    "by_tag": 130,
    "pinned": 20,
    "persons": 80,
    "writable": 80,
    "board": 60,
    "events_coming": 60,
    "events_past": 60,
    "links": 120,
}


def explained(statement: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The plan of a statement as pages run it, with what it really visited."""
    names: list[str] = []

    def numbered(place: re.Match[str]) -> str:
        if place[1] not in names:
            names.append(place[1])
        return f"${names.index(place[1]) + 1}"

    prepared = re.sub(r"%\((\w+)\)s", numbered, statement)
    with connection.cursor() as cursor:
        cursor.execute("deallocate all")
        cursor.execute(f"prepare looked_at as {prepared}")
        values = ", ".join(["%s"] * len(names))
        asked = f"explain (analyze, buffers, format json) execute looked_at({values})"
        for _ in range(2):  # the second time nothing is read from disk
            cursor.execute(asked, [given[name] for name in names])
            (found,) = cursor.fetchone() or ("[]",)
    plan: dict[str, Any] = (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]
    return plan


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A plan and everything in it."""
    yield plan
    for part in plan.get("Plans", ()):
        yield from nodes(part)


def visited(plan: dict[str, Any]) -> int:
    """Rows that scans have looked at, also those they left out."""
    left_out = ("Rows Removed by Filter", "Rows Removed by Index Recheck")
    total = 0.0
    for node in nodes(plan):
        if "Relation Name" in node or node["Node Type"] == "Bitmap Index Scan":
            rows = node["Actual Rows"] + sum(node.get(name, 0) for name in left_out)
            total += rows * node["Actual Loops"]
    return round(total)


def walked(plan: dict[str, Any]) -> set[str]:
    """Large tables that are read from one end to the other."""
    large = (
        "talk_post",
        "talk_post_tag",
        "talk_person_follow",
        "talk_membership",
        "talk_read_mark",
        "talk_appreciation",
    )
    return {
        node["Relation Name"]
        for node in nodes(plan)
        if node["Node Type"] == "Seq Scan" and node["Relation Name"] in large and node["Actual Loops"]
    }


class Company:
    """A made company, and people in it who are hard to serve."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.made: Made = company.make(size, is_kept=False)
        self.reader, self.greedy, self.quiet = self.made.person_ids[20:23]
        with connection.cursor() as cursor:
            # One follows everybody and sits everywhere; the other reads only what nobody has written in for long.
            cursor.execute(
                "insert into talk_membership (space_id, person_id, is_host, joined_at) "
                "select s.id, %(me)s, false, now() from talk_space s on conflict do nothing",
                {"me": self.greedy},
            )
            cursor.execute(
                "insert into talk_person_follow (person_id, followed_id) "
                "select %(me)s, p.id from people_person p where p.id <> %(me)s limit 2000 on conflict do nothing",
                {"me": self.greedy},
            )
            cursor.execute("delete from talk_person_follow where person_id = %(me)s", {"me": self.quiet})
            cursor.execute("delete from talk_membership where person_id = %(me)s", {"me": self.quiet})
            cursor.execute(
                "insert into talk_space (id, name, slug, sort_key, purpose, access, reason) "
                "values (7, 'Attic', 'attic', 'attic', '', 'open', '')"
            )
            cursor.execute(
                "update talk_post set space_id = 7 where id in (select id from talk_post where root_id is null "
                "and kind = 'update' order by id limit 60)"
            )
            cursor.execute(
                "insert into talk_membership (space_id, person_id, is_host, joined_at) values (7, %(me)s, false, now())",
                {"me": self.quiet},
            )
            cursor.execute("analyze")
            cursor.execute(
                "select author_id, array_agg(id) from talk_post where root_id is null group by 1 limit 1"
            )
            self.author = (cursor.fetchone() or (0,))[0]

    def asked(self, me: int) -> dict[str, Any]:
        """What a statement is given for this reader."""
        given: dict[str, Any] = {
            "me": me,
            "is_guest": False,
            "is_importer": False,
            "before": ids.LARGEST,
            "after": 0,
            "limit": 21,
        }
        thread = self.made.thread_ids[0]
        given |= {
            "id": thread,
            "thread": thread,
            "space": self.made.space_ids[0],
            "person": self.author,
            "tag": "cranes",
        }
        given |= {"now": clock.now(), "offset": 0, "slugs": ["attic"]}
        given |= {
            "posts": sql.array(self.made.thread_ids[:20]),
            "people": sql.array(self.made.person_ids[:20]),
        }
        given["ids"] = sql.array(self.page(me))
        given["named"] = sql.array(self.made.person_ids[:20])
        return given

    def page(self, me: int) -> list[int]:
        """The ids of the first page of home, read without any of the SQL that is looked at here."""
        with connection.cursor() as cursor:
            cursor.execute(
                "select id from talk_post where root_id is null and (space_id in (select space_id from talk_membership "
                "where person_id = %(me)s) or author_id in (select followed_id from talk_person_follow where "
                "person_id = %(me)s)) order by id desc limit 20",
                {"me": me},
            )
            return [row[0] for row in cursor.fetchall()]


def statements() -> dict[str, str]:
    """Every statement that has a budget."""
    beside = {path.stem: path.read_text("utf-8") for path in TIMELINE.parent.glob("*.sql")}
    return {
        **beside,
        "around": hydrate._AROUND,
        "persons": people._SQL,
        "writable": spaces._WRITABLE,
    }


def look(company: Company) -> None:
    """Hold every statement to its budget, for an ordinary reader, one with too many sources and one with hardly any."""
    assert statements().keys() == BUDGETS.keys()
    breaches = []
    for name, statement in statements().items():
        for who in ("reader", "greedy", "quiet"):
            me = getattr(company, who)
            given = company.asked(me)
            if name == "persons":
                given["ids"] = sql.array(company.made.person_ids[:20])
            plan = explained(statement, given)
            allowed = BUDGETS[name]
            if who == "greedy" and name in ("newest", "sources"):
                allowed += 3 * (company.size.spaces + min(company.size.people, 2_000))
            if name == "writable":
                allowed += 2 * company.size.spaces
            if visited(plan) > allowed or (walked(plan) and company.size is LARGE):
                breaches.append((name, who, visited(plan), allowed, walked(plan)))
    assert not breaches


@pytest.mark.django_db
def test_a_page_visits_few_rows() -> None:
    with connection.cursor() as cursor:
        # What other tests rolled back still lies in the indexes, and would be counted as visited.
        cursor.execute("truncate people_person, people_team, talk_space cascade")
        cursor.execute("set local enable_seqscan = off")  # so small a table is otherwise read as a whole
    look(Company(SMALL))


@pytest.mark.long
@pytest.mark.django_db
def test_a_page_visits_as_few_rows_among_five_thousand_people() -> None:
    look(Company(LARGE))
