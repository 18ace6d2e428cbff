"""`python -m bench search`: a million posts, and what it costs to find something in them: the newest first, and the most fitting first.

Measured through the server like any page, with the means of `bench.run`: CPU milliseconds of the server and of the database.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from urllib.parse import quote

from bench.archive import word
from bench.readers import Reader, UnexpectedError
from bench.reference import Reference
from bench.run import Case

NEWEST, FITTING = 3.0, 20.0  # budgets, CPU milliseconds
TENTH, COMMON, MIDDLING, SELDOM, RARE = (
    24,
    5,
    400,
    2000,
    15_000,
)  # ranks; the first stands in every tenth post


def cases(readers: Sequence[Reader], guest: Reader, person: str, reference: Reference) -> list[Case]:
    """Everything that is measured, the yardstick first."""
    turn = itertools.cycle(readers)

    def ask(name: str, typed: str, *, by: Reader | None = None, order: str = "") -> Case:
        address = f"/search/?q={quote(typed)}{order}&before=9223372036854775807"
        return Case(name, lambda: _found((by or next(turn)).get_fragment(address)), 40)

    everyday = {
        "a word in every tenth post": word(TENTH),
        "a word in every second post": word(COMMON),
        "a word in one of 150 posts": word(MIDDLING),
        "a word in one of 700 posts": word(SELDOM),
        "a rare word": word(RARE),
        "two words": f"{word(TENTH)} {word(MIDDLING)}",
        "a phrase of common words": f'"{word(COMMON)} {word(COMMON + 1)}"',
        "a common word but not another": f"{word(TENTH)} -{word(COMMON)}",
        "a common word, one writer": f"{word(TENTH)} from:{person}",
        "a common word, one space": f"{word(TENTH)} in:quay-7",
    }
    return [
        Case("reference query, psycopg and msgspec alone", lambda: reference.ask(next(turn).person_id), 300),
        *(ask(f"newest: {name}", typed) for name, typed in everyday.items()),
        ask("newest: a guest of one small space", word(TENTH), by=guest),
        *(
            ask(f"fitting: {name}", typed, order="&order=fitting")
            for name, typed in list(everyday.items())[:7]
        ),
        Case(
            "whole page: a word in every tenth post",
            lambda: _found(next(turn).get(f"/search/?q={word(TENTH)}")),
            40,
        ),
    ]


def over_budget(found: Sequence[Case]) -> list[str]:
    """The cases that cost more than they may."""
    most = {"newest": NEWEST, "fitting": FITTING}
    return [
        f"{case.name}: {case.median:.2f} ms"
        for case in found
        if case.median > most.get(case.name.partition(":")[0], float("inf"))
    ]


def _found(page: bytes) -> bytes:
    if b'class="hit"' not in page:
        raise UnexpectedError(f"nothing was found: {page[:300]!r}")
    return page
