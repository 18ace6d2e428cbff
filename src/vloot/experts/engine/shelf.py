"""Which documents have the same rare words as a question: BM25 over postings, as of any moment."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from vloot.experts.engine import compounds
from vloot.experts.engine import terms as texts

Figures: TypeAlias = npt.NDArray[np.float64]

# The usual values (Robertson & Zaragoza 2009).
SATURATION = 1.2  # how soon a word repeated says no more
LENGTH = 0.75  # how much a long document is held against
GUESSED = 0.5  # what a word counts that was not said but lies in what was (`compounds`)


class Words:
    """The terms of documents, in the order of their time, so that the first `count` are those from before a moment."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        found: dict[str, tuple[list[int], list[int]]] = {}
        for number, terms in enumerate(documents):
            for term, times in Counter(terms).items():
                numbers, often = found.setdefault(term, ([], []))
                numbers.append(number)
                often.append(times)
        self._postings = {
            term: (np.array(numbers), np.array(often, dtype=np.float64))
            for term, (numbers, often) in found.items()
        }
        lengths = [len(terms) for terms in documents]
        self._lengths = np.array(lengths, dtype=np.float64)
        self._until = list(itertools.accumulate(lengths, initial=0))

    def similar(self, terms: Sequence[str], count: int) -> Figures:
        """How much each of the first `count` documents speaks of the terms; rarity and length are taken among these alone."""
        found = np.zeros(count)
        if not count or not self._until[count]:
            return found
        average = self._until[count] / count
        drag = SATURATION * (1 - LENGTH + LENGTH * self._lengths[:count] / average)
        weights = dict.fromkeys(self._also(terms, count), GUESSED) | dict.fromkeys(terms, 1.0)
        for term, weight in sorted(weights.items()):
            numbers, often = self._postings.get(term, (None, None))
            if numbers is None or often is None:
                continue
            having = int(np.searchsorted(numbers, count))
            if having:
                rarity = math.log(1 + (count - having + 0.5) / (having + 0.5))
                where, times = numbers[:having], often[:having]
                found[where] += weight * rarity * times * (SATURATION + 1) / (times + drag[where])
        return found

    def _also(self, terms: Sequence[str], count: int) -> list[str]:
        """What the terms also say, going by the words of the first `count` documents."""

        def knows(word: str) -> bool:
            numbers, _often = self._postings.get(word, (None, None))
            return numbers is not None and bool(numbers[0] < count)

        return texts.of(" ".join(compounds.widened([term for term in terms if term.isalpha()], knows)))
