"""What a restore has made so far, written down before it is made: so that it can be taken away, even after a power cut."""

import os
import shutil
from pathlib import Path

from vloot.ground.postgres import Cluster

FILE = "restoring.txt"
DATABASE = "pg"


class Traces:
    """The list, in the data folder as long as the restore runs; nothing else may be started on that folder meanwhile."""

    def __init__(self, data: Path) -> None:
        self._data, self._file = data, data / FILE

    def add(self, name: str) -> None:
        """Write down that this is going to be made, and was not there."""
        self._file.touch(mode=0o600)
        with self._file.open("a", encoding="ascii") as listed:
            listed.write(f"{name}\n")
            listed.flush()
            os.fsync(listed.fileno())

    def clear(self) -> None:
        """Take away all that is listed, and the list."""
        if not self._file.exists():
            return
        for name in self._file.read_text("ascii").split():
            if name == DATABASE:
                _remove_database(self._data)
            else:
                path = self._data / name
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        self.forget()

    def forget(self) -> None:
        """All is well: keep what was made."""
        self._file.unlink(missing_ok=True)


def _remove_database(data: Path) -> None:
    cluster = Cluster(data / DATABASE)
    if cluster.folder.exists():
        with cluster.running():
            pass  # one that outlived a killed restore is joined, and stopped
    cluster.remove()
