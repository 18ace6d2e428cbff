"""`vloot network analyse`: files as people save them, bad lines, and the figures that are known of public networks."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shared import DATA, needs
from vloot.cli import main


@pytest.fixture
def analysed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(ties: str | bytes, nodes: str | None = None, chart: str | None = None) -> dict[str, Any]:
        words = ["network", "analyse"]
        for name, text in (("ties", ties), ("nodes", nodes), ("chart", chart)):
            if text is not None:
                path = tmp_path / f"{name}.csv"
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
                words += [f"--{name}", str(path)] if name != "ties" else [str(path)]
        status = main(words)
        said = capsys.readouterr()
        if status:
            assert (status, said.out) == (2, "")
            return {"refused": said.err}
        found: dict[str, Any] = json.loads(said.out)
        return found

    return run


@pytest.fixture(autouse=True)
def _speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def test_ids_are_opaque(analysed: Any) -> None:
    found = analysed("source,target\n1,1.0\n01,1e0\nNA,null\n1,1\n")
    assert sorted(found["persons"]) == ["01", "1", "1.0", "1e0", "NA", "null"]
    assert found["self_ties"] == 1


@pytest.mark.parametrize(
    "ties",
    [
        "source,target,weight\na,b,2\na,b,\nc,a,0.5\n",
        "\ufeffsource;target;weight\r\na;b;2\r\na;b;\r\nc;a;0,5\r\n",
        'weight,"Target","SOURCE"\n2,"b",a\n1,b,"a"\n"0.5",a,c\n\n',
        "source\ttarget\tweight\tsince\na\tb\t3\t2020\nc\ta\t0.5\n",
        "source,target,weight\na,b,3\nc,a,.5".encode("utf-16"),
    ],
)
def test_files_as_spreadsheets_save_them(analysed: Any, ties: str | bytes) -> None:
    found = analysed(ties)
    assert (found["nodes"], found["arcs"]) == (3, 2)
    assert found["persons"]["b"]["pagerank"] == pytest.approx(0.474, abs=0.001)


def test_who_is_only_in_nodes_is_alone_and_a_cell_may_be_empty(analysed: Any) -> None:
    found = analysed("source,target\na,b\nb,c\n", nodes="id,team,site\na,x,\nb,x,1\nz,y,1\n")
    assert found["nodes"] == 4
    assert found["persons"]["z"]["constraint"] is None
    assert found["groups"]["team"]["inside_share"] == 1
    assert found["groups"]["site"]["inside_share"] is None


def test_the_chart(analysed: Any) -> None:
    found = analysed("source,target\na,b\nb,c\n", chart="person,manager\na,b\nb,a\nnew,b\nb,\n")
    assert found["chart"] == {"lines": 3, "lines_with_ties": 1, "pairs_with_ties": 2, "pairs_outside": 1}


@pytest.mark.parametrize(
    ("ties", "nodes", "words"),
    [
        ("", None, "the first line must name the columns: source, target"),
        ("a,b\nb,c\n", None, "line 1"),
        ("source,target\na\n", None, "line 2: “target” is empty"),
        ("source,target\na,b\n,b\n", None, "line 3: “source” is empty"),
        ("source,target,weight\na,b,-1\n", None, "line 2: “-1” is no weight"),
        ("source,target,weight\na,b,nan\n", None, "line 2: “nan” is no weight"),
        ("source,target,weight\na,b,0,7\n", None, "line 2: 4 cells"),
        ('source,target\n"a,b\n', None, "line 2"),
        ("source,source\na,b\n", None, "two columns"),
        ("source,target\na,b\n", "a,x\nb,y\n", "line 1: “a” is somebody in the ties"),
        ("source,target\na,b\n", "id,team\na,x\nb,y\na,z\n", "line 4: “a” stands in line 2 already"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(
    analysed: Any, ties: str, nodes: str | None, words: str
) -> None:
    assert words in analysed(ties, nodes=nodes)["refused"]


def test_all_bad_lines_are_named_up_to_twenty(analysed: Any) -> None:
    said = analysed("source,target\n" + "a,\n" * 25)["refused"].splitlines()
    assert len(said) == 21
    assert said[-1].endswith("and 5 more bad lines")


def test_it_speaks_the_language_of_the_terminal(analysed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "nl_BE")
    assert "regel 2: “target” is leeg" in analysed("source,target\na\n")["refused"]
    monkeypatch.setenv("LANGUAGE", "fr")
    assert "ligne 2" in analysed("source,target\na\n")["refused"]


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["network", "analyse", "/nowhere/ties.csv"]) == 2
    assert "/nowhere/ties.csv cannot be read" in capsys.readouterr().err


def test_only_the_header_is_an_empty_network(analysed: Any) -> None:
    assert analysed("source,target\n")["nodes"] == 0


def _plain(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _as_csv(head: str, path: Path) -> str:
    return "\n".join([head, *(",".join(line.split()) for line in _plain(path).splitlines() if line.strip())])


@needs("krackhardt_hightech")
def test_krackhardts_managers(analysed: Any) -> None:
    folder = DATA / "krackhardt_hightech"
    lines = _plain(folder / "reportto.csv").splitlines()[1:]
    chart = "person,manager\n" + "\n".join(",".join(line.split(",")[:2]) for line in lines)
    found = analysed(_plain(folder / "advice.csv"), _plain(folder / "nodes.csv"), chart)
    persons = found["persons"]
    assert [persons[p]["in_degree"] for p in ("A02", "A18", "A21")] == [18, 15, 15]
    assert persons["A18"]["betweenness"] == pytest.approx(88.92, abs=0.005)
    assert persons["A21"]["betweenness"] == pytest.approx(60.13, abs=0.005)
    assert min(persons, key=lambda p: persons[p]["constraint"]) == "A18"
    assert persons["A18"]["constraint"] == pytest.approx(0.192, abs=0.0005)
    assert persons["A21"]["pagerank"] == pytest.approx(0.164, abs=0.0005)
    assert found["chart"] == {
        "lines": 20,
        "lines_with_ties": 19,
        "pairs_with_ties": 145,
        "pairs_outside": 125,
    }


@needs("email_eu_core")
def test_the_mail_of_an_institute(analysed: Any) -> None:
    folder = DATA / "email_eu_core"
    ties = _as_csv("source,target", folder / "email-Eu-core.txt")
    found = analysed(ties, _as_csv("id,department", folder / "email-Eu-core-department-labels.txt"))
    assert (found["nodes"], found["arcs"] + found["self_ties"]) == (1005, 25571)
    assert found["components"] == {"weak": 986, "strong": 803}
    assert found["groups"]["department"]["modularity"] == pytest.approx(0.288, abs=0.0005)
    assert found["communities"]["modularity"] == pytest.approx(0.417, abs=0.001)


@needs("lazega_lawfirm")
def test_offices_divide_the_friends_among_lawyers(analysed: Any) -> None:
    folder = DATA / "lazega_lawfirm"
    found = analysed(_plain(folder / "friendship.csv"), _plain(folder / "nodes.csv"))["groups"]
    assert found["Office"]["assortativity"] == pytest.approx(0.601, abs=0.0005)
    assert max(found, key=lambda name: found[name]["assortativity"] or -1) == "Office"
    assert found["Practice"]["assortativity"] < 0.2
