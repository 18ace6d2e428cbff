"""What PostgreSQL's stemmers leave apart, brought together: "fiets" and "fietsen", "mangeons" and "manger", "vélo" and "vélos".

Its Dutch one takes the s off "fiets" but not off "machines", its French one keeps "-ons". Two small steps around them mend that: further
spellings of a word that are stemmed too, and the last letters of a stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DIMINUTIVE = re.compile(r"(?:(?<=\w{3})(?:et|t|p)?jes?)$")
_SAYS = re.compile(r"(?<=\w{3}[kpgmd])t$")  # "werkt", "komt", "wordt"; not "klant", "kast", "lift"
_SEVERAL = re.compile(r"(?<=\w{2})ens$")  # "wagens", "havens"; not "mens"
_WE = re.compile(
    r"(?<=\w{3})(?<![aeiouy])e?ons$"
)  # "mangeons", "aidons"; also "bâtons", whose further form is nobody's

_DOUBLE = re.compile(r"([bdfgklmnprst])\1$")
SHORTEST = 4  # letters of a stem that can lose its last


def further(letter: str, word: str) -> Iterator[str]:
    """Other words of which the stem is this word's too, in one of the languages."""
    if letter == "n":
        if _SAYS.search(word) or _SEVERAL.search(word):
            yield word[:-1]
        if _DIMINUTIVE.search(word):
            yield word.removesuffix("s")[:-2]
            if word.removesuffix("s")[-3] in "tp":
                yield word.removesuffix("s")[:-3]
    elif letter == "f" and _WE.search(word):
        yield _WE.sub("er", word)


def settled(letter: str, stem: str) -> str:
    """A stem, with its accents taken off, without the last letters that one form of a word has and another has not."""
    if letter == "n":
        return _dutch(stem)
    if letter == "f" and len(stem) >= SHORTEST:
        stem = stem.removesuffix("s")
        return stem[:-1] if stem.endswith("e") and len(stem) >= SHORTEST else stem
    return stem


def _dutch(stem: str) -> str:
    if len(stem) >= SHORTEST + 1 and stem.endswith("een"):
        stem = stem[:-2]
    if stem.endswith(("v", "z")):
        stem = stem[:-1] + ("f" if stem.endswith("v") else "s")
    if len(stem) >= SHORTEST and stem.endswith("s"):
        stem = stem[:-1]
    if len(stem) >= SHORTEST and stem.endswith("e"):
        stem = stem[:-1]
    return _DOUBLE.sub(r"\1", stem) if len(stem) >= SHORTEST else stem
