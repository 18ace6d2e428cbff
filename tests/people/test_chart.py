from collections.abc import Iterable, Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.people.cast import HOUSE
from tests.stage import Clock
from vloot.ground.errors import Refused
from vloot.people import acts
from vloot.people.actor import Actor
from vloot.people.chart.rows import ChartReport, ChartRow
from vloot.people.models import Person, Team

Cast = dict[str, Actor]


def bring(rows: Iterable[dict[str, str]], *, is_dry_run: bool = False) -> ChartReport:
    numbered = [ChartRow(line=line, **row) for line, row in enumerate(rows, 2)]
    return acts.import_people_many(by=HOUSE, rows=numbered, is_dry_run=is_dry_run)


def everything() -> Sequence[object]:
    columns = [field.name for field in Person._meta.fields if field.name not in ("id", "password", "buddy")]
    people = Person.objects.order_by("id").values(*columns)
    return [*people, *Team.objects.order_by("id").values()]


CHART = (
    {
        "name": "Els Peeters",
        "username": "els",
        "team": "Ship > Deck",
        "function": "Mate",
        "joined": "2019-04-01",
    },
    {
        "name": "Fons Maes",
        "email": "fons@vloot.example",
        "team": "Deck",
        "manager": "els",
        "joined": "01-03-2020",
    },
    {"name": "Anna Jansen", "username": "anna@vloot.example", "team": "Ship", "manager": "Els Peeters"},
)


def test_the_chart_comes_in(cast: Cast) -> None:
    report = bring(CHART)
    assert [(line.line, line.deed) for line in report.lines] == [(2, "new"), (3, "new"), (4, "changed")]
    assert report.lines[2].words == "team, manager"
    assert report.new_teams == ["Ship", "Deck"]
    els, fons = Person.objects.get(username="els"), Person.objects.get(username="fons")
    anna = Person.objects.get(id=cast["anna"].person_id)
    assert (fons.manager, anna.manager, els.manager) == (els, els, None)
    assert fons.team == els.team == Team.objects.get(slug="deck", parent__slug="ship")
    assert (els.function, els.joined_on, fons.joined_on) == ("Mate", date(2019, 4, 1), date(2020, 3, 1))
    assert anna.function == "", "what is empty stays as it was"
    assert not els.has_usable_password()


def test_a_dry_run_says_the_same_and_writes_nothing(cast: Cast) -> None:
    before = everything()
    dry = bring(CHART, is_dry_run=True)
    assert everything() == before
    assert dry.lines == bring(CHART).lines


def test_twice_changes_nothing(cast: Cast) -> None:
    bring(CHART)
    before = everything()
    again = bring(CHART)
    assert {line.deed for line in again.lines} == {"same"}
    assert everything() == before


BAD: dict[str, tuple[list[dict[str, str]], set[int], str]] = {
    "no way to know who": ([{"name": "Els"}], {2}, "user name or an e-mail"),
    "no name": ([{"username": "els"}], {2}, "name is missing"),
    "a user name nobody can type": ([{"name": "Élodie", "username": "élodie"}], {2}, "cannot be used"),
    "half an address": ([{"name": "Els", "email": "els@"}], {2}, "not a complete"),
    "no date": ([{"name": "Els", "username": "els", "joined": "last spring"}], {2}, "not a date"),
    "twice in the file": (
        [{"name": "Els", "username": "els"}, {"name": "Els P", "username": "ELS"}],
        {2, 3},
        "Two people",
    ),
    "two people in one row": (
        [{"name": "X", "username": "bram", "email": "anna@vloot.example"}],
        {2},
        "two different",
    ),
    "nobody's manager": ([{"name": "Els", "username": "els", "manager": "gus"}], {2}, "Nobody is called"),
    "a circle": (
        [
            {"name": "Els", "username": "els", "manager": "fons"},
            {"name": "Fons", "username": "fons", "manager": "gus"},
            {"name": "Gus", "username": "gus", "manager": "els"},
            {"name": "Hans", "username": "hans", "manager": "gus"},
        ],
        {2, 3, 4},
        "own manager",
    ),
    "a namesake as manager": (
        [
            {"name": "Jan Smit", "username": "jan1"},
            {"name": "Jan Smit", "username": "jan2"},
            {"name": "Els", "username": "els", "manager": "jan smit"},
        ],
        {4},
        "Several people",
    ),
    "one team name twice": (
        [
            {"name": "Els", "username": "els", "team": "North > Sales"},
            {"name": "Fons", "username": "fons", "team": "South > Sales"},
            {"name": "Gus", "username": "gus", "team": "Sales"},
        ],
        {4},
        "several teams",
    ),
    "too long": ([{"name": "E" * 161, "username": "els"}], {2}, "longer than"),
}


