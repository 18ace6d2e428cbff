"""Words made into what the index is asked: groups of lexemes of which one must be there, and PostgreSQL's queries for phrases."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from vloot.ground.text import sort_key
from vloot.talk.search import words
from vloot.talk.search.documents import quoted

folded = sort_key


def groups(texts: Iterable[str]) -> list[list[str]]:
    """For each word the lexemes of which one must be there.

    A small word ("the", "de") is not asked of posts in its own language, if other words are: instead of it their language will do.
    """
    found = [word.text for text in texts for word in words.cut(text)]
    words.learn(found)
    telling = {
        letter for letter in words.LETTERS if any(letter not in words.forms(word).small_in for word in found)
    }
    return [group for word in dict.fromkeys(found) if (group := _group(word, telling))]


def every_word(text: str) -> list[list[str]]:
    """The words of a phrase, the small ones too."""
    return [sorted(words.forms(word.text).all) for word in words.cut(text)]


def phrase(text: str, *, is_needed: bool) -> str:
    """The words of a text one after the other, as a tsquery: of what stands in quotes, and of what hangs together ("check-list").

    "" for a single word, which needs no order, unless `is_needed`.
    """
    found = [word.text for word in words.cut(text)]
    if not found or (len(found) == 1 and not is_needed):
        return ""
    words.learn(found)
    return " | ".join(_in_order(found, letter) for letter in words.LETTERS)


def any_of(lexemes: Collection[str]) -> str:
    """One of these, as a tsquery."""
    return " | ".join(quoted(lexeme) for lexeme in lexemes)


def lexemes(texts: Iterable[str]) -> frozenset[str]:
    """All lexemes of some texts: what to mark where it is found."""
    found = {word.text for text in texts for word in words.cut(text)}
    words.learn(found)
    telling = {word for word in found if len(words.forms(word).small_in) < len(words.LETTERS)}
    return frozenset().union(*(_telling(word) for word in telling or found))


def _telling(word: str) -> frozenset[str]:
    """The lexemes of a word in the languages in which it is no small word."""
    known = words.forms(word)
    kept = [known.lexemes[letter] for letter in words.LETTERS if letter not in known.small_in]
    return frozenset().union(*kept) if kept else known.all


def _group(word: str, telling: Collection[str]) -> list[str]:
    known = words.forms(word)
    found: list[str] = []
    for letter in words.LETTERS:
        if letter in known.small_in and letter in telling:
            found.append(f"lang:{letter}")
        found += sorted(known.lexemes[letter])
    return found


def _in_order(found: Sequence[str], letter: str) -> str:
    return "(" + " <-> ".join(f"({any_of(sorted(words.forms(w).lexemes[letter]))})" for w in found) + ")"
