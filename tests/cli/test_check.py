"""`vloot check` names what is wrong and says nothing is when nothing is."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import free_port, vloot


@pytest.fixture
def data() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o711)
        yield Path(made) / "data"


def wrong(data: Path) -> dict[str, str]:
    done = vloot(data, "check", "--json")
    found = json.loads(done.stdout)
    told = {one["about"]: one["text"] for one in found if one["state"] == "wrong"}
    assert done.returncode == int(bool(told))
    return told


def test_a_fresh_folder_is_fine_and_each_thing_is_looked_at(data: Path) -> None:
    done = vloot(data, "check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WRONG" not in done.stdout
    for about in ("settings", "database", "mail", "storage", "clock"):
        assert about in done.stdout


def test_what_is_wrong_is_named(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data.mkdir()
    data.chmod(0o755)
    monkeypatch.setenv("VLOOT_MAIL_HOST", "127.0.0.1")
    monkeypatch.setenv("VLOOT_MAIL_PORT", str(free_port()))
    monkeypatch.setenv("VLOOT_MAIL_FROM", "vloot@example.org")
    monkeypatch.setenv("VLOOT_DEBUG", "true")
    told = wrong(data)
    assert set(told) == {"mail", "storage", "settings"}
    assert "chmod" in told["storage"]


def test_a_database_that_does_not_answer_is_named(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://nobody@127.0.0.1:{free_port()}/vloot")
    assert "cannot be reached" in wrong(data)["database"]


def test_a_setting_that_cannot_be_read_is_named(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLOOT_THREADS", "none")
    assert "VLOOT_THREADS" in wrong(data)["settings"]
    refused = vloot(data, "serve")
    assert refused.returncode == 2
    assert "VLOOT_THREADS" in refused.stderr


def test_what_can_be_set_is_listed(data: Path) -> None:
    done = vloot(data, "check", "--settings")
    assert "time_zone" in done.stdout
    assert not data.exists()
