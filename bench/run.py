"""The measurement: cases in rounds that take turns, medians over the rounds."""

import itertools
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.db import connection

from bench import cost
from bench.company import Made
from bench.readers import Reader, UnexpectedError
from bench.reference import Reference

ROUNDS = 9
WARM = 40  # requests of each case before anything is counted


@dataclass
class Case:
    """One thing to ask for, and what it has cost in each round."""

    name: str
    ask: Callable[[], bytes]
    times: int = 100  # requests in a round
    backend: int | None = (
        None  # the database's process for what is asked in this process; without it, the server answers
    )
    milliseconds: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)  # the database's part of them
    size: int = 0

    @property
    def median(self) -> float:
        """CPU milliseconds for one request."""
        return statistics.median(self.milliseconds)


def cases(readers: list[Reader], made: Made, questions: list[int], reference: Reference) -> list[Case]:
    """Everything that is measured, the yardstick first."""
    turn = itertools.cycle(readers)
    asked = itertools.cycle(questions)
    spaces = itertools.cycle(made.space_ids)
    number = itertools.count()

    def write() -> bytes:
        words = f"Number {next(number)} " + "was greased and turns again. " * 9
        return next(turn).post("/", {"kind": "update", "space": str(next(spaces)), "body": words[:255]})

    return [
        yardstick(reference, lambda: reference.ask(next(turn).person_id)),
        Case("home as JSON", lambda: whole(next(turn).get("/home.json"), b'"thread_id"')),
        Case("home as HTML", lambda: whole(next(turn).get("/"), b"data-card=")),
        Case("home as HTML, gzip", lambda: next(turn).get("/", packed=True)),
        Case("thread of 20", lambda: whole(next(turn).get(f"/t/{next(asked)}/"), b"data-card=")),
        Case("posting", write, 40),
    ]


def yardstick(reference: Reference, ask: Callable[[], bytes]) -> Case:
    """What all others are compared with: the same twenty cards without any program around them."""
    return Case("reference query, psycopg and msgspec alone", ask, 300, backend=reference.pid)


def measure(found: list[Case], server_pid: int, reference: Reference, rounds: int = ROUNDS) -> Iterator[str]:
    """Fill the cases; says after each round which one it was."""
    for case in found:
        for _ in range(WARM):
            case.size = len(case.ask())
    for number in range(rounds):
        for case in found:
            _measure(case, server_pid, reference)
        yield f"round {number + 1} of {rounds}"


def _measure(case: Case, server_pid: int, reference: Reference) -> None:
    is_here = case.backend is not None
    backends = _backends(reference.pid) if case.backend is None else [case.backend]
    asking = [] if is_here else cost.family(server_pid)
    before, stored, own = cost.of_processes(asking), cost.of_processes(backends), time.thread_time_ns()
    for _ in range(case.times):
        case.ask()
    own = time.thread_time_ns() - own
    if not is_here:
        own = 0
        time.sleep(0.05)  # what the server does after it has answered counts too
    stored = cost.of_processes(backends) - stored
    spent = cost.of_processes(asking) - before + own
    case.milliseconds.append((spent + stored) / case.times / 1e6)
    case.database.append(stored / case.times / 1e6)


def _backends(reference_pid: int) -> list[int]:
    """The database's processes that answer the server."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> all(%s)",
            [[reference_pid, connection.connection.info.backend_pid]],
        )
        return [row[0] for row in cursor.fetchall()]


def whole(page: bytes, mark: bytes) -> bytes:
    """The page, if it really has 20 of what it should."""
    if page.count(mark) != 20:
        raise UnexpectedError(f"{page.count(mark)} instead of 20 in {page[:200]!r}")
    return page


def table(found: Iterable[Case]) -> str:
    """What was measured, for people."""
    found = list(found)
    base = found[0].median
    head = f"{'':<45}{'CPU ms':>8}{'spread':>16}{'database':>10}{'× reference':>13}{'bytes':>9}"
    rows = [
        f"{c.name:<45}{c.median:>8.2f}{f'{min(c.milliseconds):.2f} to {max(c.milliseconds):.2f}':>16}"
        f"{statistics.median(c.database):>10.2f}{c.median / base:>13.1f}{c.size:>9}"
        for c in found
    ]
    return "\n".join([head, *rows])
