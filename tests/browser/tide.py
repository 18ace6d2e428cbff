"""A clock that the browser tests can put forward in every process of the Vloot they visit.

The file that `BROWSER_TIDE` names holds the seconds; it only grows, so that what is written later sorts later.
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vloot.ground import clock

VARIABLE = "BROWSER_TIDE"


def rise() -> None:
    """From here on `clock.now()` of this process is as far ahead as the file says."""
    file = Path(os.environ[VARIABLE])
    frozen = clock._frozen

    def now() -> datetime:
        return frozen.get() or datetime.now(UTC) + timedelta(seconds=_seconds(file))

    clock.now = now


def let_pass(file: Path, seconds: float) -> None:
    """Put the clock forward."""
    fresh = file.with_suffix(".new")
    fresh.write_text(str(_seconds(file) + seconds))
    fresh.replace(file)  # never half written: the server reads it all the time


def _seconds(file: Path) -> float:
    return float(file.read_text())
