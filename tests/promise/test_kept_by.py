"""The page of promises names every guard that stands here, and leaves no promise out."""

from pathlib import Path

from vloot.web.pages.promises import PROMISES


def test_every_guard_is_named_by_its_promise() -> None:
    guards = {f"tests/promise/{path.name}" for path in Path(__file__).parent.glob("test_*.py")}
    assert guards - {f"tests/promise/{Path(__file__).name}"} == {
        promise.test for promise in PROMISES if promise.test
    }


def test_the_promises_are_all_there_in_their_order() -> None:
    assert [promise.number for promise in PROMISES] == list(range(1, 26))
