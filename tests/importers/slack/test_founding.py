"""Who may bring an export in, and whose the company is afterwards."""

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from tests.importers.slack.export import ANNA, BRAM, CREW, bring, said, user, write
from tests.world import World
from vloot.company import acts as company
from vloot.company import reads as companies
from vloot.ground.errors import Refused
from vloot.importers import cli
from vloot.logbook.models import Entry
from vloot.people.models import Person, Role
from vloot.talk.models import Membership, Post, Space

pytestmark = pytest.mark.django_db
DAY = {"quay/1": [said(BRAM, "<https://crew.slack.com/x>", "1700000100.0")]}


def found(token: str | None) -> Person:
    assert token
    return company.found(
        token=token, company="Crew", name="Anna Peeters", username="captain", password="a quiet harbour"
    )


def test_the_link_makes_the_owner_the_founder(tmp_path: Path) -> None:
    outcome = bring(write(tmp_path / "x.zip", DAY))
    assert (outcome.founder, companies.name(), companies.is_founded()) == ("Anna", "crew", False)
    founder = found(outcome.token)
    assert (founder.external_key, founder.username) == ("slack:user:U00ANNA", "captain")
    assert set(Role.objects.values_list("person__username", "name")) == {
        ("captain", "administrator"),
        ("captain", "host"),
    }
    hosts = Membership.objects.filter(is_host=True).values_list("space__name", "person__username")
    assert list(hosts) == [("quay", "captain")]


def test_the_founder_can_be_named(tmp_path: Path) -> None:
    assert bring(write(tmp_path / "x.zip", DAY), founder="BRAM@vloot.example").founder == "Bram"
    assert Membership.objects.get(is_host=True).person.username == "bram"


def test_the_founder_can_be_somebody_new(tmp_path: Path) -> None:
    outcome = bring(write(tmp_path / "x.zip", DAY), founder="Hanne Maes", company="Crane & Co")
    assert (outcome.founder, outcome.report.placeholders, companies.name()) == ("Hanne Maes", 0, "Crane & Co")
    assert found(outcome.token).kind == "human"


def test_nobody_marked_as_owner_founds_by_the_link(tmp_path: Path) -> None:
    outcome = bring(write(tmp_path / "x.zip", DAY, users=[user(ANNA, "anna"), user(BRAM, "bram")]))
    assert outcome.founder == "Founder"
    assert Membership.objects.get(is_host=True).person_id == found(outcome.token).id


def test_a_second_run_gives_a_fresh_link_to_the_same_founder(tmp_path: Path) -> None:
    first = bring(write(tmp_path / "x.zip", DAY))
    second = bring(tmp_path / "x.zip")
    assert first.token != second.token
    assert found(second.token).external_key == "slack:user:U00ANNA"
    assert bring(tmp_path / "x.zip", by="captain").token is None


def test_once_named_the_founder_stays(tmp_path: Path) -> None:
    bring(write(tmp_path / "x.zip", DAY), founder="Bram")
    outcome = bring(tmp_path / "x.zip")
    assert outcome.founder == "Bram"
    with pytest.raises(Refused, match="Bram founds this company"):
        bring(tmp_path / "x.zip", founder="Anna")
    assert found(outcome.token).external_key == "slack:user:U00BRAM"


def test_the_link_outlives_a_start_of_the_server(tmp_path: Path) -> None:
    outcome = bring(write(tmp_path / "x.zip", DAY))
    for _ in range(2):
        other = company.make_start_link()
    assert companies.start(other or "").founder_name == "Anna"
    assert found(outcome.token).external_key == "slack:user:U00ANNA"


def test_a_company_that_has_begun_asks_for_an_administrator(tmp_path: Path, world: World) -> None:
    path = write(tmp_path / "x.zip", DAY)
    spaces = Space.objects.count()
    for by in ("", "anna", "nobody", "eva"):
        with pytest.raises(Refused, match="--by"):
            bring(path, by=by)
    assert Space.objects.count() == spaces
    report = bring(path, by="hanne").report
    # Anna and Bram are here with the same address; Chris too, whatever Slack thinks of him.
    assert (report.persons, report.merged, report.posts) == (0, 3, 1)
    assert Post.objects.get().author_id == world.bram.id
    assert Membership.objects.get(space__name="quay", is_host=True).person_id == world.hanne.id
    entries = Entry.objects.count()
    assert bring(path, by="hanne").report.already_present == 1
    assert Entry.objects.count() == entries


def ask(capsys: Any, path: Path, *flags: str) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    cli.add(parser)
    args = parser.parse_args(["slack", str(path), *flags])
    args.origin = "https://crew.example"
    status = cli.run(args)
    return status, *capsys.readouterr()


def test_the_command_prints_a_report_for_programs(tmp_path: Path, capsys: Any) -> None:
    status, out, err = ask(capsys, write(tmp_path / "x.zip", DAY), "--json")
    assert status == 0
    assert json.loads(out) == {
        "persons": 3, "placeholders": 0, "bots": 0, "merged": 0, "spaces": 1, "threads": 0, "posts": 1, "reactions": 0,
        "files": 0, "already_present": 0, "without_access": 0, "skipped": [],
    }  # fmt: skip
    assert "https://crew.example/start/" in err


def test_the_command_prints_a_report_for_people(tmp_path: Path, capsys: Any) -> None:
    path = write(
        tmp_path / "x.zip", {"quay/1": [{"type": "message", "ts": str(n)} for n in range(30)]}, users=CREW
    )
    _, dry, _ = ask(capsys, path, "--dry-run")
    assert dry.startswith("What would come in:")
    assert "/start/" not in dry
    _, out, err = ask(capsys, path)
    assert out.startswith("What came in:")
    assert "       1  broken: no time that can be, first in quay/1.json:2\n" in out
    assert "      29  broken: nobody said it, first in quay/1.json:6\n" in out
    assert "https://crew.example/start/" in out
    assert err == ""


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: Any) -> None:
    status, out, err = ask(capsys, tmp_path / "nowhere.zip", "--json")
    assert (status, out) == (2, "")
    assert err.startswith("vloot: There is no ")
    assert not Person.objects.exists()
