"""Names in the order a reader expects, whatever the database's collation."""

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]")
_LIGATURES = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss"}


def sort_key(name: str) -> str:
    """A key that sorts é with e and Ç with C, and that a database compares byte by byte."""
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", name)).casefold()
    return "".join(_LIGATURES.get(letter, letter) for letter in folded)
