"""`vloot backup` and `vloot restore`: what was there is there again, but for what no backup may hold; or nothing was changed."""

from __future__ import annotations

import json
import os
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection

from tests.cli.running import vloot
from tests.stage import Clock
from tests.talk.test_secret_polls import crew, open_secret, vote_all
from tests.world import World
from vloot.cli import backup, returning
from vloot.cli.running import schema
from vloot.ground.backup import Archive, BackupError, Manifest, keep, writing
from vloot.ground.postgres import Cluster, databases, place
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.talk.files import acts as files
from vloot.talk.polls import acts as polls
from vloot.talk.posts import acts as posts
from vloot.wiring import IN_BACKUPS

__all__ = ["crew"]

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
# Written when a company comes back: that it did, and what follows from an entry.
BOOKS = {"logbook_entry", "logbook_link", "procrastinate_jobs", "procrastinate_events"}

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="vloot-backup-"))
    made.chmod(0o711)
    yield made
    if (made / "data" / "pg").exists():
        with Cluster(made / "data" / "pg").running():
            pass  # stops what a failed test has left
    shutil.rmtree(made)


@pytest.fixture
def company(world: World, clock: Clock, crew: list[Actor], folder: Path) -> Path:
    """A data folder whose company has words of all kinds, files, a vote that is over and one that is open; and its backup."""
    data = folder / "old"
    data.mkdir()
    (data / "secret.key").write_text("s" * 60)
    (data / "vloot.toml").write_text('language = "nl"\n')
    anna = world.actor(world.anna)
    body = "Tab\there, back\\slash, «guillemets», \N{SAILBOAT} \\N and a\nline. #kraan @bram"
    post = posts.write(by=anna, space=world.quay, body=body)
    picture = files.put(by=anna, name="a.bin", content=bytes(range(256)) * 40)
    kept = data / "files" / "posts" / picture.path
    kept.parent.mkdir(parents=True)
    shutil.copy(picture.place(), kept)
    over, still = open_secret(world, clock), open_secret(world, clock)
    for poll in (over, still):
        vote_all(poll, crew, 8, 4)
    polls.close(by=anna, poll=over)
    with connection.cursor() as cursor:
        cursor.execute("insert into django_session values ('k', 'd', now() + interval '1 day')")
    assert post.id
    backup.write(folder / "made.zip", data, NOW, is_quiet=True)
    return data


def digests(parameters: Mapping[str, Any]) -> dict[str, str]:
    """What stands in each table."""
    with psycopg.connect(**parameters) as line:
        names = [
            row[0] for row in line.execute("select tablename from pg_tables where schemaname = 'public'")
        ]
        rows = "select md5(string_agg(t::text, E'\\n' order by t::text)) from {} t"
        return {name: (line.execute(rows.format(name)).fetchone() or [""])[0] for name in names}


@pytest.fixture
def other(cluster: dict[str, str]) -> Iterator[dict[str, Any]]:
    """An empty database of the company's own."""
    made = {**cluster, "dbname": f"restored_{os.getpid()}"}
    databases.create(made)
    yield made
    databases.drop(made)


def restore(
    folder: Path, database: Mapping[str, str], *words: str, file: str = "made.zip"
) -> tuple[int, str, str]:
    given = os.environ.get("DATABASE_URL")
    os.environ["DATABASE_URL"] = (
        f"postgresql://{database['user']}@/{database['dbname']}?host={database['host']}&port={database['port']}"
    )
    try:
        done = vloot(folder / "data", "restore", str(folder / file), *words)
    finally:
        del os.environ["DATABASE_URL"]
        if given:
            os.environ["DATABASE_URL"] = given
    return done.returncode, done.stdout, done.stderr


def test_what_was_there_is_there_again(folder: Path, company: Path, other: dict[str, Any]) -> None:
    code, said, wrong = restore(folder, other, "--json")
    assert (code, wrong) == (0, "")
    told = json.loads(said)
    assert told["is_restored"]
    assert any("open then: 1" in note for note in told["notes"])
    assert any("2026-03-02 09:00 UTC" in note for note in told["notes"])
    assert any("sign-in codes" in note for note in told["notes"])
    before, after = digests(schema.parameters()), digests(other)
    assert before.keys() == after.keys()
    differ = {name for name in before if before[name] != after[name]}
    ended = {"urn_box", "talk_poll", "urn_key", "urn_voter", "urn_ballot"}
    assert differ == ended | {"django_session"} | BOOKS
    with psycopg.connect(**other) as line:
        for table in ("urn_voter", "urn_ballot", "urn_code", "django_session"):
            assert line.execute(f"select count(*) from {table}").fetchone() == (0,)
        assert line.execute("select count(*), count(private) from urn_key").fetchone() == (1, 0)
        lost = "select count(*) from urn_box where is_lost and closed_at is not null"
        assert line.execute(lost).fetchone() == (1,)
        kept = (
            "select count(*) from logbook_entry where kind = 'CompanyCameBack' and details->>'made_at' = %s"
        )
        assert line.execute(kept, [NOW.isoformat()]).fetchone() == (1,)
        # What gives out numbers goes on after the last.
        counters: dict[str, int] = dict(
            line.execute("select sequencename, last_value from pg_sequences").fetchall()
        )
    assert counters["talk_membership_id_seq"] == _counter("talk_membership_id_seq")
    data = folder / "data"
    assert (data / "secret.key").read_text() == "s" * 60
    assert (data / "vloot.toml").read_text() == 'language = "nl"\n'
    (picture,) = (one for one in (data / "files").rglob("*") if one.is_file())
    assert picture.read_bytes() == bytes(range(256)) * 40
    modes = {stat.S_IMODE(one.stat().st_mode) for one in data.rglob("*")}
    assert modes <= {0o600, 0o700}, "nobody else on the machine reads them"
    again = restore(folder, other)
    assert again[0] == 2
    assert "has a company already" in again[2]
    assert digests(other) == after


