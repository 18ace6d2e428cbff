"""The evaluation: its figures by hand, what a question may see, the command, and real questions where they are there."""

import gzip
import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.shared import DATA, needs
from vloot.cli import main
from vloot.experts.engine import evaluation, questions

QUESTIONS = DATA / "lean_zulip" / "is_there_code_train.jsonl.gz"
SPLIT = "2024-05-29T05:25:22Z"


def line(id: str, day: int, text: str, asker: str, *answers: str, accepted: bool = False) -> dict[str, Any]:
    return {
        "id": id,
        "time": f"2026-03-{day:02}T09:00:00Z",
        "text": text,
        "asker": asker,
        "answers": [
            {"by": who, "time": f"2026-03-{day:02}T10:00:00Z", "text": "", "accepted": accepted}
            for who in answers
        ],
    }


HISTORY = [
    line("1", 1, "Waarom lekt de pomp?", "Zed", "An"),
    line("2", 2, "Planning van vrijdag?", "Zed", "Bo"),
    line("3", 3, "Planning van zaterdag?", "Zed", "Bo"),
    line("4", 4, "Planning van maandag?", "Bo", "Cé", "Bo"),
]
LATER = [
    line("5", 20, "Lekt er weer een pomp?", "Zed", "An"),
    line("6", 21, "Nog een pomp", "An", "Nieuw"),
    line("7", 22, "De planning", "Bo", "An", "Bo"),
]


def written(tmp_path: Path, lines: list[dict[str, Any]], name: str = "questions.jsonl") -> Path:
    path = tmp_path / name
    octets = "\n".join(json.dumps(one) for one in lines).encode()
    path.write_bytes(gzip.compress(octets) if name.endswith(".gz") else octets)
    return path


def figures(path: Path, capsys: pytest.CaptureFixture[str], split: str = "2026-03-10") -> dict[str, Any]:
    assert main(["evaluate", "experts", str(path), "--split", split, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_figures_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = figures(written(tmp_path, LATER + HISTORY), capsys)
    # An, Bo and Cé had answered somebody; "6" was answered by nobody who had; what Bo says to himself is no answer.
    assert (found["questions"], found["candidates"]) == (2, 3)
    # The busiest: "5" Bo, An; "7" (An has two, Bo asks) An.
    assert found["baseline"]["mrr"] == pytest.approx((1 / 2 + 1) / 2)
    assert found["baseline"]["success_at_1"] == 0.5
    assert found["mrr"] == 1.0
    assert found["load_top5"] == 1.0


def test_who_counts_goes_by_when_they_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Candidates are those whose answer is from before the split. The real archive's own count (801 questions, 299 people) goes by when
    the question was asked, and without the program that writes there; ours (811, 293) is the definition we were given."""
    late = line("late", 1, "Wie heeft de sleutel?", "Zed", "Di")
    late["answers"][0]["time"] = "2026-03-15T10:00:00Z"
    found = figures(written(tmp_path, [*HISTORY, late, line("8", 23, "De sleutel?", "Zed", "Di")]), capsys)
    assert (found["questions"], found["candidates"]) == (0, 3)


def test_packed_is_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = figures(written(tmp_path, HISTORY + LATER), capsys)
    assert figures(written(tmp_path, HISTORY + LATER, "q.jsonl.gz"), capsys) == plain


def test_a_question_sees_nothing_that_came_after_it(tmp_path: Path) -> None:
    asked = [*HISTORY, line("5", 20, "Lekt er weer een pomp?", "Zed", "Cé")]
    later = [line(f"l{n}", 21, "pomp pomp lekt", "Zed", "Cé") for n in range(5)]
    split = questions.days(datetime(2026, 3, 10, tzinfo=UTC))
    only = evaluation.evaluate(questions.read(written(tmp_path, asked)), split)
    # The later ones are asked too, but nobody who had answered is relevant to them: Cé is replaced by somebody new.
    for one in later:
        one["answers"][0]["by"] = "Nieuw"
    assert evaluation.evaluate(questions.read(written(tmp_path, asked + later)), split) == only


@pytest.mark.parametrize("broken", ["{", '{"id": 1}', '{"id": "1", "time": "x", "text": "", "asker": "a"}'])
def test_a_broken_line_is_named(tmp_path: Path, broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text(json.dumps(HISTORY[0]) + "\n" + broken)
    assert main(["evaluate", "experts", str(path), "--split", "2026-03-10"]) == 2
    assert "line 2" in capsys.readouterr().err
    assert main(["evaluate", "experts", str(tmp_path / "none"), "--split", "2026-03-10"]) == 2


def test_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["evaluate", "experts", str(written(tmp_path, HISTORY + LATER)), "--split", "2026-03-10"]) == 0
    )
    assert "2 questions, 3 people" in capsys.readouterr().out


@needs("lean_zulip/is_there_code_train.jsonl.gz")
def test_real_questions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    began = time.monotonic()
    found = figures(written(tmp_path, _from_threads(), "q.jsonl.gz"), capsys, SPLIT)
    assert 780 <= found["questions"] <= 820
    assert found["mrr"] >= 0.43
    assert found["mrr"] >= found["baseline"]["mrr"] + 0.03
    assert found["load_top5"] < found["baseline"]["load_top5"]
    assert time.monotonic() - began < 300


def _from_threads() -> list[dict[str, Any]]:
    """Threads as the archive has them: the first message asks, what others write after it answers."""
    found = []
    with gzip.open(QUESTIONS, "rt") as lines:
        for thread in map(json.loads, lines):
            first, *others = sorted(thread["messages"], key=lambda message: (message["ts"], message["id"]))
            found.append(
                {
                    "id": first["id"],
                    "time": _moment(first["ts"]),
                    "text": f"{thread['topic']}\n{first['text']}",
                    "asker": first["sender"],
                    "answers": [
                        {"by": one["sender"], "time": _moment(one["ts"]), "text": one["text"]}
                        for one in others
                    ],
                }
            )
    return found


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()
