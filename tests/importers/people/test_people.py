import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from vloot.ground.table import TableError
from vloot.importers.people import cli
from vloot.importers.people.table import Table
from vloot.logbook.models import Entry
from vloot.people.models import Person, Team

CHART = """naam;e-mail;afdeling;leidinggevende;functie;in dienst;kleur
Élodie Maes;elodie@vloot.example;Werf > Dek;;Directie;1-4-2019;rood
"Bos, Eduard";eduard@vloot.example;Dek;elodie@vloot.example;Kraan;2020-02-29;blauw
"""
pytestmark = pytest.mark.django_db


def bring(path: Path, capsys: Any, *flags: str) -> tuple[int, str]:
    parser = argparse.ArgumentParser()
    cli.add(parser.add_subparsers())
    args = parser.parse_args(["people", str(path), *flags])
    status = args.run_import(args)
    return status, capsys.readouterr().out


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    path = tmp_path / "chart.csv"
    path.write_text(CHART, "utf-8")
    return path


def test_a_dutch_spreadsheet_comes_in_once(chart: Path, capsys: Any) -> None:
    status, dry = bring(chart, capsys, "--dry-run")
    assert (status, Person.objects.count(), Team.objects.count()) == (0, 0, 0)
    assert "line 2: Élodie Maes: new" in dry
    assert "this was a dry run" in dry
    assert "kleur" in dry
    assert bring(chart, capsys)[0] == 0
    eduard = Person.objects.get(email="eduard@vloot.example")
    assert eduard.name == "Bos, Eduard"
    assert eduard.manager
    assert eduard.manager.name == "Élodie Maes"
    assert Team.objects.get(name="Dek").parent == Team.objects.get(name="Werf")
    entries = Entry.objects.count()
    assert "2 same" in bring(chart, capsys)[1]
    assert Entry.objects.count() == entries
    assert set(Entry.objects.values_list("origin", flat=True)) == {"import:people"}


def test_programs_get_json(chart: Path, capsys: Any) -> None:
    _, said = bring(chart, capsys, "--json")
    report = json.loads(said)
    assert (report["new"], report["bad"], report["is_refused"], report["ignored_columns"]) == (
        2,
        0,
        False,
        ["kleur"],
    )
    assert report["lines"][1] == {"line": 3, "name": "Bos, Eduard", "deed": "new", "words": ""}


def test_a_bad_row_is_told_by_its_line_and_nothing_comes_in(chart: Path, capsys: Any) -> None:
    chart.write_text(CHART + '\n"Zoë\nClaes";;Dek;;;\nGus;gus@vloot.example;;nobody;;\n', "utf-8")
    status, said = bring(chart, capsys)
    assert status == 1
    assert "line 5: Zoë Claes: bad (Write a user name" in said
    assert "line 7: Gus: bad (Nobody is called" in said
    assert "Nothing was changed" in said
    assert not Person.objects.exists()


def test_all_that_is_wrong_with_a_row_is_told_at_once(chart: Path, capsys: Any) -> None:
    chart.write_text(CHART + "Gus;nonsense;;nobody;;32-13-2020\n", "utf-8")
    _, said = bring(chart, capsys)
    told = next(line for line in said.splitlines() if line.startswith("line 4"))
    assert "is not a complete e-mail address" in told
    assert "Nobody is called" in told
    assert "32-13-2020" in told


def test_it_says_what_to_do_next(chart: Path, capsys: Any) -> None:
    assert "Leave out --dry-run" in bring(chart, capsys, "--dry-run")[1]
    assert "Next: let the new ones in." in bring(chart, capsys)[1]
    assert "Next:" not in bring(chart, capsys)[1], "nobody is new"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_whatever_the_spreadsheet_made_of_it(
    tmp_path: Path, encoding: str, separator: str, ending: str
) -> None:
    path = tmp_path / "chart.csv"
    rows = [("Name", "User name", "Équipe"), ("Élodie", "elodie", "Pont")]
    path.write_bytes(ending.join(separator.join(row) for row in rows).encode(encoding))
    (row,) = Table(path).rows()
    assert (row.line, row.name, row.username, row.team) == (2, "Élodie", "elodie", "Pont")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "must name the columns"),
        ("name,team\nEls,Deck\n", "must name the columns"),
        ("name,naam,email\n", "two columns mean the same"),
        ('name,email\n"Els,els@vloot.example\n', "not a row of a table"),
    ],
)
def test_what_is_no_table_is_said_so(tmp_path: Path, capsys: Any, text: str, words: str) -> None:
    path = tmp_path / "chart.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(TableError, match=words):
        list(Table(path).rows())
    assert bring(path, capsys)[0] == 2
    assert bring(tmp_path / "missing.csv", capsys)[0] == 2