def test_a_database_that_is_not_empty_is_left_alone(
    folder: Path, company: Path, other: dict[str, Any]
) -> None:
    with psycopg.connect(**other) as line:
        line.execute("create table theirs (id int)")
    code, _said, wrong = restore(folder, other)
    assert (code, "not empty" in wrong) == (2, True)
    assert list(digests(other)) == ["theirs"]
    assert [one.name for one in (folder / "data").iterdir()] == ["serve.lock"]


def test_what_does_not_fit_changes_nothing(folder: Path, company: Path, other: dict[str, Any]) -> None:
    with zipfile.ZipFile(folder / "made.zip") as source, zipfile.ZipFile(folder / "bad.zip", "w") as target:
        for one in source.namelist():
            content = source.read(one)
            target.writestr(
                one, content.replace(b"Anna", b"An\tna") if one == "tables/people_person" else content
            )
    code, _said, wrong = restore(folder, other, file="bad.zip")
    assert code == 2
    assert "people_person do not fit" in wrong
    assert digests(other) == {}
    assert [one.name for one in (folder / "data").iterdir()] == ["serve.lock"]


def test_one_of_a_newer_release_is_refused(folder: Path, other: dict[str, Any]) -> None:
    steps = sorted(schema.steps_taken() | {("urn", "9999_later")})
    with writing(folder / "made.zip") as into:
        kept = keep(schema.parameters(), into, left_out=IN_BACKUPS, progress=lambda *_: None)
        newer = Manifest(
            version="9",
            made_at=NOW,
            steps=steps,
            tables=kept.tables,
            counters=kept.counters,
            left_out=[],
        )
        into.manifest(newer)
    code, _said, wrong = restore(folder, other)
    assert (code, "newer release" in wrong) == (2, True)
    assert digests(other) == {}


@pytest.mark.long
def test_one_of_an_earlier_release_is_brought_forward(
    folder: Path, company: Path, other: dict[str, Any]
) -> None:
    """Its rows fit the shape that its own steps make; then come the steps since."""
    left = ("urn", "0002_lost")
    with zipfile.ZipFile(folder / "made.zip") as source, zipfile.ZipFile(folder / "old.zip", "w") as target:
        manifest = json.loads(source.read("manifest.json"))
        manifest["steps"].remove(list(left))
        assert manifest["tables"]["urn_box"]["columns"].pop() == "is_lost"
        manifest["tables"]["django_migrations"]["rows"] -= 1
        for name in source.namelist():
            content = source.read(name)
            if name == "manifest.json":
                content = json.dumps(manifest).encode()
            elif name == "tables/urn_box":
                content = b"".join(line.rpartition(b"\t")[0] + b"\n" for line in content.splitlines())
            elif name == "tables/django_migrations":
                content = b"".join(line for line in content.splitlines(True) if left[1].encode() not in line)
            target.writestr(name, content)
    code, _said, wrong = restore(folder, other, file="old.zip")
    assert (code, wrong) == (0, "")
    with psycopg.connect(**other) as line:
        assert line.execute("select count(*), count(*) filter (where is_lost) from urn_box").fetchone() == (
            2,
            1,
        )
        taken = "select count(*) from django_migrations where app = %s and name = %s"
        assert line.execute(taken, left).fetchone() == (1,)


