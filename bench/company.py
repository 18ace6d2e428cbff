"""The fixed company of the benchmarks and of the plans' test: seeded, written by COPY, the same for everybody.

200 people who each follow 50 others and sit in 10 of 40 open spaces; 20,000 heads of threads of 255 characters over half a year that ends
now, every tenth a question, every twentieth a word of thanks, every fifth appreciated by one to three people; and 20 threads of 20.
The same program makes larger ones.
"""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction

from vloot.ground import clock, ids

SPAN = timedelta(days=180)
LETTERS = 255
THREADS, THREAD = 20, 20
FIRST = "Anna Bram Chris Dana Els Finn Greet Hanne Ilse Joris Karel Lies Mila Noor Otto Pia Quinten Rosa Stan Tine".split()
LAST = "Peeters Desmet Wouters Maes Claes Jacobs Mertens Willems Goossens Wauters".split()
WORDS = (
    "the crane on quay four turns again after new grease and we found that its cable wants a look before autumn so who "
    "has time on Tuesday to hold the ladder while Bram checks every bolt once more and writes down what he sees"
).split()


@dataclass(frozen=True)
class Size:
    """How large a company is; the default is the one that figures are stated for."""

    people: int = 200
    spaces: int = 40
    posts: int = 20_000
    joins: int = 10
    follows: int = 50


@dataclass(frozen=True)
class Made:
    """What a measurement needs to know of the company it measures."""

    person_ids: list[int]
    space_ids: list[int]
    thread_ids: list[int]  # of 20 posts each: updates, questions, thanks


def make(size: Size = Size(), *, seed: int = 7, until: datetime | None = None, is_kept: bool = True) -> Made:
    """Write the company into an empty database, which must have its tables. `is_kept` is false in a test's transaction."""
    chance = random.Random(seed)
    end = until or clock.now()
    begin = end - SPAN
    with transaction.atomic():
        persons = [ids.new(begin) for _ in range(size.people)]
        spaces = [ids.new(begin) for _ in range(size.spaces)]
        _company(persons, spaces, begin)
        _ties(chance, size, persons, spaces, begin)
        heads = [ids.new(begin + SPAN * i / size.posts) for i in range(size.posts)]
        threads = heads[-1 : -THREADS * 53 : -53]  # spread over the newest thousand
        _posts(chance, heads, set(threads), persons, spaces)
        _replies(chance, threads, persons, end)
        _around(chance, heads, persons)
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze" if is_kept else "analyze")
    return Made(persons, spaces, threads)


