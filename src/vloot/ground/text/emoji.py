"""Emoji by the words people have for them, in Dutch, French and English; the rarer ones by their name in Unicode."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

from vloot.ground.text.sorting import sort_key

LIST = Path(__file__).parent / "emoji.txt"
# Where Unicode keeps pictures of things; arrows, letters in boxes and parts of flags are none.
_BLOCKS = ((0x1F300, 0x1F5FF), (0x1F600, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F90C, 0x1F9FF), (0x1FA70, 0x1FAFF))
_NO_PICTURE = re.compile(r"MODIFIER|REGIONAL|COMPONENT|VARIATION")


class Emoji(NamedTuple):
    """A sign and the word that was found."""

    sign: str
    word: str


def like(start: str, limit: int = 8) -> list[Emoji]:
    """The emoji of which a word begins with `start`: first those that people use most, then by their name in Unicode."""
    wanted = sort_key(start).replace("_", " ").replace("-", " ").strip()
    if len(wanted) < 2:
        return []
    found: dict[str, Emoji] = {}
    for sign, names in (*_chosen(), *_named()):
        word = next((name for name in names if _begins(sort_key(name), wanted)), "")
        if word and sign not in found:
            found[sign] = Emoji(sign, word)
            if len(found) == limit:
                break
    return list(found.values())


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted) or f" {wanted}" in name


@cache
def _chosen() -> list[tuple[str, list[str]]]:
    lines = LIST.read_text("utf-8").splitlines()
    pairs = (line.split(" ", 1) for line in lines if line.strip())
    return [(sign, [word.strip() for word in words.split(",")]) for sign, words in pairs]


@cache
def _named() -> list[tuple[str, list[str]]]:
    signs = (chr(code) for first, last in _BLOCKS for code in range(first, last + 1))
    names = ((sign, unicodedata.name(sign, "")) for sign in signs)
    return [(sign, [name.lower()]) for sign, name in names if name and not _NO_PICTURE.search(name)]
