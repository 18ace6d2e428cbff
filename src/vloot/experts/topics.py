"""What a text is about, as this room compares it: its telling words in all their forms, written as one or apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vloot.talk.search import words as search_words

FEW = 4  # words; a longer text says enough as it is written


class Said(NamedTuple):
    """The telling words of a text, and every form in which they may stand elsewhere."""

    words: Sequence[str]
    forms: frozenset[str]


def telling(text: str) -> list[str]:
    """The words of a text that are no small words in one of our languages."""
    found = [word.text for word in search_words.cut(text)]
    search_words.learn(found)
    return [word for word in found if not search_words.forms(word).small_in]


def said(text: str) -> Said:
    """A text taken apart once, for all that it is held against. Neighbours count as one word too: "kraan sensor" says "kraansensor"."""
    from vloot.experts.engine import compounds

    found = telling(text)
    return Said(found, _forms([*found, *compounds.joined(found)]))


def is_about(name: str, of: Said) -> bool:
    """Whether each telling word of a name meets one of what was said, or all of them together make up one of its words."""
    from vloot.experts.engine import compounds

    wanted = [search_words.forms(word).all for word in telling(name)]
    if not wanted:
        return False
    if not any(forms.isdisjoint(of.forms) for forms in wanted):
        return True
    every = frozenset().union(*wanted)

    def knows(word: str) -> bool:
        return not search_words.forms(word).all.isdisjoint(every)

    made = [frozenset(_forms(compounds.parts(word, knows))) for word in of.words if len(wanted) > 1]
    return any(parts and not any(forms.isdisjoint(parts) for forms in wanted) for parts in made)


def apart(typed: str) -> list[str]:
    """What a few words may be made of, and what they may make together: to look for, whether anybody wrote it or not."""
    from vloot.experts.engine import compounds

    found = telling(typed)
    if len(found) > FEW:
        return []
    halves = [half for word in found for pair in compounds.splits(word) for half in pair]
    return list(dict.fromkeys([*compounds.joined(found), *halves]))


def _forms(words: Iterable[str]) -> frozenset[str]:
    kept = list(words)
    search_words.learn(kept)
    return frozenset().union(*(search_words.forms(word).all for word in kept))
