"""Every act records an entry or is named, with its reason, among those that leave no trace. None is both or neither."""

import ast

import pytest

from tests.law import deeds
from vloot.logbook.kinds import KEPT
from vloot.logbook.unlogged import UNLOGGED

ACTS = deeds.acts()


def test_the_acts_are_found() -> None:
    assert {"talk.questions.answer", "people.invite", "company.found"} <= ACTS.keys()


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_recorded_or_unlogged_on_purpose(act: str) -> None:
    assert deeds.is_recorded(ACTS[act]) != (act in UNLOGGED), (
        "record one entry, or name the act in logbook/unlogged.py with the reason"
    )


def test_no_unlogged_act_is_gone() -> None:
    assert UNLOGGED.keys() <= ACTS.keys()
    assert all(len(reason.split()) >= 3 for reason in UNLOGGED.values())


def test_every_kind_is_used() -> None:
    said = {
        node.value
        for path in (deeds.SOURCE / "vloot").rglob("*.py")
        if path.name not in ("kinds.py", "wiring.py") and "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert KEPT.keys() <= said, "a kind that no act records is a promise nobody keeps"
