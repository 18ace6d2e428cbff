"""How well the engine finds who answered, on questions of which that is known: later ones, each seeing only what was before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from vloot.experts.engine import ranking, terms
from vloot.experts.engine.questions import Question
from vloot.experts.engine.ranking import Credit, Document, Shelf

YEAR = 365.0  # days
FIRST = 5  # places of which the load is measured


class Trial(NamedTuple):
    """A question put to somebody who ranks: those who answered it, and everybody who could have, the likeliest first."""

    relevant: set[str]
    order: list[str]


def evaluate(questions: Sequence[Question], split: float) -> dict[str, Any]:
    """The figures of the engine and of "most answers in the last 365 days" on the questions after `split` (days since 1970).

    Candidates are the people who had answered somebody before `split`; relevant those among them who answered.
    """
    answered = sorted((answer.at, answer.by) for question in questions for answer in question.by_others())
    candidates = {person for at, person in answered if at < split}
    asked = [
        (question, relevant)
        for question in sorted(questions, key=lambda one: (one.at, one.id))
        if question.at > split and (relevant := {answer.by for answer in question.by_others()} & candidates)
    ]
    shelf = Shelf(as_document(question) for question in questions)

    def ours() -> Iterator[Trial]:
        for question, relevant in asked:
            found = [known.person for known in shelf.rank(terms.of(question.text), question.at)]
            yield Trial(relevant, _complete(found, candidates - {question.asker}))

    def busiest() -> Iterator[Trial]:
        times = np.array([at for at, _person in answered])
        for question, relevant in asked:
            first, last = np.searchsorted(times, [question.at - YEAR, question.at])
            often = Counter(person for _at, person in answered[first:last])
            found = sorted(often, key=lambda person: (-often[person], person))
            yield Trial(relevant, _complete(found, candidates - {question.asker}))

    counts = {"questions": len(asked), "candidates": len(candidates)}
    return {**counts, **_figures(ours()), "baseline": {**counts, **_figures(busiest())}}


def as_document(question: Question) -> Document:
    """A question of a file as the engine reads it: one credit for each who answered, for the best of what they wrote."""
    credits: dict[str, Credit] = {}
    for answer in sorted(question.by_others(), key=lambda one: one.at):
        worth = ranking.ACCEPTED if answer.accepted else ranking.OTHER
        first = credits.get(answer.by)
        credits[answer.by] = (
            first._replace(worth=max(worth, first.worth)) if first else Credit(answer.by, worth, answer.at)
        )
    return Document(question.id, terms.of(question.text), question.at, list(credits.values()))


def _complete(found: Sequence[str], allowed: set[str]) -> list[str]:
    """Those who are allowed, in the order found; then, by name, those of whom nothing is known."""
    kept = [person for person in found if person in allowed]
    return kept + sorted(allowed.difference(kept))


def _figures(trials: Iterator[Trial]) -> dict[str, float]:
    """Mean reciprocal rank of the first relevant one, how often one stood among the first, and the load.

    `load_top5`: of all places one to five that were given out, the share held by the five people who got most of them.
    """
    places: list[int] = []
    load: Counter[str] = Counter()
    for trial in trials:
        places.append(1 + next(n for n, person in enumerate(trial.order) if person in trial.relevant))
        load.update(trial.order[:FIRST])
    asked = len(places) or 1
    given = sum(load.values()) or 1
    return {
        "mrr": round(sum(1 / place for place in places) / asked, 4),
        **{f"success_at_{n}": round(sum(place <= n for place in places) / asked, 4) for n in (1, 5, 10)},
        "load_top5": round(sum(often for _person, often in load.most_common(FIRST)) / given, 4),
    }
