"""Words written as one and words written apart: "kraan sensor" meets "Kraansensoren", and back, without a dictionary.

A long word is taken apart only where each of its parts is known as a word of its own, from what people wrote; so the more is written,
the more is understood, in Dutch, French and English alike. Words are given in lower case, without accents.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

LEAST = 4  # letters of a part; shorter ones are found in every other word
LINKS = ("", "s", "en", "n", "e")  # what Dutch puts between two parts
ENDINGS = ("", "s", "en", "n", "e", "es")  # one and many
MOST_PARTS = 4

Knows = Callable[[str], bool]


def joined(words: Sequence[str]) -> list[str]:
    """Each two neighbours written as one word, with every link that could stand between them."""
    return [
        f"{first}{link}{second}"
        for first, second in itertools.pairwise(words)
        if min(len(first), len(second)) >= LEAST
        for link in LINKS
    ]


def splits(word: str) -> Iterator[tuple[str, str]]:
    """Every way to see two parts in a word, with or without a link between them."""
    for link in LINKS:
        for cut in range(LEAST, len(word) - LEAST - len(link) + 1):
            if word.startswith(link, cut):
                yield word[:cut], word[cut + len(link) :]


def parts(word: str, knows: Knows, most: int = MOST_PARTS) -> tuple[str, ...]:
    """The known words that a word is made of, each in the form in which it is known; the fewest. Empty when it is not."""
    found: list[tuple[str, ...]] = []
    for first, rest in splits(word):
        head = known_form(first, knows)
        if not head:
            continue
        tail = known_form(rest, knows)
        deeper = (tail,) if tail else parts(rest, knows, most - 1) if most > 2 else ()
        if deeper:
            found.append((head, *deeper))
    return min(found, key=lambda one: (len(one), one), default=())


def known_form(word: str, knows: Knows) -> str:
    """The word itself or its one or many, whichever is known; "" when none is."""
    if knows(word):
        return word
    for ending in ENDINGS[1:]:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST and knows(word[: -len(ending)]):
            return word[: -len(ending)]
        if knows(word + ending):
            return word + ending
    return ""


def widened(words: Sequence[str], knows: Knows) -> list[str]:
    """What the words also say: the parts of those that nobody wrote, and neighbours written as one that somebody did."""
    apart = [part for word in dict.fromkeys(words) if not knows(word) for part in parts(word, knows)]
    together = [form for one in joined(words) if (form := known_form(one, knows))]
    return list(dict.fromkeys([*apart, *together]))
