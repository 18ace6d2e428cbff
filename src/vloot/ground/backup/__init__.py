"""A whole company in one file, and back.

Nouns: archive (a zip file that only its owner can read), manifest (what is in it, of which release), table, counter (a sequence),
part (a file or folder beside the database), left out (rows that must be in no backup).
Verbs: `keep` everything as it was at one moment, `check` an archive, `lay` its rows into an empty database, `unpack` its files.
Never: knows what a table is about: what is left out, and which parts there are, the caller says. Never changes what is there already.
"""

from vloot.ground.backup.archive import HALF, Archive, BackupError, sweep, writing
from vloot.ground.backup.manifest import Manifest
from vloot.ground.backup.tables import keep, lay

__all__ = ["HALF", "Archive", "BackupError", "Manifest", "keep", "lay", "sweep", "writing"]
