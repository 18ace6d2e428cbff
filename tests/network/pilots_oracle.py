"""Who may be asked to be a pilot, computed slowly from the words of the rule: plain Python, everybody in every drawing, nothing shared with
the engine but the numbers of the rule."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from fractions import Fraction

from vloot.network.engine.pilots import Tie

EVERY_BIT = (1 << 64) - 1
DRAWINGS = 300


def mixed(number: int) -> int:
    """splitmix64, as its author writes it."""
    number = (number + 0x9E3779B97F4A7C15) & EVERY_BIT
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & EVERY_BIT
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & EVERY_BIT
    return number ^ (number >> 31)


def times(asker: int, drawing: int, seed: int) -> int:
    """How often an asker counts in a drawing: Poisson with mean one."""
    share = (mixed(mixed(asker ^ seed) ^ mixed(drawing)) >> 11) / 2**53
    count, reached = 0, math.exp(-1)
    while share >= reached and count < 9:
        count += 1
        reached += math.exp(-1) / math.factorial(count)
    return count


def breadth(ties: Iterable[Tie]) -> dict[int, dict[int, int]]:
    """For each helper each asker across the lines, with the most that one of their ties counts for, in millionths."""
    found: dict[int, dict[int, int]] = {}
    for tie in ties:
        if tie.is_in_line or tie.asker == tie.helper or tie.weight <= 0 or not 0 <= tie.weeks_ago <= 26:
            continue
        worth = round(tie.weight * 2 ** (-tie.weeks_ago / 13) * 1_000_000)
        askers = found.setdefault(tie.helper, {})
        askers[tie.asker] = max(askers.get(tie.asker, 0), worth)
    return found


def probabilities(
    ties: Iterable[Tie], present: Mapping[int, float], seed: int, drawings: int = DRAWINGS
) -> dict[int, Fraction]:
    """For everybody the share of drawings in which fewer than a tenth of all help as many or more."""
    known = [tie for tie in ties if tie.asker in present and tie.helper in present]
    helped = breadth(known)
    tenth = len(present) // 10
    among = dict.fromkeys(present, 0)
    for drawing in range(drawings):
        rates = {}
        for person, weeks in present.items():
            gathered = sum(
                worth * times(asker, drawing, seed) for asker, worth in helped.get(person, {}).items()
            )
            rates[person] = gathered / (1 - 2 ** (-min(max(weeks, 13), 26) / 13))
        for person, rate in rates.items():
            as_good = sum(other >= rate for other in rates.values())
            among[person] += rate > 0 and as_good <= tenth
    return {person: Fraction(count, drawings) for person, count in among.items()}