@pytest.mark.parametrize("case", BAD)
def test_one_bad_row_keeps_the_whole_file_out(cast: Cast, case: str) -> None:
    rows, bad, words = BAD[case]
    before = everything()
    report = bring([*rows, {"name": "Zoë Good", "username": "zoe"}])
    assert {line.line for line in report.lines if line.deed == "bad"} == bad
    assert all(words in line.words for line in report.lines if line.deed == "bad")
    assert report.is_refused
    assert everything() == before


def test_who_has_left_and_bots_are_not_brought_back_by_a_file(cast: Cast) -> None:
    acts.deactivate(by=cast["ada"], person_id=cast["bram"].person_id)
    acts.place_many(
        by=HOUSE, drafts=[acts.PersonDraft(external_key="b", name="Bell", username="bell", kind="bot")]
    )
    report = bring([{"name": "Bram", "username": "bram"}, {"name": "Bell", "username": "bell"}])
    assert [line.deed for line in report.lines] == ["bad", "bad"]


def test_a_name_from_an_import_becomes_a_person(cast: Cast) -> None:
    acts.place_many(by=HOUSE, drafts=[acts.PersonDraft(external_key="x", name="Els", kind="placeholder")])
    report = bring([{"name": "Els Peeters", "username": "els"}])
    assert report.lines[0].deed == "changed"
    assert Person.objects.get(external_key="x").kind == "human"


def test_only_newcomers_get_a_buddy(cast: Cast, clock: Clock) -> None:
    bring(
        [
            {"name": "Els", "username": "els", "joined": "2026-02-23"},
            {"name": "Fons", "username": "fons", "joined": "2012-02-23"},
        ]
    )
    assert Person.objects.get(username="els").buddy_id
    assert Person.objects.get(username="fons").buddy_id is None


def test_members_do_not_import(cast: Cast) -> None:
    for name in ("anna", "chris", "dana"):
        with pytest.raises(Refused):
            acts.import_people_many(by=cast[name], rows=[])


NAMES = st.sampled_from(["", "Els", "Élodie", "Jan Smit", "jan smit", "Bram"])
LOGINS = st.sampled_from(["", "els", "jan", "ELS", "bram", "anna@vloot.example", "new@vloot.example"])
ROW = st.fixed_dictionaries(
    {
        "name": NAMES,
        "username": LOGINS,
        "email": st.sampled_from(["", "new@vloot.example", "jan@vloot.example", "ANNA@vloot.example"]),
        "team": st.sampled_from(
            ["", "Deck", "deck", "Ship > Deck", "Ship", ">", "Quay > Deck", "Deck > Ship"]
        ),
        "manager": st.sampled_from(["", "els", "bram", "Jan Smit", "jan@vloot.example", "nobody"]),
        "joined": st.sampled_from(["", "2026-01-31", "31/01/2026", "31-02-2026"]),
    }
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(ROW, max_size=5), min_size=1, max_size=2))
def test_whatever_the_files_each_counts_once_or_not_at_all(
    cast: Cast, files: list[list[dict[str, str]]]
) -> None:
    from django.db import transaction

    with transaction.atomic():
        for rows in files:
            before = everything()
            dry = bring(rows, is_dry_run=True)
            assert everything() == before
            first = bring(rows)
            assert first.lines == dry.lines
            after = everything()
            if first.is_refused:
                assert after == before
                continue
            again = bring(rows)
            assert {line.deed for line in again.lines} <= {"same"}
            assert everything() == after
        transaction.set_rollback(True)
