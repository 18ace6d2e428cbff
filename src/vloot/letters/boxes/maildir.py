"""A maildir folder: the mail server drops mail into `new`, we take it in and lay it in `cur`."""

from __future__ import annotations

import logging
from pathlib import Path

from vloot.ground.mail import TryLater
from vloot.letters.arriving import reading, taking

MOST_AT_ONCE = 200
_SEEN, _FLAGGED = ":2,S", ":2,FS"
log = logging.getLogger(__name__)


def empty(folder: Path) -> int:
    """Take in what lies in `new`, oldest first. Returns how many were taken in.

    What cannot be understood at all is laid aside flagged, for a person to look at; what could not be answered now stays for the next
    time. Two workers may do this at once.
    """
    new, cur = folder / "new", folder / "cur"
    waiting = sorted(path for path in new.iterdir() if path.is_file())
    taken = 0
    for path in waiting[:MOST_AT_ONCE]:
        try:
            raw, size = _read(path)
            taking.take(raw, size=size)
        except FileNotFoundError:
            continue  # another worker was first
        except TryLater as error:
            log.warning("A mail in %s waits: its sender cannot be told yet: %s", new, error)
            break
        except Exception:
            log.exception("The mail %s cannot be taken in; it is laid aside, flagged.", path.name)
            _lay(path, cur, _FLAGGED)
        else:
            _lay(path, cur, _SEEN)
            taken += 1
    return taken


def flagged(folder: Path) -> int:
    """How many mails were laid aside."""
    return sum(path.name.endswith(_FLAGGED) for path in (folder / "cur").iterdir())


def _read(path: Path) -> tuple[bytes, int]:
    """A mail; of one that is too big only the beginning."""
    size = path.stat().st_size
    with path.open("rb") as file:
        return file.read(reading.MOST_HEAD if size > reading.MOST_BYTES else -1), size


def _lay(path: Path, cur: Path, flags: str) -> None:
    try:
        path.rename(cur / (path.name.partition(":")[0] + flags))
    except FileNotFoundError:
        log.info("The mail %s was laid in %s by another worker.", path.name, cur)
