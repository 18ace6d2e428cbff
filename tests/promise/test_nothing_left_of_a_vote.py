"""Promise 4: after a vote closes there are no ballots, no link from a person to a token, and no key; on the disk neither."""

from __future__ import annotations

import base64
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.urn import voting
from vloot.cli import backup
from vloot.ground import clock
from vloot.ground.backup import Archive
from vloot.ground.postgres import Cluster, place
from vloot.people.actor import Actor
from vloot.people.models import Person
from vloot.urn import CASTING_TABLES, acts, ashes, reads
from vloot.urn.engine import keys
from vloot.urn.models import Box, Key

WORD = "zeldzaam-stembriefje-7f3a"


@pytest.fixture
def voted(transactional_db: None) -> Iterator[tuple[Box, list[bytes]]]:
    """A box in which ten voted, some on paper, and everything that must not be found any more once it burned."""
    people = Person.objects.bulk_create(Person(username=f"v{n}", name=f"V{n}") for n in range(10))
    actors = [Actor(person_id=one.id) for one in people]
    box = acts.open_box(by=actors[0], rosters={"all": [one.id for one in people]}, on_paper=[people[9].id])
    ((code,),) = acts.print_codes(by=actors[0], box=box).values()
    acts.cast_on_paper(box_id=box.id, code=code, content={"said": f"{WORD}-paper"})
    gone = [WORD.encode(), code.encode(), code.replace("-", "").encode()]
    for number, actor in enumerate(actors[:9]):
        token = voting.take(actor, box)
        voting.cast(box, token, {"said": f"{WORD}-{number}"})
        for secret in (token.prepared, token.signature):
            gone += [secret, secret.hex().encode(), base64.b64encode(secret)]
    private = bytes(Key.objects.get(box=box).private or b"")
    primes = keys.private(private).private_numbers()
    gone += [one.to_bytes(64, "big") for one in (primes.p, primes.q)]
    yield box, gone
    Box.objects.all().delete()


def test_no_table_and_no_file_of_the_server_knows_a_ballot(voted: tuple[Box, list[bytes]]) -> None:
    box, gone = voted
    with connection.cursor() as cursor:
        cursor.execute("checkpoint")
        cursor.execute("analyze")
    assert WORD.encode() in _bytes_of_server(), "the search finds what is there"
    acts.close(by=None, box=box)
    acts.burn(box=box)
    assert ashes.sweep()
    assert not ashes.sweep(), "once is enough"
    found = _bytes_of_server()
    assert not [secret for secret in gone if secret in found]
    dump = _dump()
    assert b"urn_ballot" in dump
    assert not [secret for secret in gone if secret in dump]
    assert len(reads.spent(reads.box(box.id))) == 10, "the check list stays"
    with connection.cursor() as cursor:
        for table in CASTING_TABLES:
            cursor.execute(f"select count(*) from {table}")
            assert cursor.fetchone() == (1 if table == "urn_key" else 0,), "only the public key"


def test_no_backup_holds_a_ballot_a_token_a_key_or_a_roster(
    voted: tuple[Box, list[bytes]], tmp_path: Path
) -> None:
    """While the vote is open: what a backup held then, it would hold for as long as somebody keeps it."""
    box, gone = voted
    made = tmp_path / "made.zip"
    backup.write(made, tmp_path, clock.now(), is_quiet=True)
    archive = Archive(made)
    found = b""
    for name in archive.manifest.tables:
        with archive.table(name) as rows:
            found += rows.read()
    assert str(box.id).encode() in found, "that there is a vote is in it"
    private = bytes(Key.objects.get(box=box).private or b"")
    public = bytes(Key.objects.get(box=box).public)
    assert not [
        secret
        for secret in (*gone, private, private.hex().encode(), public.hex().encode())
        if secret in found
    ]
    assert {name: archive.manifest.tables[name].rows for name in CASTING_TABLES} == dict.fromkeys(
        CASTING_TABLES, 0
    )
    acts.close(by=None, box=box)
    acts.burn(box=box)
    backup.write(tmp_path / "after.zip", tmp_path, clock.now(), is_quiet=True)
    after = Archive(tmp_path / "after.zip").manifest.tables
    assert {name: after[name].rows for name in CASTING_TABLES} == dict.fromkeys(CASTING_TABLES, 0) | {
        "urn_key": 1
    }


def test_what_is_still_open_stays_when_others_burn(voted: tuple[Box, list[bytes]]) -> None:
    box, _gone = voted
    other = acts.open_box(
        by=Actor(person_id=0), rosters={"all": list(Person.objects.values_list("id", flat=True))}
    )
    actor = Actor(person_id=Person.objects.latest("id").id)
    token = voting.take(actor, other)
    acts.close(by=None, box=box)
    acts.burn(box=box)
    assert ashes.sweep()
    voting.cast(other, token, {"said": "still here"})
    assert acts.close(by=None, box=other) == {"all": [{"said": "still here"}]}


def test_the_planner_notes_nothing_of_ballots(voted: tuple[Box, list[bytes]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("analyze urn_ballot")
        cursor.execute("select attname from pg_stats where tablename = 'urn_ballot'")
        assert {row[0] for row in cursor.fetchall()} <= {"id", "key_id"}


def test_the_ballots_that_count_are_in_an_ordinary_table(voted: tuple[Box, list[bytes]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select relpersistence from pg_class where relname = 'urn_ballot'")
        assert cursor.fetchone() == ("p",), "an acknowledged ballot survives a crash"


def _bytes_of_server() -> bytes:
    cluster = Cluster(Path(os.environ["VLOOT_DATA"]) / "pg")
    found = []
    for path in sorted(cluster.folder.rglob("*")):
        try:
            found.append(path.read_bytes() if path.is_file() else b"")
        except FileNotFoundError:
            continue  # the server lives on meanwhile
    return b"\n".join(found)


def _dump() -> bytes:
    cluster = Cluster(Path(os.environ["VLOOT_DATA"]) / "pg")
    programs = place.programs(cluster.owner)
    line = settings.DATABASES["default"]
    name = connection.settings_dict["NAME"]
    command = [
        str(programs / "pg_dump"),
        "-h",
        line["HOST"],
        "-p",
        str(line["PORT"]),
        "-U",
        line["USER"],
        name,
    ]
    return subprocess.run(command, check=True, capture_output=True).stdout
