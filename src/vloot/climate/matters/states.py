"""How a matter stands, from its answers and the day; and how long it has waited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from vloot.climate.matters.models import Answer
from vloot.notices import engine
from vloot.notices.engine import Rest

WAITING, DOING, DUE, DONE, BROKEN, WILL_NOT = "waiting", "doing", "due", "done", "broken", "will_not"
UNANSWERED = (WAITING, BROKEN)
SETTLED = (DONE, WILL_NOT)
PATIENCE = 10  # working days within which something is answered


def of(answers: Sequence[Answer], today: date) -> str:
    """How it stands: only the last answer counts."""
    if not answers:
        return WAITING
    last = answers[-1]
    if not last.does:
        return WILL_NOT
    if last.outcome:
        return DONE if last.outcome == Answer.DONE else BROKEN
    return DUE if last.due_on is not None and last.due_on <= today else DOING


def since(shown_on: date, answers: Sequence[Answer]) -> date:
    """Since when it waits for an answer: since it can be read, or since the last one turned out not to be done."""
    return (answers[-1].outcome_on or answers[-1].given_on) if answers else shown_on


def working_days(begun: date, today: date, rest: Rest) -> int:
    """Whole working days from one day to another, on the company's calendar."""
    noon = time(12)
    return engine.working_days(
        datetime.combine(begun, noon, tzinfo=UTC), datetime.combine(today, noon, tzinfo=UTC), rest
    )
