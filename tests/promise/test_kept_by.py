"""Every promise that the page says is guarded is guarded by a test that is there."""

import ast
from pathlib import Path

import vloot
from vloot.web.pages.promises import PROMISES

ROOT = Path(vloot.__file__).resolve().parents[2]


def test_every_test_a_promise_names_is_there() -> None:
    named = {promise.test for promise in PROMISES if promise.test}
    assert len(named) >= 7
    for path in named:
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        assert any(
            isinstance(node, ast.FunctionDef) and node.name.startswith("test_") for node in tree.body
        ), path


def test_every_guard_is_named_by_its_promise() -> None:
    guards = {f"tests/promise/{path.name}" for path in Path(__file__).parent.glob("test_*.py")}
    assert guards - {f"tests/promise/{Path(__file__).name}"} == {
        promise.test for promise in PROMISES if promise.test
    }


def test_the_promises_are_all_there_in_their_order() -> None:
    assert [promise.number for promise in PROMISES] == list(range(1, 26))
