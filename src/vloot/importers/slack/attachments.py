"""The bytes of files, where some program has put them into the export or into a folder beside it."""

import re
from collections.abc import Iterable

from vloot.importers.slack.archive import Archive, EntryError

MOST_BYTES = 25 * 1024 * 1024
_ID = re.compile(r"(?:^|/)(F[A-Z0-9]{5,31})(?=[-_./]|$)")


class Attachments:
    """Finds files by Slack's id: in `__uploads/F123/plan.pdf`, `attachments/F123-plan.pdf` and the like."""

    def __init__(self, archives: Iterable[Archive]) -> None:
        self._places: dict[str, tuple[Archive, str]] = {}
        for archive in archives:
            for name in archive.names:
                for found in _ID.findall(name):
                    self._places.setdefault(found, (archive, name))

    def fetch(self, file_id: str) -> tuple[bytes | None, str]:
        """The bytes, None when they are nowhere; and why they cannot be had although they are there."""
        if file_id not in self._places:
            return None, ""
        archive, name = self._places[file_id]
        try:
            return archive.read(name, MOST_BYTES), ""
        except EntryError as error:
            return None, str(error)