def _company(persons: Sequence[int], spaces: Sequence[int], begin: datetime) -> None:
    _copy("company_company", "id name founded_at", [(1, "Harbour Works", begin)])
    _copy(
        "people_team",
        "id name slug sort_key",
        [(n, f"Team {n}", f"team-{n}", f"team {n}") for n in range(1, 17)],
    )
    password = make_password(None)
    _copy(
        "people_person",
        "id kind username password email is_active session_era name first_name last_name sort_key face ask_me_about learning"
        " how_to_work languages working_hours tenure function team_id joined_on locale time_zone",
        (
            (
                person, "human", f"person{n}", password, f"person{n}@vloot.example", True, 0, f"{FIRST[n % 20]} {LAST[n // 20 % 10]}",
                FIRST[n % 20], LAST[n // 20 % 10], f"{FIRST[n % 20]} {LAST[n // 20 % 10]}".lower(), "", "cranes", "", "",
                ["nl", "en"], "", "", "Rigger", n % 16 + 1, begin.date(), "", "",
            )
            for n, person in enumerate(persons)
        ),
    )  # fmt: skip
    roles = [(ids.new(begin), persons[0], "administrator", begin)]
    roles += [(ids.new(begin), person, "host", begin) for person in persons[1:5]]
    _copy("people_role", "id person_id name given_at", roles)
    _copy(
        "talk_space",
        "id name slug sort_key purpose access reason",
        (
            (s, f"Quay {n}", f"quay-{n}", f"quay {n:03}", "All about it", "open", "")
            for n, s in enumerate(spaces)
        ),
    )


def _ties(
    chance: random.Random, size: Size, persons: Sequence[int], spaces: Sequence[int], begin: datetime
) -> None:
    joins: list[tuple[Any, ...]] = []
    hosted = dict.fromkeys(spaces, False)
    for person in persons:
        for space in chance.sample(spaces, min(size.joins, len(spaces))):
            joins.append((space, person, not hosted[space], begin))
            hosted[space] = True
    _copy("talk_membership", "space_id person_id is_host joined_at", joins)
    follows = (
        (person, other)
        for person in persons
        for other in chance.sample([p for p in persons if p != person], min(size.follows, len(persons) - 1))
    )
    _copy("talk_person_follow", "person_id followed_id", follows)


POST = (
    "id kind space_id author_id root_id parent_id title source html parts parts_html language tags reply_count last_reply_id"
    " closed_reason origin"
)


def _posts(
    chance: random.Random,
    heads: Sequence[int],
    threads: set[int],
    persons: Sequence[int],
    spaces: Sequence[int],
) -> None:
    questions: list[tuple[Any, ...]] = []
    thanks: list[tuple[Any, ...]] = []

    def rows() -> Iterator[tuple[Any, ...]]:
        for n, head in enumerate(heads):
            kind = "question" if n % 10 == 3 else "thanks" if n % 20 == 8 else "update"
            words = _words(chance)
            parts = json.dumps({"known": "The list of last year."}) if kind == "question" else "{}"
            title = words[:60].strip() if kind == "question" else ""
            author = chance.choice(persons)
            if kind == "question":
                questions.append((head, chance.choice(persons)))
            elif kind == "thanks":
                thanks.append((head, chance.choice([p for p in persons[:50] if p != author])))
            replies = (THREAD - 1, head + THREAD - 1) if head in threads else (0, None)
            yield (
                head, kind, chance.choice(spaces), author, None, None, title, words, f"<p>{words}</p>", parts, parts, "en",
                ["cranes"] if n % 50 == 0 else [], *replies, "", "web",
            )  # fmt: skip

    _copy("talk_post", POST, rows())
    _copy("talk_post_tag", "tag post_id", [("cranes", head) for n, head in enumerate(heads) if n % 50 == 0])
    _copy("talk_question", "post_id owner_id", questions)
    _copy("talk_thanks_to", "post_id person_id", thanks)


def _replies(chance: random.Random, threads: Sequence[int], persons: Sequence[int], end: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select id, kind, space_id from talk_post where id = any(%s)", [list(threads)])
        heads = cursor.fetchall()

    def rows() -> Iterator[tuple[Any, ...]]:
        for head, kind, space in heads:
            said = "answer" if kind == "question" else "comment"
            for n in range(1, THREAD):
                # Every fourth is said under the reply before it.
                parent, as_ = (head + n - 1, "comment") if n % 4 == 0 else (head, said)
                words = _words(chance)
                yield (
                    head + n, as_, space, chance.choice(persons), head, parent, "", words, f"<p>{words}</p>", "{}", "{}", "en",
                    [], 0, None, "", "web",
                )  # fmt: skip

    _copy("talk_post", POST, rows())


def _around(chance: random.Random, heads: Sequence[int], persons: Sequence[int]) -> None:
    liked = (
        (head, person, "")
        for head in heads
        if chance.random() < 0.2
        for person in chance.sample(persons, chance.randint(1, 3))
    )
    _copy("talk_appreciation", "post_id person_id emoji", liked)
    newest = heads[-2000:]
    marks = (
        (person, head, head)
        for person in persons[:50]
        for head in chance.sample(newest, min(200, len(newest)))
    )
    _copy("talk_read_mark", "person_id thread_id upto_id", marks)


def _words(chance: random.Random) -> str:
    words: list[str] = []
    length = 0
    while length < LETTERS:
        words.append(chance.choice(WORDS))
        length += len(words[-1]) + 1
    return " ".join(words)[: LETTERS - 1].rstrip() + "."


def _copy(table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows; what is not named gets what the table's model would put there."""
    named = columns.split()
    model = next(model for model in apps.get_models() if model._meta.db_table == table)
    unnamed = [
        field
        for field in model._meta.concrete_fields
        if field.column not in named and not field.null and not field.primary_key
    ]
    rest = tuple(field.get_default() for field in unnamed)
    names = ", ".join([*named, *(str(field.column) for field in unnamed)])
    with connection.cursor() as cursor, cursor.copy(f"copy {table} ({names}) from stdin") as copy:
        for row in rows:
            copy.write_row((*row, *rest))


def questions_among(post_ids: Sequence[int]) -> list[int]:
    """Those of these threads that are questions."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select id from talk_post where kind = 'question' and id = any(%s) order by id", [list(post_ids)]
        )
        return [row[0] for row in cursor.fetchall()]
