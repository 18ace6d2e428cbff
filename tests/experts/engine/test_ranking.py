"""Who is likely to know: by hand, and by what must hold whatever was asked."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vloot.experts.engine import ranking, terms
from vloot.experts.engine.ranking import ACCEPTED, OTHER, Credit, Document, Known, rank

PEOPLE = ["An", "Bo", "Cé", "Di"]
WORDS = ["factuur", "pomp", "lek", "vorklift", "planning"]
NOW = 100.0


def asked(id: str, text: str, *who: str, at: float = 90.0, worth: float = OTHER) -> Document:
    return Document(id, terms.of(text), at, [Credit(person, worth, at + 0.5) for person in who])


def names(found: list[Known]) -> list[str]:
    return [one.person for one in found]


credits = st.builds(
    Credit,
    st.sampled_from(PEOPLE),
    st.sampled_from([ACCEPTED, ranking.THANKED, OTHER]),
    st.floats(0, 120, allow_nan=False),
)
shelves = st.lists(
    st.builds(
        lambda words, at, found: Document("", words, at, found),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=6),
        st.floats(0, 120, allow_nan=False),
        st.lists(credits, max_size=3),
    ),
    max_size=8,
).map(lambda found: [one._replace(id=str(number)) for number, one in enumerate(found)])


def test_who_answered_the_same_comes_before_who_answers_more() -> None:
    documents = [
        asked("1", "Waarom lekt de pomp?", "An"),
        *(asked(f"b{n}", "Planning voor vrijdag", "Bo") for n in range(3)),
    ]
    found = rank(terms.of("De pomp lekt weer"), documents, NOW)
    assert names(found) == ["An", "Bo"]
    assert found[0].because == ("1",)
    assert names(ranking.band(found)) == ["An"]


def test_a_rare_word_says_more_than_a_frequent_one() -> None:
    documents = [
        asked("1", "factuur vorklift", "An"),
        asked("2", "factuur pomp", "Bo"),
        asked("3", "pomp planning", "Bo"),
        asked("4", "pomp planning", "Cé"),
    ]
    assert names(rank(terms.of("pomp vorklift"), documents, NOW))[0] == "An"


def test_what_was_known_long_ago_fades() -> None:
    documents = [asked("1", "de pomp", "An", at=NOW - 800), asked("2", "de pomp", "Bo", at=NOW - 10)]
    assert names(rank(terms.of("pomp"), documents, NOW)) == ["Bo", "An"]


def test_who_named_the_craft_is_in_the_band_without_having_answered() -> None:
    found = rank(terms.of("pomp"), [asked("1", "pomp", "An"), asked("2", "pomp", "Bo")], NOW, ["Di"])
    assert set(names(ranking.band(found, ["Di"]))) == {"An", "Bo", "Di"}
    assert names(rank(terms.of("pomp"), [asked("1", "pomp", "An", "Bo")], NOW, ["Bo"])) == ["Bo", "An"]


def test_nothing_is_known_of_nothing() -> None:
    assert rank(terms.of("pomp"), [], NOW) == []
    assert ranking.band(rank([], [asked("1", "pomp", "An")], NOW)) == []


@pytest.mark.parametrize(
    ("one", "other"), [("Facturen", "factuur"), ("élève", "ELEVES"), ("invoiceTotal", "invoice")]
)
def test_words_meet_in_other_forms(one: str, other: str) -> None:
    assert set(terms.of(one)) & set(terms.of(other))


@given(shelves, st.randoms(use_true_random=False))
def test_the_order_of_documents_says_nothing(documents: list[Document], chance: random.Random) -> None:
    mixed = list(documents)
    chance.shuffle(mixed)
    assert rank(["pomp"], mixed, NOW) == rank(["pomp"], documents, NOW)


@given(shelves)
def test_nothing_written_later_counts(documents: list[Document]) -> None:
    before = [
        one._replace(credits=[credit for credit in one.credits if credit.at < NOW])
        for one in documents
        if one.at < NOW
    ]
    # An answer to what was asked later cannot be from before; the generator does not know that.
    real = [
        one._replace(credits=[credit for credit in one.credits if credit.at >= one.at]) for one in documents
    ]
    kept = [one._replace(credits=[credit for credit in one.credits if credit.at >= one.at]) for one in before]
    later, earlier = rank(["pomp"], real, NOW), rank(["pomp"], kept, NOW)
    found = {one.person: one.score for one in later if one.score > 0}
    assert found == pytest.approx({one.person: one.score for one in earlier if one.score > 0})


@given(shelves, st.data())
def test_acceptance_never_lowers(documents: list[Document], draw: st.DataObject) -> None:
    given_ = [
        (n, k) for n, one in enumerate(documents) for k, credit in enumerate(one.credits) if credit.at < NOW
    ]
    if not given_:
        return
    n, k = draw.draw(st.sampled_from(given_))
    changed = list(documents[n].credits)
    person = changed[k].person
    changed[k] = changed[k]._replace(worth=max(ACCEPTED, changed[k].worth))
    after = [*documents[:n], documents[n]._replace(credits=changed), *documents[n + 1 :]]
    # Places may only be compared where the figures truly differ: equal ones are ordered by name.
    before_scores = {one.person: one.score for one in rank(["pomp"], documents, NOW)}
    after_scores = {one.person: one.score for one in rank(["pomp"], after, NOW)}
    for other in before_scores.keys() - {person}:
        if before_scores[person] > before_scores[other] + 1e-9:
            assert after_scores[person] > after_scores[other] - 1e-9
