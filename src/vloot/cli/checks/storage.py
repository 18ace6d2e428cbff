"""Storage: the data folder can be written, nobody else can read it, there is room."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from vloot.cli.backup import LAST
from vloot.cli.checks.finding import Finding, State
from vloot.config import Config
from vloot.ground import clock

_OLD = 8  # days after which the last backup is old
_ROOM = 1_000_000_000  # bytes below which uploads soon fail


def look(config: Config) -> Iterator[Finding]:
    """What is to be said of the data folder."""
    data = config.data
    try:
        with tempfile.TemporaryFile(dir=data) as trial:
            trial.write(b"Vloot")
    except OSError as error:
        yield Finding("storage", "wrong", f"{data} cannot be written: {error.strerror}.")
        return
    yield from _open_to_others(data)
    free = shutil.disk_usage(data).free
    if free < _ROOM:
        yield Finding(
            "storage", "wrong", f"Only {free // 1_000_000} MB are free where {data} lies; make room."
        )
    else:
        yield Finding("storage", "ok", f"{data} can be written, {free // 1_000_000_000} GB free.")
    yield from _backup(config)


def _backup(config: Config) -> Iterator[Finding]:
    if config.demo or not (config.data / "secret.key").exists():
        return
    try:
        made_at, path = (config.data / LAST).read_text("utf-8").splitlines()
        days = (clock.now() - datetime.fromisoformat(made_at)).days
    except (OSError, ValueError):
        yield Finding(
            "backup", "note", "None was made yet. vloot backup FOLDER makes one, while people go on working."
        )
        return
    state: State = "ok" if days <= _OLD else "note"
    yield Finding("backup", state, f"The last was made {days} days ago: {path}")


def _open_to_others(data: Path) -> Iterator[Finding]:
    # Under root others may walk through the folder (the database's user must), but not list it.
    allowed = 0o711 if os.geteuid() == 0 else 0o700
    for path, most in (
        (data, allowed),
        (data / "secret.key", 0o600),
        (data / "vloot.toml", 0o600),
        (data / "files", 0o700),
    ):
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & ~most:
            yield Finding(
                "storage", "wrong", f"Others on this machine can read {path}: chmod {most:o} {path}"
            )
