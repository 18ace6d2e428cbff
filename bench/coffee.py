"""Coffee for 600 people: the whole seating beside the bare matching library on the same graph, in the same run."""

import random
import time
from typing import Any
from unittest import mock

from vloot.meet.coffee.engine import seating
from vloot.meet.coffee.engine.seating import Between, Comer

PEOPLE, TEAMS, ROUNDS = 600, 40, 12
LIMIT = 20  # seconds


def measure() -> dict[str, Any]:
    """Seat a company that has had twelve rounds already; the bare library gets the graph of the first try."""
    comers, between = _company(random.Random(600))
    graphs: list[tuple[int, Any]] = []
    bare: list[float] = []
    matched = seating._matched

    def kept(count: int, weights: Any) -> Any:
        graphs.append((count, list(weights)))
        return matched(count, weights)

    with mock.patch.object(seating, "_matched", kept):
        begin = time.process_time()
        seated = seating.seat(comers, between, seed=1)
        whole = time.process_time() - begin
    count, weights = max(graphs, key=lambda graph: len(graph[1]))
    for _turn in range(3):
        begin = time.process_time()
        matched(count, weights)
        bare.append(time.process_time() - begin)
    return {"people": PEOPLE, "pairs_allowed": len(weights), "tables": len(seated.tables),
            "left_over": len(seated.left_over), "seconds": round(whole, 2), "bare_seconds": round(min(bare), 2),
            **_kept(comers, between, seated)}  # fmt: skip


def _company(chance: random.Random) -> tuple[list[Comer], Between]:
    slots = [f"{day}-{half}" for day in range(5) for half in ("am", "pm")]
    languages = (frozenset({"nl"}), frozenset({"nl", "en"}), frozenset({"fr", "nl"}), frozenset({"en"}))
    comers = [
        Comer(n, n % TEAMS, chance.choice(languages), frozenset(chance.sample(slots, 4)), n % 50 == 0)
        for n in range(PEOPLE)
    ]
    ties = {
        _two(n, (n + TEAMS * chance.randrange(1, 6)) % PEOPLE) for n in range(PEOPLE) for _tie in range(4)
    }
    met = {_two(*chance.sample(range(PEOPLE), 2)) for _pair in range(ROUNDS * PEOPLE // 2)}
    rather_not = {_two(*chance.sample(range(PEOPLE), 2)) for _pair in range(30)}
    managers = {n: n % TEAMS for n in range(TEAMS, PEOPLE)}
    return comers, Between(ties=ties, met=met, rather_not=rather_not, managers=managers)


def _two(one: int, other: int) -> frozenset[Any]:
    return frozenset((one, other))


def _kept(comers: list[Comer], between: Between, seated: seating.Seating) -> dict[str, bool]:
    team = {one.id: one.team for one in comers}
    pairs = [
        (one, other) for table in seated.tables for n, one in enumerate(table) for other in table[n + 1 :]
    ]
    return {
        "across_teams": all(team[one] != team[other] for one, other in pairs),
        "all_new": not {_two(*pair) for pair in pairs} & set(between.met),
    }
