"""Words find each other in any form, with and without accents, and no others."""

import pytest

from tests.talk.search.words_of_the_trade import APART, DUTCH, ENGLISH, FRENCH, pairs
from vloot.talk.search import words

pytestmark = pytest.mark.django_db
TABLES = {"n": DUTCH, "f": FRENCH, "e": ENGLISH}
CASES = [(letter, one, other) for letter, table in TABLES.items() for one, other in pairs(table)]


def lexemes(letter: str, text: str) -> frozenset[str]:
    """What a word is compared by in one language."""
    return frozenset().union(*(words.forms(word.text).lexemes[letter] for word in words.cut(text)))


@pytest.mark.parametrize(("letter", "one", "other"), CASES)
def test_forms_of_one_word_meet(letter: str, one: str, other: str) -> None:
    assert lexemes(letter, one) & lexemes(letter, other)


@pytest.mark.parametrize(("one", "other"), pairs(APART))
def test_other_words_do_not(one: str, other: str) -> None:
    for letter in TABLES:
        assert not lexemes(letter, one) & lexemes(letter, other)


def test_the_tables_are_long_enough() -> None:
    count = {letter: len(pairs(table)) for letter, table in TABLES.items()}
    assert count["n"] >= 60
    assert count["f"] >= 60
    assert count["e"] >= 30
    assert len(pairs(APART)) >= 50


def test_a_lexeme_keeps_to_its_language() -> None:
    assert all(lexeme.startswith(f"{letter}:") for letter in TABLES for lexeme in lexemes(letter, "bicycles"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'eau d'une écluse", ["eau", "une", "écluse"]),
        ("collega's foto’s", ["collega", "foto"]),
        ("check-list SLR-204", ["check", "list", "slr", "204"]),
        ("zo'n j'ai", ["zo", "ai"]),
        ("x_y @bram.kok #kade", ["x", "y", "bram", "kok", "kade"]),
        ("", []),
        ("'’- \x00 …", []),
    ],
)
def test_what_counts_as_a_word(text: str, found: list[str]) -> None:
    assert [word.text for word in words.cut(text)] == found
    for word in words.cut(text):
        assert text[word.start : word.end].lower() == word.text
    assert words.all_in(text) == set(found)


def test_small_words_are_known_in_their_own_language() -> None:
    assert words.forms("de").small_in == {"n", "f"}
    assert words.forms("the").small_in == {"e"}
    assert words.forms("les").small_in == {"f"}
    assert words.forms("kraan").small_in == frozenset()


def test_what_was_forgotten_is_learnt_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """However little may be remembered, the words of a text that are looked for are found in it."""
    monkeypatch.setattr(words, "MOST_KEPT", 3)
    monkeypatch.setattr(words, "MOST_SAID", 2)
    texts = ["De fietsen van Bram", "Een kraan, een fiets", "Niets", "Fiets!"]
    for _time in range(3):
        for number in range(len(texts)):
            asked = texts[number:]
            wanted = words.forms("fiets").all
            met = words.that_meet(asked, wanted)
            assert met == {
                word for word in ("fietsen", "fiets") if any(word in words.all_in(one) for one in asked)
            }
            assert words.that_meet(asked, frozenset()) == set()
