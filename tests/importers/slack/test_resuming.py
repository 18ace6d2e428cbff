"""An import that is stopped in the middle, and one that meets what nobody foresaw."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from tests.importers.slack.export import ANNA, BRAM, bring, picture, said, state, write
from vloot.ground import clock
from vloot.ground.errors import Refused
from vloot.importers.slack import conversation
from vloot.people.models import Person
from vloot.talk.models import Post, Space
from vloot.talk.posts import acts as posts
from vloot.talk.posts.acts import PostDraft
from vloot.talk.spaces import acts as spaces
from vloot.talk.thanks import acts as thanks

pytestmark = pytest.mark.django_db


class StopError(Exception):
    """The plug is pulled."""


def days() -> dict[str, Any]:
    root = "1700000100.0"
    day = [
        said(ANNA, f"message {n} <@{BRAM}>", f"17000001{n:02}.0", reactions=[{"name": "+1", "users": [BRAM]}])
        for n in range(20)
    ]
    day += [said(BRAM, f"reply {n}", f"17000002{n:02}.0", thread_ts=root) for n in range(10)]
    day += [said(BRAM, "with a file", "1700000300.0", files=[{"id": "F00PLAN1", "name": "plan.png"}])]
    day += [said(BRAM, f"lost {n}", f"17000004{n:02}.0", thread_ts="1690000000.0") for n in range(5)]
    return {"quay/2023-11-15": day[:9], "quay/2023-11-16": day[9:]}


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(conversation, "BATCH", 7)
    return write(tmp_path / "x.zip", days(), extra={"__uploads/F00PLAN1/plan.png": picture()})


def once(path: Path) -> dict[str, Any]:
    """What one whole import leaves, looked at and undone."""
    with transaction.atomic():
        bring(path)
        found = state()
        transaction.set_rollback(True)
    return found


def stopping(act: Callable[..., Any], after: int) -> Callable[..., Any]:
    calls = iter(range(after))

    def stops(**arguments: Any) -> Any:
        found = act(**arguments)
        if next(calls, None) is None:
            raise StopError
        return found

    return stops


@pytest.mark.parametrize("after", [0, 1, 2, 3, 5, 8])
def test_stopped_and_started_again_is_the_same(path: Path, after: int, clock: object) -> None:
    whole = once(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(posts, "place_many", stopping(posts.place_many, after))
        with pytest.raises(StopError):
            bring(path)
    assert Post.objects.count() < len(whole["posts"])
    bring(path)
    assert state() == whole


@pytest.mark.parametrize("act", [(spaces, "open_many"), (spaces, "join_many"), (thanks, "appreciate_many")])
def test_wherever_it_stops(path: Path, act: tuple[object, str], clock: object) -> None:
    whole = once(path)
    room, name = act
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, name, stopping(getattr(room, name), 0))
        with pytest.raises(StopError):
            bring(path)
    bring(path)
    assert state() == whole


def test_settling_is_whole_or_not_at_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spaces, "join_many", stopping(spaces.join_many, 0))
    with pytest.raises(StopError):
        bring(path)
    assert not Person.objects.exists()
    assert not Space.objects.exists()


def test_one_refused_post_does_not_keep_the_others_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = posts.place_many

    def picky(*, by: Any, drafts: list[PostDraft]) -> list[Post]:
        if any("message 3 " in draft.body for draft in drafts):
            raise Refused("no", "not this one")
        return real(by=by, drafts=drafts)

    monkeypatch.setattr(posts, "place_many", picky)
    report = bring(path).report
    assert report.posts == 35
    assert [one.why for one in report.skipped] == ["refused: not this one", report.skipped[1].why]


def test_it_is_quick(tmp_path: Path) -> None:
    """A thousand posts take seconds, not minutes."""
    day = [said(ANNA, f"message {n} <@{BRAM}> *and* `code`", f"17000{n:05}.0") for n in range(1000)]
    begun = clock.now()
    bring(write(tmp_path / "x.zip", {"quay/1": day}))
    assert (clock.now() - begun).total_seconds() < 20
