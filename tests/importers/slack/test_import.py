"""A made-up export, brought in for real."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.importers.slack.export import (
    ANNA,
    BRAM,
    CHRIS,
    CREW,
    QUAY,
    TEAM,
    bring,
    channel,
    picture,
    said,
    state,
    user,
    write,
)  # fmt: skip
from tests.stage import work_off
from vloot.company import acts as company
from vloot.company.models import Company
from vloot.company.switches import acts as switches
from vloot.company.switches.acts import Decision
from vloot.ground import ids
from vloot.logbook.models import Entry
from vloot.notices.models import Notice
from vloot.people import reads as people
from vloot.people.models import Person, Role
from vloot.talk.models import Appreciation, File, Membership, Mention, Post, Question, Space

pytestmark = pytest.mark.django_db
DAY = {
    "quay/2023-11-15": [
        {"type": "message", "subtype": "channel_join", "user": BRAM, "text": "joined", "ts": "1700000001.000100"},
        said(ANNA, "Who has the <https://plans.example|plans>, <@U00BRAM>? &amp; :tada:", "1700000100.000200",
             thread_ts="1700000100.000200", reply_count=2, reactions=[{"name": "+1", "users": [BRAM, CHRIS], "count": 2}]),
        said(BRAM, "Here", "1700000200.000300", thread_ts="1700000100.000200", edited={"user": BRAM, "ts": "1700000260.0"}),
        said(CHRIS, "And *here*", "1700000300.000400", thread_ts="1700000100.000200", subtype="thread_broadcast"),
        {"type": "message", "subtype": "bot_message", "bot_id": "B00CRANE", "username": "Crane", "text": "Up", "ts": "1700000400.0"},
        said("U0LOST", "I have left", "1700000500.0", user_profile={"real_name": "Lotte Bos"}),
        said(ANNA, "Ask <@U0GONE|gus>", "1700000600.0", reactions=[{"name": "our_logo", "users": ["U0NEVER"], "count": 3}]),
        said(ANNA, "set the topic", "1700000700.0", subtype="channel_topic"),
    ],
}  # fmt: skip


def where(text: str) -> str:
    """The file and line at which the record that says this begins."""
    lines = json.dumps(DAY["quay/2023-11-15"], indent=4).splitlines()
    found = next(number for number, line in enumerate(lines) if f'"text": "{text}"' in line)
    return f"quay/2023-11-15.json:{max(n for n in range(found) if lines[n] == '    {') + 1}"


def post(ts: str) -> Post:
    return Post.objects.get(external_key=f"slack:{TEAM}:C0QUAY:{ts}")


def test_the_report_counts_what_came_in(tmp_path: Path) -> None:
    report = bring(write(tmp_path / "x.zip", DAY)).report
    counts = report.counts
    assert counts == {
        "persons": 3, "without_access": 0, "placeholders": 3, "bots": 1, "merged": 0, "spaces": 1, "threads": 1, "posts": 6, "reactions": 3,
        "files": 0, "already_present": 0, "skipped": 3,
    }  # fmt: skip
    assert [(one.where, one.why) for one in report.skipped] == [
        (where("joined"), "system record (channel_join)"),
        (where("set the topic"), "system record (channel_topic)"),
        (where("Ask <@U0GONE|gus>"), "2 more chose :our_logo: and the export does not name them"),
    ]


def test_times_threads_edits_and_thanks_are_kept(tmp_path: Path) -> None:
    bring(write(tmp_path / "x.zip", DAY))
    root = post("1700000100.000200")
    assert (root.kind, root.author.username, root.reply_count) == ("update", "anna", 2)
    assert ids.moment(root.id) == datetime(2023, 11, 14, 22, 15, 0, tzinfo=UTC)
    assert root.source == "Who has the [plans](https://plans.example), @bram? & 🎉"
    assert set(Mention.objects.filter(post=root).values_list("person__username", flat=True)) == {"bram"}
    replies = Post.objects.filter(root=root).order_by("id")
    assert [(r.kind, r.author.username, r.source) for r in replies] == [
        ("comment", "bram", "Here"),
        ("comment", "chris", "And **here**"),
    ]
    assert replies[0].edited_at == datetime(2023, 11, 14, 22, 17, 40, tzinfo=UTC)
    thanked = Appreciation.objects.filter(post=root).values_list("person__username", "emoji")
    assert set(thanked) == {("bram", "👍"), ("chris", "👍")}


def test_people_bots_and_names_only(tmp_path: Path) -> None:
    bring(write(tmp_path / "x.zip", DAY))
    found = {p.external_key: (p.name, p.kind, p.is_active, p.email) for p in Person.objects.all()}
    assert found == {
        "slack:user:U00ANNA": ("Anna", "human", True, "anna@vloot.example"),
        "slack:user:U00BRAM": ("Bram", "human", True, "bram@vloot.example"),
        "slack:user:U00CHRIS": ("Chris", "human", False, "chris@vloot.example"),
        "slack:bot:B00CRANE": ("Crane", "bot", True, None),
        "slack:user:U0LOST": ("Lotte Bos", "placeholder", True, None),
        "slack:user:U0GONE": ("gus", "placeholder", True, None),
        "slack:user:U0NEVER": ("Somebody from Slack (U0NEVER)", "placeholder", True, None),
    }
    assert post("1700000600.0").source == "Ask @gus"


def test_spaces_members_and_archives(tmp_path: Path) -> None:
    old = channel("C0OLD", "old", is_archived=True)
    bring(
        write(
            tmp_path / "x.zip",
            {**DAY, "old/2023-11-16": [said(BRAM, "Long ago", "1700001000.0")]},
            channels=[QUAY, old],
        )
    )
    quay, rest = Space.objects.get(name="quay"), Space.objects.get(name="old")
    assert (quay.purpose, quay.access, quay.archived_at) == ("All that & more, ask @Bram", "open", None)
    members = Membership.objects.filter(space=quay).values_list("person__username", "is_host")
    assert set(members) == {("anna", True), ("bram", False)}
    joined = Membership.objects.get(space=quay, person__username="bram").joined_at
    assert joined == datetime(2023, 11, 14, 22, 13, 21, 100, tzinfo=UTC)
    assert rest.archived_at is not None
    assert Post.objects.get(space=rest).source == "Long ago"


def test_nobody_is_told_and_nothing_is_owed(tmp_path: Path) -> None:
    bring(write(tmp_path / "x.zip", {"quay/1": [said(BRAM, "<@U00ANNA>, why?", "1700000100.0")]}))
    assert work_off() > 0
    assert not Notice.objects.exists()
    assert not Question.objects.exists()
    assert set(Entry.objects.values_list("origin", flat=True)) == {"import:slack"}


def test_twice_is_once(tmp_path: Path) -> None:
    path = write(tmp_path / "x.zip", DAY)
    first = bring(path).report
    before, entries = state(), Entry.objects.count()
    second = bring(path).report
    assert state() == before
    assert Entry.objects.count() == entries + 1, (
        "nobody has founded the company yet: its founder has a new link"
    )
    assert second.counts == {**dict.fromkeys(first.counts, 0), "already_present": 6, "skipped": 3 - 1}
    assert not second.has_news


def test_what_people_did_since_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "x.zip", {**DAY}, channels=[{**QUAY, "is_archived": False}])
    bring(path)
    Appreciation.objects.all().delete()
    Membership.objects.filter(is_host=False).delete()
    Person.objects.filter(username="bram").update(
        username="bram.new", email="new@vloot.example", name="Bram de Wit"
    )
    before = state()
    bring(path)
    assert state() == before


def test_a_dry_run_reports_the_same_and_writes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "x.zip", DAY, extra={"__uploads/F00PLAN1/plan.png": picture()})
    dry = bring(path, is_dry_run=True)
    assert not Person.objects.exists()
    assert not Entry.objects.exists()
    assert not Company.objects.exists()
    assert dry.token is None
    assert dry.report == bring(path).report
    assert bring(path, is_dry_run=True).report == bring(path).report


def test_accounts_with_one_address_are_one_person(tmp_path: Path) -> None:
    again = user("U00ANNA2", "anna2", deleted=True, profile={"email": " Anna@Vloot.example"})
    path = write(
        tmp_path / "x.zip", {"quay/1": [said("U00ANNA2", "Still me", "1700000100.0")]}, users=[again, *CREW]
    )
    report = bring(path).report
    assert (report.persons, report.merged) == (3, 1)
    assert Post.objects.get().author.username == "anna"
    assert bring(path).report.merged == 0


def test_guests_stay_guests(tmp_path: Path) -> None:
    bring(write(tmp_path / "x.zip", users=[*CREW, user("U0DANA", "dana", is_restricted=True)]))
    assert list(Role.objects.values_list("person__username", "name")) == [("dana", "guest")]


def test_guests_whom_the_company_does_not_take_come_without_access(tmp_path: Path) -> None:
    first = bring(write(tmp_path / "w.zip"))
    company.found(
        token=first.token or "", company="Harbour", name="Anna", username="anna", password="a quiet harbour"
    )
    anna = people.actor_for(Person.objects.get(username="anna").id)
    switches.switch(by=anna, room="guests", decision=Decision(is_on=False, why="Not this year"))
    dana = user("U0DANA", "dana", is_restricted=True)
    quay = {**QUAY, "members": [*QUAY["members"], "U0DANA"]}
    path = write(
        tmp_path / "x.zip",
        {"quay/1": [said("U0DANA", "Hello from outside", "1700000100.0")]},
        users=[*CREW, dana],
        channels=[quay],
    )
    assert bring(path, by="anna", is_dry_run=True).report.without_access == 1
    assert bring(path, by="anna").report.without_access == 1
    assert Person.objects.get(username="dana").is_active is False
    assert Post.objects.get().author.username == "dana"
    assert bring(path, by="anna").report.without_access == 0


def test_without_a_list_of_people_all_are_names(tmp_path: Path) -> None:
    report = bring(write(tmp_path / "x.zip", DAY, users=None)).report
    assert (report.persons, report.placeholders, report.posts) == (0, 6, 6)
    assert ("users.json:1", "missing") in [(one.where, one.why) for one in report.skipped]
    assert not File.objects.exists()
