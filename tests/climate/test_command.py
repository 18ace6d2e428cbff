"""`vloot climate`: JSON of good files; of bad ones every line, in the language of the terminal, and nothing else."""

import json
from pathlib import Path

import pytest

from vloot.cli import main


@pytest.fixture
def groups(tmp_path: Path) -> Path:
    path = tmp_path / "groups.csv"
    path.write_text("group,parent,answers\nCompany,,30\nA,Company,12\nB,Company,15\n", "utf-8")
    return path


def test_which_groups_may_be_shown(groups: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["climate", "publishable", str(groups)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["shown"], list(found["hidden"])) == (["Company", "B"], ["A"])


def test_every_bad_line_is_named_in_dutch(
    groups: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "nl_BE")
    groups.write_text("group,parent,answers\nCompany,,many\n,Company,7\n", "utf-8")
    assert main(["climate", "publishable", str(groups)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "regel 2: “many” is geen aantal antwoorden" in said.err
    assert "regel 3: “group” is leeg" in said.err


def test_what_is_no_chart_is_refused_in_words(groups: Path, capsys: pytest.CaptureFixture[str]) -> None:
    groups.write_text("group,parent,answers\nA,B,7\n", "utf-8")
    assert main(["climate", "publishable", str(groups)]) == 2
    assert "group “A” lies in “B”, which is not there" in capsys.readouterr().err


def test_no_minimum_under_five(groups: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["climate", "publishable", str(groups), "--minimum", "4"])
    assert "5 at least" in capsys.readouterr().err


def test_how_a_scale_hangs_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("a,b,team\n1,2,x\n2,1,x\n3,4,y\n4,3,y\n", "utf-8")
    assert main(["climate", "reliability", str(path), "--items", "a,b", "--group", "team"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["n"] == 4
    assert found["alpha"] == pytest.approx(0.75)
    assert {name: group["n"] for name, group in found["groups"].items()} == {"x": 2, "y": 2}
