"""An acknowledged ballot survives: the server is killed the moment the urn has said yes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from vloot.ground.postgres import Cluster

pytestmark = pytest.mark.long

# A company of its own, in which somebody casts as soon as they are told to.
CASTS = """
import sys
from vloot.cli.ground import house
with house() as config:
    from vloot.cli.running import schema
    schema.bring_up(config, say=lambda _: None)
    from tests.urn import voting
    from vloot.people.actor import Actor
    from vloot.people.models import Person
    from vloot.urn import acts
    people = Person.objects.bulk_create(Person(username=f"v{n}", name=f"V{n}") for n in range(3))
    actors = [Actor(person_id=one.id) for one in people]
    box = acts.open_box(by=actors[0], rosters={"all": [one.id for one in people]})
    for number, actor in enumerate(actors):
        voting.cast(box, voting.take(actor, box), {"number": number})
    print(box.id, flush=True)
    sys.stdin.readline()
"""
COUNTS = """
import sys
from vloot.cli.ground import house
with house():
    import django
    django.setup()
    from vloot.urn import acts, reads
    print(acts.close(by=None, box=reads.box(int(sys.argv[1]))), flush=True)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="vloot-kill-"))
    made.chmod(0o711)
    yield made
    with Cluster(made / "pg").running():
        pass  # adopts and stops what a killed process has left
    shutil.rmtree(made, ignore_errors=True)


def test_a_ballot_that_was_acknowledged_survives_the_killing_of_the_server(folder: Path) -> None:
    chosen = {**os.environ, "VLOOT_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "vloot.settings"}
    root = Path(__file__).resolve().parents[2]
    casts = subprocess.Popen(
        [sys.executable, "-c", CASTS],
        env=chosen,
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert casts.stdout is not None
    box_id = casts.stdout.readline().strip()
    cluster = Cluster(folder / "pg")
    server = int((cluster.folder / "cluster" / "postmaster.pid").read_text().split("\n")[0])
    os.kill(server, signal.SIGKILL)
    casts.kill()
    casts.communicate(timeout=20)
    counted = subprocess.run(
        [sys.executable, "-c", COUNTS, box_id],
        env=chosen,
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert counted.stdout.strip() == str({"all": [{"number": n} for n in range(3)]})
