"""Threads that begin late, nowhere, or in each other."""

from pathlib import Path

import pytest

from tests.importers.slack.export import ANNA, BRAM, TEAM, Raw, bring, said, state, write
from vloot.importers.slack import conversation
from vloot.talk.models import Post

pytestmark = pytest.mark.django_db


def shape() -> dict[str, str]:
    """The text of each post with the text of what it replies to."""
    posts = Post.objects.order_by("id").values_list("source", "parent__source")
    return {source: parent or "" for source, parent in posts}


def test_a_broadcast_counts_once(tmp_path: Path) -> None:
    root = "1700000100.0"
    day = [
        said(ANNA, "begin", root, thread_ts=root),
        said(BRAM, "reply", "1700000200.0", thread_ts=root),
        said(
            BRAM,
            "to all",
            "1700000300.0",
            thread_ts=root,
            subtype="thread_broadcast",
            root={"text": "begin", "ts": root},
        ),
        said(
            BRAM,
            "to all",
            "1700000300.0",
            thread_ts=root,
            subtype="thread_broadcast",
            root={"text": "begin", "ts": root},
        ),
    ]
    report = bring(write(tmp_path / "x.zip", {"quay/1": day})).report
    assert (report.posts, report.threads, len(report.skipped)) == (3, 1, 1)
    assert shape() == {"begin": "", "reply": "begin", "to all": "begin"}


def test_a_reply_may_stand_before_its_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversation, "BATCH", 1)
    root = "1700000100.0"
    day = [said(BRAM, "reply", "1700000200.0", thread_ts=root), said(ANNA, "begin", root, thread_ts=root)]
    report = bring(write(tmp_path / "x.zip", {"quay/1": day})).report
    assert (report.posts, report.threads, report.skipped) == (2, 1, [])
    assert shape() == {"begin": "", "reply": "begin"}


def lost_thread() -> list[Raw]:
    gone = "1700000000.0"
    return [
        said(BRAM, text, f"170000010{n}.0", thread_ts=gone)
        for n, text in enumerate(["first", "second", "third"])
    ]


@pytest.mark.parametrize("batch", [1, 2, 500])
def test_a_thread_without_beginning_stays_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(conversation, "BATCH", batch)
    path = write(tmp_path / "x.zip", {"quay/1": lost_thread()})
    report = bring(path).report
    assert (report.posts, report.threads, [one.where for one in report.skipped]) == (3, 1, ["quay/1.json:2"])
    assert shape() == {"first": "", "second": "first", "third": "first"}
    before = state()
    assert bring(path).report.already_present == 3
    assert state() == before


def test_a_later_export_goes_on_in_the_same_thread(tmp_path: Path) -> None:
    root = "1700000100.0"
    bring(write(tmp_path / "x.zip", {"quay/1": [said(ANNA, "begin", root)]}))
    later = write(tmp_path / "y.zip", {"quay/2": [said(BRAM, "reply", "1700000200.0", thread_ts=root)]})
    dry = bring(later, is_dry_run=True).report
    report = bring(later).report
    assert (report.posts, report.threads, report.already_present, report == dry) == (1, 1, 0, True)
    assert Post.objects.get(external_key=f"slack:{TEAM}:C0QUAY:{root}").reply_count == 1


def test_threads_that_begin_in_each_other_come_in(tmp_path: Path) -> None:
    one, two = "1700000100.0", "1700000200.0"
    day = [said(ANNA, "one", one, thread_ts=two), said(BRAM, "two", two, thread_ts=one)]
    dry = bring(write(tmp_path / "x.zip", {"quay/1": day}), is_dry_run=True).report
    report = bring(tmp_path / "x.zip").report
    assert report.posts == 2
    assert report == dry
