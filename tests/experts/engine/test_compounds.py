"""Words written as one and written apart: by hand, and by what must hold whatever is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.experts.engine.test_ranking import NOW, asked, names
from vloot.experts.engine import compounds, terms
from vloot.experts.engine.ranking import rank

DUTCH = st.sampled_from(["kraan", "sensor", "haven", "schip", "lading", "boek", "kast", "motor", "olie"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kraan sensor", "Kraansensoren"),
        ("boek kast", "boekenkast"),
        ("scheep werf", "scheepswerf"),
        ("time sheet", "timesheets"),
        ("motor olie kraan", "motoroliekraan"),
        ("wi-fi", "wifi"),
        ("porte-monnaie", "portemonnaie"),
    ],
)
def test_written_apart_or_as_one_it_is_found_both_ways(one: str, other: str) -> None:
    for asked_for, written in ((one, other), (other, one)):
        documents = [asked("1", written, "An"), asked("2", "planning vrijdag", "Bo")]
        known = {person.person: person.evidence for person in rank(terms.of(asked_for), documents, NOW)}
        assert known["An"] > 0, (asked_for, written)
        assert known["Bo"] == 0


def test_a_word_is_taken_apart_only_where_its_parts_were_written() -> None:
    assert compounds.parts("vergadering", {"ring", "planning"}.__contains__) == ()
    assert compounds.parts("kraansensoren", {"kraan", "sensor"}.__contains__) == ("kraan", "sensor")
    documents = [asked("1", "een ring voor de kraan", "An"), asked("2", "vergadering", "Bo")]
    assert names(rank(terms.of("vergadering"), documents, NOW))[0] == "Bo"
    assert rank(terms.of("vergaderingen"), documents[:1], NOW)[0].evidence == 0


def test_what_was_written_later_takes_nothing_apart() -> None:
    early = asked("1", "de sensor", "An", at=80.0)
    late = asked("2", "de kraan", "Bo", at=NOW + 1)
    assert all(one.evidence == 0 for one in rank(terms.of("havensensor"), [early, late], NOW))
    assert rank(terms.of("kraansensor"), [early, late], NOW) == rank(terms.of("kraansensor"), [early], NOW)


@given(st.lists(DUTCH, min_size=2, max_size=3), st.sampled_from(compounds.LINKS))
def test_parts_of_a_word_put_together_are_found_again(words: list[str], link: str) -> None:
    found = compounds.parts(link.join(words), set(words).__contains__)
    assert found
    assert set(found) <= set(words)


@given(st.text("aekrnsb", max_size=24))
def test_parts_lie_in_the_word(word: str) -> None:
    assert compounds.parts(word, lambda part: False) == ()
    for first, second in compounds.splits(word):
        assert word.startswith(first)
        assert word.endswith(second)
        assert min(len(first), len(second)) >= compounds.LEAST
