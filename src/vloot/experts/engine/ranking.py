"""Who is likely to know: earlier questions like this one speak for those who answered them.

A person's evidence is the sum over the fifty most similar questions of similarity × what their answer was worth × decay, made smaller for
who answers everything. The similarity is BM25 (Robertson & Zaragoza 2009) squared, so that a close match outweighs many vague ones. To it
comes a share for who has been answering lately, whatever about: who is not there cannot help. Who named a craft themselves is fused in by
reciprocal ranks (Cormack, Clarke & Büttcher 2009).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from vloot.experts.engine import shelf as shelves
from vloot.experts.engine.shelf import Figures

MOST_SIMILAR = 50  # documents that speak
HALF_LIFE = 182.0  # days after which an answer counts half: people move on, and so does what they know
LATELY = (
    7.0,
    30.0,
    120.0,
)  # half-lives in days of "has been answering lately": this week, this month, this season
LATELY_SHARE = 0.4
TEMPERED = 0.25  # how much who answers everything is tempered: 0 not at all, 1 to nothing but the average
FUSED = 60.0  # of reciprocal rank fusion; the value its authors found to hold everywhere
BAND = 1 / 3  # of the strongest evidence; less does not belong to the top band

ACCEPTED, THANKED, OTHER = 1.0, 0.7, 0.3  # what an answer is worth
OUTDATED = 0.1  # of that, once it holds no longer: whoever wrote it knew about it then


class Credit(NamedTuple):
    """Somebody answered: how much that is worth, when it was written (days since 1970), and whether it still holds."""

    person: str
    worth: float
    at: float
    is_outdated: bool = False

    @property
    def weight(self) -> float:
        """What it is worth now."""
        return self.worth * (OUTDATED if self.is_outdated else 1.0)


class Document(NamedTuple):
    """What was asked (its terms), when it was written in days since 1970, and who answered it."""

    id: str
    terms: Sequence[str]
    at: float
    credits: Sequence[Credit]


class Known(NamedTuple):
    """Somebody with what speaks for them: for the engine's own use, never for a page."""

    person: str
    score: float
    evidence: float  # of documents alone
    because: tuple[str, ...]  # the documents that speak loudest for them, the loudest first


def rank(
    terms: Sequence[str], documents: Iterable[Document], now: float, named: Collection[str] = ()
) -> list[Known]:
    """People by how likely they know about these terms at `now` (days since 1970); only what was written before counts.

    `named` are those who named a craft of these terms as theirs.
    """
    return Shelf(documents).rank(terms, now, named)


def band(ranked: Sequence[Known], named: Collection[str] = ()) -> list[Known]:
    """Those of a ranking who belong to the top band: near enough to the strongest evidence, or self-named."""
    strongest = max((known.evidence for known in ranked), default=0.0)
    return [
        known
        for known in ranked
        if known.person in named or (known.evidence > 0 and known.evidence >= BAND * strongest)
    ]


class Shelf:
    """Documents made ready to be asked about many times. Their order does not matter."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = sorted(documents, key=lambda document: (document.at, document.id))
        self._words = shelves.Words([document.terms for document in self._documents])
        self._at = np.array([document.at for document in self._documents])
        credits = sorted(
            (credit.at, credit.person, number, credit.weight)
            for number, document in enumerate(self._documents)
            for credit in document.credits
        )
        self.people = sorted({person for _at, person, _number, _worth in credits})
        numbers = {person: number for number, person in enumerate(self.people)}
        self._credit_at = np.array([credit[0] for credit in credits])
        self._who = np.array([numbers[credit[1]] for credit in credits], dtype=np.int64)
        self._what = np.array([credit[2] for credit in credits], dtype=np.int64)
        self._worth = np.array([credit[3] for credit in credits])

    def rank(self, terms: Sequence[str], now: float, named: Collection[str] = ()) -> list[Known]:
        """As the function `rank`."""
        known = int(np.searchsorted(self._credit_at, now))  # credits from before now
        similar = self._words.similar(terms, int(np.searchsorted(self._at, now)))
        speaks = self._speaking(similar, known, now)
        evidence = self._sum(speaks, known) / (1 + self._answered(known, now, HALF_LIFE)) ** TEMPERED
        lately = sum((_shares(self._answered(known, now, days)) for days in LATELY), self._nobody())
        score = (1 - LATELY_SHARE) * _shares(evidence) + LATELY_SHARE * lately / len(LATELY)
        return self._fused(score, evidence, named, self._because(speaks, known))

    def _speaking(self, similar: Figures, known: int, now: float) -> Figures:
        """What each credit from before now says."""
        if len(similar) > MOST_SIMILAR:
            least = np.partition(similar, -MOST_SIMILAR)[-MOST_SIMILAR]
            similar = np.where(similar >= least, similar, 0.0)
        heard = np.zeros(len(self._documents))
        heard[: len(similar)] = similar**2
        decay = 0.5 ** ((now - self._credit_at[:known]) / HALF_LIFE)
        found: Figures = heard[self._what[:known]] * self._worth[:known] * decay
        return found

    def _answered(self, known: int, now: float, half_life: float) -> Figures:
        return self._sum(0.5 ** ((now - self._credit_at[:known]) / half_life), known)

    def _sum(self, figures: Figures, known: int) -> Figures:
        return np.bincount(self._who[:known], figures, len(self.people)).astype(np.float64)

    def _nobody(self) -> Figures:
        return np.zeros(len(self.people))

    def _because(self, speaks: Figures, known: int) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for number in np.argsort(-speaks, kind="stable"):
            if speaks[number] <= 0:
                break
            reasons = found.setdefault(self.people[self._who[number]], [])
            document = self._documents[self._what[number]].id
            if document not in reasons:
                reasons.append(document)
        return {person: tuple(reasons) for person, reasons in found.items()}

    def _fused(
        self,
        score: Figures,
        evidence: Figures,
        named: Collection[str],
        because: Mapping[str, tuple[str, ...]],
    ) -> list[Known]:
        ranked = [
            Known(person, float(score[number]), float(evidence[number]), because.get(person, ()))
            for number, person in enumerate(self.people)
            if score[number] > 0
        ]
        ranked.sort(key=lambda known: (-known.score, known.person))
        if not named:
            return ranked
        ranked += [Known(person, 0.0, 0.0, ()) for person in set(named) - {one.person for one in ranked}]
        fused = [
            one._replace(
                score=(1 / (FUSED + place) if one.evidence else 0.0) + (one.person in named) / (FUSED + 1)
            )
            for place, one in enumerate(ranked, 1)
        ]
        return sorted(fused, key=lambda known: (-known.score, -known.evidence, known.person))


def _shares(figures: Figures) -> Figures:
    total = math.fsum(figures)
    return figures / total if total > 0 else figures
