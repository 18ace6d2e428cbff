"""Questions to the limits."""

from __future__ import annotations

import msgspec

from vloot.ground import limits


class LimitCard(msgspec.Struct, frozen=True):
    """A limit as whoever may change it sees it."""

    name: str
    says: str
    amount: int
    usual: int
    period: str


def listed() -> list[LimitCard]:
    """Every limit there is, alphabetically by what it says."""
    amounts = limits.chosen()
    found = [
        LimitCard(limit.name, str(limit.says), amounts[limit.name], limit.amount, limit.period)
        for limit in limits.DECLARED.values()
    ]
    return sorted(found, key=lambda card: card.says)
