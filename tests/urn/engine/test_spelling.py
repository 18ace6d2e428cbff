"""Octets as words that can be read aloud."""

from hypothesis import given
from hypothesis import strategies as st

from vloot.urn.engine import spelling


def test_the_words_are_those_of_the_paper() -> None:
    # 127.0.0.1 and 63.84.220.193, from arXiv 0901.4016
    assert spelling.spell(bytes([127, 0, 0, 1])) == ["lusab", "babad"]
    assert spelling.spell(bytes([63, 84, 220, 193])) == ["gutih", "tugad"]


@given(st.lists(st.binary(min_size=2, max_size=2), min_size=1, unique=True, max_size=50))
def test_other_octets_are_other_words(some: list[bytes]) -> None:
    words = [spelling.spell(one)[0] for one in some]
    assert len(set(words)) == len(some)
    assert all(spelling.letters(word) == word for word in words)


def test_however_it_is_typed_it_is_the_same() -> None:
    for typed in ("lusab-babad", "LUSAB BABAD", " lusab\t–babad. ", "lu sab ba bad"):
        assert spelling.letters(typed) == "lusabbabad"
    for other in ("", "lusabx", "1usab", "lusab" * 100, "lüsab"):
        assert spelling.letters(other) in ("", "lusab" * 40)


def test_a_fingerprint_is_six_words() -> None:
    assert len(spelling.fingerprint(b"a key")) == 6
    assert spelling.fingerprint(b"a key") != spelling.fingerprint(b"another")
