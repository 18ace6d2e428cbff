"""Files: with their bytes, without them, and bytes that are no good."""

from pathlib import Path
from typing import Any

import pytest

from tests.importers.slack.export import ANNA, BRAM, bring, picture, said, write
from vloot.ground.text import LIMIT
from vloot.talk.models import File, Post

pytestmark = pytest.mark.django_db
PLAN = {
    "id": "F00PLAN1",
    "name": "plan.png",
    "title": "The plan",
    "permalink": "https://crew.slack.com/files/plan",
}
LIST = {
    "id": "F00LIST1",
    "name": "list.txt",
    "title": "a &amp; b",
    "mode": "snippet",
    "preview": "one\n```\ntwo",
}


def day(*files: Any, **more: Any) -> dict[str, Any]:
    return {"quay/1": [said(ANNA, "see", "1700000100.0", files=list(files), **more)]}


@pytest.mark.parametrize("name", ["__uploads/F00PLAN1/plan.png", "quay/attachments/F00PLAN1-plan.png"])
def test_bytes_in_the_export_are_kept(tmp_path: Path, name: str) -> None:
    report = bring(write(tmp_path / "x.zip", day(PLAN), extra={name: picture()})).report
    stored, post = File.objects.get(), Post.objects.get()
    assert (report.files, post.source) == (1, "see")
    assert (stored.post_id, stored.name, stored.alt, stored.width) == (post.id, "plan.png", "The plan", 4)
    assert stored.owner.username == "anna"


def test_bytes_in_a_folder_beside_it_are_kept(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "F00PLAN1.png").write_bytes(picture())
    bring(write(tmp_path / "x.zip", day(PLAN)), files=tmp_path / "files")
    assert File.objects.get().media_type == "image/png"


def test_a_file_that_stayed_in_slack_leaves_a_line(tmp_path: Path) -> None:
    report = bring(write(tmp_path / "x.zip", day(PLAN, LIST))).report
    assert report.files == 2
    assert Post.objects.get().source == (
        "see\n\n📎 [The plan](https://crew.slack.com/files/plan) (this file stayed in Slack)\n\n"
        "📎 a \\& b (this file stayed in Slack)\n\n````\none\n```\ntwo\n````"
    )
    assert not File.objects.exists()


@pytest.mark.parametrize("content", [b"", picture(60)[:500]], ids=["empty", "torn"])
def test_bytes_that_are_no_good_are_said(tmp_path: Path, content: bytes) -> None:
    path = write(tmp_path / "x.zip", day(PLAN), extra={"__uploads/F00PLAN1/plan.png": content})
    dry = bring(path, is_dry_run=True).report
    report = bring(path).report
    assert [one.why.partition(":")[0] for one in report.skipped] == ["the file plan.png"]
    assert "The plan" in Post.objects.get().source
    assert report == dry


def test_the_same_file_in_two_posts_is_in_both(tmp_path: Path) -> None:
    days = {
        "quay/1": [
            said(ANNA, "one", "1700000100.0", files=[PLAN]),
            said(BRAM, "two", "1700000200.0", files=[PLAN]),
        ]
    }
    bring(write(tmp_path / "x.zip", days, extra={"F00PLAN1-plan.png": picture()}))
    owners = File.objects.values_list("owner__username", "post_id")
    assert {owner for owner, post in owners if post} == {"anna", "bram"}


def test_old_shares_and_comments(tmp_path: Path) -> None:
    old = {**PLAN, "user": ANNA}
    days = {
        "quay/1": [
            said(ANNA, "<@U00ANNA|anna> uploaded a file: <https://x|The plan> and commented: so *new*", "1700000100.0",
                 subtype="file_share", file=old),
            said(ANNA, "<@U00ANNA|anna> shared a file: <https://x|The plan>", "1700000200.0", subtype="file_share", file=old),
            {"type": "message", "subtype": "file_comment", "text": "x commented on y", "ts": "1700000300.0", "file": old,
             "comment": {"user": BRAM, "comment": "I like it"}},
        ]
    }  # fmt: skip
    bring(write(tmp_path / "x.zip", days))
    line = "[The plan](https://crew.slack.com/files/plan)"
    assert list(Post.objects.order_by("id").values_list("author__username", "source")) == [
        ("anna", f"so **new**\n\n📎 {line} (this file stayed in Slack)"),
        ("anna", f"📎 {line} (this file stayed in Slack)"),
        ("bram", f"About {line}:\n\nI like it"),
    ]


def test_a_text_that_is_too_long_is_kept_whole_beside_it(tmp_path: Path) -> None:
    text = "word " * 6000
    report = bring(write(tmp_path / "x.zip", {"quay/1": [said(ANNA, text, "1700000100.0")]})).report
    post = Post.objects.get()
    assert len(post.source) <= LIMIT
    assert File.objects.get(post_id=post.id).place().read_bytes().decode() == text.strip()
    assert (report.posts, report.files, report.skipped) == (1, 0, [])


def test_what_bots_write_in_boxes_is_kept(tmp_path: Path) -> None:
    box = {
        "title": "Crane",
        "text": "is *up*",
        "fields": [{"title": "Wind", "value": "5"}],
        "fallback": "never",
    }
    bot = {
        "type": "message",
        "subtype": "bot_message",
        "username": "crane",
        "text": "",
        "ts": "1700000100.0",
        "attachments": [box],
    }
    bring(write(tmp_path / "x.zip", {"quay/1": [bot]}))
    assert Post.objects.get().source == "Crane\nis **up**\nWind: 5"
