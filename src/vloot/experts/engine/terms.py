"""Words as the engine compares them, whatever their language: folded, taken apart, and once more by their beginning."""

from __future__ import annotations

import re

from vloot.ground.text.sorting import sort_key

LONGEST = 60  # letters of a word that count
BEGINNING = 5  # letters; "factuur" and "facturen" meet there, and so do "bestelling" and "besteld"

_WORD = re.compile(r"[^\W_]+")
_HYPHENED = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def of(text: str) -> list[str]:
    """The terms of a text, as often as they stand in it.

    A name in code counts whole and in parts ("invoiceTotal": also "invoice", "total"), a word with a hyphen in parts and whole ("e-mail":
    also "email"); a longer word counts by its first letters too.
    """
    found: list[str] = []
    for match in _WORD.finditer(text):
        word = match[0][:LONGEST]
        found.append(sort_key(word))
        parts = _PART.findall(word) if word.isascii() else ()
        if len(parts) > 1:
            found.extend(part.lower() for part in parts)
    found += [sort_key(re.sub("[-‐‑]", "", match[0])[:LONGEST]) for match in _HYPHENED.finditer(text)]
    return found + [f"{word[:BEGINNING]}…" for word in found if len(word) >= BEGINNING]
