"""`python -m bench search`: a million posts, and what it costs to find something in them: the newest first, and the most fitting first.

Measured twice, with the means of `bench.run`: the search itself, from what was typed to twenty hits with their excerpts; and the piece of
the page that shows them, through the server like any page. CPU milliseconds of Python and of the database.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote

from bench.archive import word
from bench.readers import Reader, UnexpectedError
from bench.reference import Reference
from bench.run import Case, yardstick
from vloot.ground.ids import LARGEST

NEWEST, FITTING = 3.0, 20.0  # budgets of the search itself, CPU milliseconds
TENTH, COMMON, MIDDLING, SELDOM, RARE = (
    24,
    5,
    400,
    2000,
    15_000,
)  # ranks; the first stands in every tenth post
SHOWN = (
    "a word in every tenth post",
    "a word in every second post",
    "a rare word",
    "a phrase of common words",
)


def cases(readers: Sequence[Reader], guest: Reader, person: str, reference: Reference) -> list[Case]:
    """Everything that is measured, the yardstick first."""
    turn = itertools.cycle(readers)
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
    ranked = dict(list(everyday.items())[:7])

    def page(typed: str, more: str = "") -> bytes:
        return _found(next(turn).get_fragment(f"/search/?q={quote(typed)}{more}&before={LARGEST}"))

    return [
        yardstick(reference, lambda: reference.ask(next(turn).person_id)),
        *(_finding(f"newest: {name}", readers, typed) for name, typed in everyday.items()),
        _finding("newest: a guest of one small space", [guest], word(TENTH)),
        *(_finding(f"fitting: {name}", readers, typed, is_fitting=True) for name, typed in ranked.items()),
        *(Case(f"page, newest: {name}", lambda typed=everyday[name]: page(typed), 40) for name in SHOWN),  # type: ignore[misc]
        Case(f"page, fitting: {SHOWN[0]}", lambda: page(everyday[SHOWN[0]], "&order=fitting"), 40),
        Case(f"whole page: {SHOWN[0]}", lambda: _found(next(turn).get(f"/search/?q={word(TENTH)}")), 40),
    ]


def _finding(name: str, readers: Sequence[Reader], typed: str, *, is_fitting: bool = False) -> Case:
    """The search itself, asked in this process."""
    from django.db import connection

    from vloot.people.reads import actor_for
    from vloot.talk.search import reads

    turn = itertools.cycle([actor_for(reader.person_id) for reader in readers])
    when = reads.When(datetime.now(UTC).date(), UTC)

    def ask() -> bytes:
        found = reads.search(next(turn), typed, when, before=LARGEST, is_fitting=is_fitting)
        if not found.hits:
            raise UnexpectedError(f"nothing was found for {typed}")
        return "".join(piece for hit in found.hits for piece, _is_marked in hit.excerpt).encode()

    return Case(name, ask, 40, backend=connection.connection.info.backend_pid)


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
