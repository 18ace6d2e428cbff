"""What is worked out of 10,000 ballots in 500 groups when a survey of the climate closes; in memory, for the urn is measured by itself."""

from __future__ import annotations

import random
import time
from typing import Any

BALLOTS, GROUPS = 10_000, 500


def measure() -> dict[str, Any]:
    """The figures."""
    from vloot.climate.engine import outcome
    from vloot.climate.engine.outcome import Round
    from vloot.climate.engine.scores import Asked, Ballot
    from vloot.climate.waves.items import ITEMS

    chance = random.Random(1)
    asked = tuple(Asked(item.key, item.scale, item.is_reversed) for item in ITEMS.values())
    ballots: dict[str, list[Ballot]] = {f"group {number}": [] for number in range(GROUPS)}
    for number in range(BALLOTS):
        mood = 3 + number % GROUPS % 3 / 2
        ballots[f"group {number % GROUPS}"].append(
            {item.key: min(max(round(chance.gauss(mood, 1)), 1), 5) for item in asked}
        )
    began = time.perf_counter()
    found = outcome.of([Round(asked, ballots)], dict.fromkeys(ballots, BALLOTS // GROUPS), minimum=7)
    spent = time.perf_counter() - began
    return {"ballots": BALLOTS, "groups": GROUPS, "figures": len(found.lines), "outcome_s": round(spent, 2)}
