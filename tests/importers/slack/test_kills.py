"""The real command, killed the hard way."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.importers.slack.export import ANNA, BRAM, said, write
from tests.stage import remove

pytestmark = pytest.mark.long
POSTS = 6000


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="vloot-kills-"))
    made.chmod(0o711)  # the database's own user must be able to walk through
    yield made
    remove(made)


def command(folder: Path, *flags: str) -> subprocess.Popen[str]:
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("VLOOT_")}
    return subprocess.Popen(
        [sys.executable, "-m", "vloot", "import", "slack", str(folder / "x.zip"), "--json", *flags],
        env={**surroundings, "VLOOT_DATA": str(folder / "vloot")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finished(folder: Path, *flags: str) -> dict[str, int]:
    out, err = command(folder, *flags).communicate(timeout=120)
    assert out, err
    found: dict[str, int] = json.loads(out)
    return found


def test_killed_again_and_again_it_comes_in_once(folder: Path) -> None:
    day = [said(ANNA, f"message {n} <@{BRAM}>", f"17000{n:05}.0") for n in range(POSTS // 2)]
    day += [said(BRAM, f"reply {n}", f"17001{n:05}.0", thread_ts=f"17000{n:05}.0") for n in range(POSTS // 2)]
    write(folder / "x.zip", {"quay/1": day})
    assert finished(folder, "--dry-run")["posts"] == POSTS
    for moments in (1.5, 2.0, 2.5, 3.0):
        running = command(folder)
        try:
            running.wait(moments)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
    last = finished(folder)
    assert last["posts"] + last["already_present"] == POSTS
    again = finished(folder)
    assert (again["posts"], again["already_present"], again["persons"], again["spaces"]) == (0, POSTS, 0, 0)
