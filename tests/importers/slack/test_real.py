"""A real export, and real threads, where the folder with them lies beside the clone; nothing of it is kept here."""

import json
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from tests.importers.slack.export import bring, state, user, write
from tests.shared import DATA, needs
from vloot.logbook.models import Entry
from vloot.talk.models import Appreciation, Mention, Post

EXPORT = DATA / "slack_houstondatavis" / "export.zip"
THREADS = DATA / "slack_zulipfixture" / "threads.json"
pytestmark = pytest.mark.django_db

needs_export = needs("slack_houstondatavis/export.zip")
needs_threads = needs("slack_zulipfixture/threads.json")


@needs_export
def test_the_real_export_comes_in_whole() -> None:
    dry = bring(EXPORT, is_dry_run=True).report
    report = bring(EXPORT).report
    assert report == dry
    assert report.counts == {
        "without_access": 0,
        "persons": 71, "placeholders": 0, "bots": 0, "merged": 0, "spaces": 16, "threads": 0, "posts": 1031, "reactions": 199,
        "files": 61, "already_present": 0, "skipped": 351,
    }  # fmt: skip
    before = state()
    again = bring(EXPORT).report
    assert (again.posts, again.already_present, len(again.skipped)) == (0, 1031, 351)
    assert state() == before
    assert sum(1 for person in before["people"] if not person[4]) == 1
    assert Post.objects.exclude(edited_at=None).count() == 37


@needs_export
def test_its_ties_are_exact() -> None:
    bring(EXPORT)
    thanked = Counter(Appreciation.objects.values_list("person_id", "post__author_id"))
    greeted = Entry.objects.filter(kind="PersonGreeted")
    thanked += Counter((entry.actor_id or 0, entry.object_id) for entry in greeted)
    assert (len(thanked), thanked.total()) == (73, 199)
    mentions = Mention.objects.filter(post__external_key__in=plain_keys())
    pairs = set(mentions.values_list("post__author_id", "person_id"))
    written_out = 0
    for source, username in mentions.values_list("post__source", "person__username"):
        written_out += len(re.findall(rf"@{re.escape(username)}(?![\w-]|\.\w)", source))
    assert (len(pairs), written_out) == (66, 156)


def plain_keys() -> list[str]:
    with zipfile.ZipFile(EXPORT) as zipped:
        channels = {one["name"]: one["id"] for one in json.loads(zipped.read("channels.json"))}
        team = json.loads(zipped.read("users.json"))[0]["team_id"]
        return [
            f"slack:{team}:{channels[name.split('/')[0]]}:{record['ts']}"
            for name in zipped.namelist()
            if "/" in name and name.endswith(".json")
            for record in json.loads(zipped.read(name))
            if "subtype" not in record
        ]


@needs_threads
def test_real_threads_keep_their_shape(tmp_path: Path) -> None:
    records = json.loads(THREADS.read_text())
    crew = [user(found, found.lower()) for found in sorted({record["user"] for record in records})]
    channels = [{"id": "C0RANDOM", "name": "random"}]
    report = bring(
        write(tmp_path / "x.zip", {"random/2015-06-12": records}, users=crew, channels=channels)
    ).report
    assert (len(records), report.posts, report.threads, report.skipped) == (3, 3, 1, [])
    assert Post.objects.exclude(root=None).count() == 2