def test_the_database_that_comes_with_vloot_and_one_backup_a_day(folder: Path, company: Path) -> None:
    data, kept = folder / "data", folder / "kept"
    kept.mkdir()
    checked = vloot(data, "restore", str(folder / "made.zip"), "--check")
    assert (checked.returncode, data.exists()) == (0, False)
    done = vloot(data, "restore", str(folder / "made.zip"), "--without-settings")
    assert (done.returncode, done.stderr) == (0, "")
    assert not (data / "vloot.toml").exists()
    stay = {"letter.zip", "vloot-zzzz-zz-zz-zzzzzz.zip", "vloot-2099-01-01-000000.zip", "download.zip.half"}
    for name in (*stay, "vloot-2020-01-01-000000.zip", "vloot-2020-01-01-000001.zip.half"):
        (kept / name).touch()
    (kept / "vloot-2021-01-01-000000.zip").mkdir()
    daily = vloot(data, "backup", str(kept), "--keep", "1", "--json")
    assert daily.returncode == 0, daily.stderr
    told = json.loads(daily.stdout)
    assert told["dropped"] == [str(kept / "vloot-2020-01-01-000000.zip")], "never the one just made"
    assert {one.name for one in kept.iterdir()} == stay | {
        Path(told["path"]).name,
        "vloot-2021-01-01-000000.zip",
    }
    first, second = Archive(folder / "made.zip").manifest, Archive(Path(told["path"])).manifest
    assert first.steps == second.steps
    assert {name: table.rows for name, table in first.tables.items() if name not in BOOKS} == {
        name: table.rows for name, table in second.tables.items() if name not in BOOKS
    }
    looked = json.loads(vloot(data, "check", "--json").stdout)
    assert [one["state"] for one in looked if one["about"] in ("storage", "backup", "database")] == ["ok"] * 3
    for to, said in (
        (told["path"], "there already"),
        (str(data / "files"), "part of the backup"),
        (str(folder / "typo"), "no folder"),
        (str(folder / "typo" / "a.zip"), "no folder"),
    ):
        refused = vloot(data, "backup", to)
        assert (refused.returncode, said in refused.stderr) == (2, True), refused.stderr


def test_a_restore_that_was_killed_is_cleared_away_by_the_next(folder: Path, company: Path) -> None:
    """A power cut: what it had begun to make is listed, so that nothing of it is taken for a company."""
    data = folder / "data"
    data.mkdir(mode=0o711)
    (data / "vloot.toml").write_text('language = "fr"\n')
    (data / "restoring.txt").write_text("secret.key\npush.key\nfiles\npg\n")
    (data / "secret.key").write_text("half")
    (data / "files").mkdir()
    (data / "files" / "left").write_text("over")
    with Cluster(data / "pg", durable=False).running():
        pass
    for refused in (vloot(data, "serve"), vloot(data, "backup", str(folder)), vloot(data, "migrate")):
        assert refused.returncode == 2
        assert "restore" in refused.stderr
    done = vloot(data, "restore", str(folder / "made.zip"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "stays as it is" in done.stdout
    assert (data / "secret.key").read_text() == "s" * 60
    assert not (data / "files" / "left").exists()
    assert (data / "vloot.toml").read_text() == 'language = "fr"\n'
    assert not (data / "restoring.txt").exists()
    checked = vloot(data, "audit", "verify", "--json", "--data", str(data))
    assert json.loads(checked.stdout)["ok"]


def test_a_database_that_outlived_its_folder_is_not_touched(
    folder: Path, company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root's folder can be lost while its database, which lay elsewhere, is not: the pointer to it went along."""
    away = folder / "elsewhere" / "pg"
    away.parent.mkdir()
    with Cluster(away, durable=False).running() as line:
        line_to: dict[str, Any] = dict(line)
        with psycopg.connect(**line_to) as connected:
            connected.execute("create table theirs (id int)")
    monkeypatch.setattr(place, "folder_for", lambda _asked, _owner: away)
    monkeypatch.setenv("VLOOT_DATA", str(folder / "data"))
    (folder / "data").mkdir()
    with Archive(folder / "made.zip") as archive, pytest.raises(BackupError, match="still there"):
        returning.bring_back(archive, folder / "data", has_settings=True, is_quiet=True)
    assert list((folder / "data").iterdir()) == []
    with Cluster(away, durable=False).running():
        assert list(digests(line_to)) == ["theirs"]


def test_there_is_no_backup_of_nothing(folder: Path) -> None:
    made = vloot(folder / "typo", "backup", str(folder))
    assert (made.returncode, "no company" in made.stderr) == (2, True)
    assert list(folder.glob("*")) == []


def test_a_backup_is_of_one_moment(world: World, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever people write meanwhile: all of it is of the moment it began."""
    before = Person.objects.count()

    def joined(done: int, total: int, what: str) -> None:
        if what == "auth_group":
            Person.objects.create(username="late", name="Late")

    with writing(folder / "made.zip") as into:
        kept = keep(schema.parameters(), into, left_out=IN_BACKUPS, progress=joined)
    assert Person.objects.count() == before + 1
    assert kept.tables["people_person"].rows == before


def test_one_that_cannot_be_made_leaves_nothing(world: World, folder: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("alter table urn_key rename column private to hidden")
        with pytest.raises(BackupError, match="did not give everything"):
            backup.write(folder / "made.zip", folder, NOW, is_quiet=True)
        cursor.execute("alter table urn_key rename column hidden to private")
    assert list(folder.glob("*")) == []


def _counter(name: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("select last_value from pg_sequences where sequencename = %s", [name])
        return int(cursor.fetchone()[0])
