"""What was typed, taken apart, understood and said back."""

from datetime import date

import pytest

from tests.world import World
from vloot.ground.text import detect, spoken
from vloot.talk.search import completing, dates, meaning, query, saying
from vloot.talk.search.query import Term

TODAY = date(2026, 5, 5)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("pump leak", [Term("pump"), Term("leak")]),
        ('"new crane" -old', [Term("new crane", is_phrase=True), Term("old", is_not=True)]),
        (
            'van:"Bram Kok" de:anna from:@eva',
            [Term("Bram Kok", "from"), Term("anna", "from"), Term("eva", "from")],
        ),
        ("soort:vraag genre:question", [Term("vraag", "kind"), Term("question", "kind")]),
        ("#Deck tag:hull -#old", [Term("deck", "tag"), Term("hull", "tag"), Term("old", "tag", is_not=True)]),
        ("https://vloot.example/x foo:bar", [Term("https://vloot.example/x"), Term("foo:bar")]),
        ('from: "" - # "unclosed is fine', [Term("unclosed is fine", is_phrase=True)]),
    ],
)
def test_what_was_typed(typed: str, terms: list[Term]) -> None:
    assert list(query.parse(typed).terms) == terms


@pytest.mark.parametrize(
    ("typed", "first", "end"),
    [
        ("2026", date(2026, 1, 1), date(2027, 1, 1)),
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1)),
        ("2026-03-01", date(2026, 3, 1), date(2026, 3, 2)),
        ("1-3-2026", date(2026, 3, 1), date(2026, 3, 2)),
        ("31/12", date(2025, 12, 31), date(2026, 1, 1)),
        ("maart", date(2026, 3, 1), date(2026, 4, 1)),
        ("Août", date(2025, 8, 1), date(2025, 9, 1)),
        ("3-mars-2025", date(2025, 3, 3), date(2025, 3, 4)),
        ("gisteren", date(2026, 5, 4), date(2026, 5, 5)),
        ("today", date(2026, 5, 5), date(2026, 5, 6)),
    ],
)
def test_days_as_people_type_them(typed: str, first: date, end: date) -> None:
    assert dates.read(typed, TODAY) == (first, end)


@pytest.mark.parametrize(
    "typed", ["99/99", "32-1-2020", "0001-01-01", "9999", "soon", "", "-", "0-0", "13-2026"]
)
def test_what_is_no_day(typed: str) -> None:
    assert dates.read(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "kind:question pump from:bram in:quay after:2026-03-01",
            "Questions about “pump” by Bram Desmet in Quay since 1 March 2026",
        ),
        ("tide -spring", "Everything about “tide” without “spring”"),
        ("is:open #deck has:file", "Open questions with #deck with a file"),
        ("on:2026-03-01", "Everything on 1 March 2026"),
        ("after:2026-03-01 before:2026-04-01 x", "Everything about “x” from 1 March 2026 to 31 March 2026"),
        ("a b c", "Everything about “a”, “b” and “c”"),
        ("", ""),
    ],
)
def test_it_is_said_back(world: World, typed: str, said: str) -> None:
    meant = meaning.of(world.actor(world.anna), query.parse(typed), today=TODAY, zone=None)
    assert saying.said(meant) == said


def test_what_cannot_be_is_said_too(world: World) -> None:
    typed = "from:nobody in:nowhere after:soon kind:odd has:gold"
    meant = meaning.of(world.actor(world.anna), query.parse(typed), today=TODAY, zone=None)
    assert meant.is_nothing
    assert len(meant.notes) == 5
    assert all(
        any(word in note for note in meant.notes) for word in ("nobody", "nowhere", "soon", "odd", "gold")
    )


def test_the_last_thing_typed_is_completed(world: World) -> None:
    anna = world.actor(world.anna)
    assert [one.insert for one in completing.complete(anna, "pump from:br")] == ["pump from:bram "]
    assert [one.insert for one in completing.complete(anna, "in:qu")] == ["in:quay "]
    assert [one.name for one in completing.complete(anna, "kind:qu")] == ["kind:question"]
    assert [(one.name, one.link) for one in completing.complete(anna, "qua")] == [
        ("Quay", f"/s/{world.quay.slug}/")
    ]
    assert [one.name for one in completing.complete(anna, "bra")] == ["Bram Desmet"]
    assert completing.complete(anna, "from:eva") == []  # who has left can be asked for, and is not offered
    assert completing.complete(world.actor(world.dana), "ann") == []  # a guest meets who shares a space
    assert completing.complete(anna, "b") == completing.complete(anna, "bram ") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Wie heeft de sleutel?"), ("nl", "Kraan kapot"), ("nl", "Bedankt!"), ("nl", "Fietsen staan buiten"), ("nl", "Goeiemorgen"),
        ("nl", "Vergadering verplaatst naar dinsdag"), ("nl", "Nieuwe veiligheidsschoenen"), ("nl", "Schroeven op"),
        ("fr", "Qui a la clé ?"), ("fr", "Réunion déplacée à mardi"), ("fr", "Merci !"), ("fr", "C'est réparé"), ("fr", "L'échelle, svp"),
        ("fr", "Panne résolue"), ("fr", "D'accord"), ("fr", "Nouvelles chaussures de sécurité"),
        ("en", "Who has the key?"), ("en", "Meeting moved to Tuesday"), ("en", "Thanks!"), ("en", "It's fixed"), ("en", "Working on it"),
        ("en", "Does anyone have a ladder?"), ("en", "Good morning everyone"),
    ],
)  # fmt: skip
def test_short_texts_have_a_language(language: str, text: str) -> None:
    assert detect(text) == language
    assert language in spoken(text)


def test_what_is_not_clear_may_be_any() -> None:
    assert spoken("Storing opgelost") == ("nl", "fr", "en")
    assert spoken("De sleutel van de poort ligt niet meer op de plank in het magazijn") == ("nl",)
    assert spoken("") == spoken("SLR-204") == ("nl", "fr", "en")
