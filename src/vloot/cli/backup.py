"""`vloot backup`: all of the company in one file, while people go on working; `vloot restore` brings it back."""

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from vloot.config import TOML

# What lies in the data folder beside the database. The rest is made anew.
PARTS = ("secret.key", "push.key", TOML, "files")
LAST = "backup.txt"  # when the last one was made, for `vloot check`
_NAME = "vloot-{:%Y-%m-%d-%H%M%S}.zip"
_ANY = "vloot-????-??-??-??????.zip"


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("backup", help="put the whole company into one file")
    parser.add_argument("to", type=Path, metavar="TO", help="a folder, or a file that is not there yet")
    parser.add_argument(
        "--keep",
        type=int,
        metavar="N",
        help="leave only the newest N backups in the folder (for a daily one)",
    )
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make one; the exit status is 2 when it could not be made."""
    from vloot.ground.backup import BackupError

    try:
        if args.keep is not None and (args.keep < 1 or not args.to.is_dir()):
            raise BackupError("--keep needs a folder that is there, and a number from 1 on.")
        return _make(args)
    except (BackupError, OSError) as error:
        print(f"vloot: The backup was not made. {error}", file=sys.stderr)
        return 2


def _make(args: argparse.Namespace) -> int:
    from vloot.cli.ground import house
    from vloot.ground import clock

    with house() as config:
        now = clock.now()
        path = args.to / _NAME.format(now) if args.to.is_dir() else args.to
        said = write(path.absolute(), config.data, now, is_quiet=args.json)
    dropped = _drop(args.to, args.keep) if args.keep else []
    if args.json:
        import msgspec

        print(msgspec.json.encode({**said, "dropped": dropped}).decode())
        return 0
    print(
        f"{said['path']}: {said['rows']} rows of {said['tables']} tables, {said['files']} files, {said['megabytes']} MB."
    )
    print(
        "It holds all that people wrote and every secret of this server: keep it where nobody else can read it."
    )
    if said["open_votes"]:
        print(f"Secret votes that are open now: {said['open_votes']}. Their ballots are in no backup.")
    for name in dropped:
        print(f"Removed: {name}")
    return 0


def write(path: Path, data: Path, now: datetime, *, is_quiet: bool = False) -> dict[str, Any]:
    """Write the backup of this moment to `path`; gives what is to be said of it. Raises BackupError, OSError."""
    import psycopg
    from django.db import Error as DatabaseError

    from vloot import __version__
    from vloot.cli.running import schema
    from vloot.ground.backup import BackupError, Manifest, keep, writing
    from vloot.ground.keys import replace
    from vloot.ground.progress import Bar
    from vloot.urn import reads as urn
    from vloot.wiring import IN_BACKUPS

    bar = Bar(is_shown=not is_quiet)
    try:
        if schema.pending():
            raise BackupError("The database is not of this release: start Vloot once, or run vloot migrate.")
        with writing(path) as into:
            tables, counters = keep(schema.parameters(), into, left_out=IN_BACKUPS, progress=bar.show)
            # After the rows: a file that they name is there before them, and at worst one comes along that none names yet.
            for part in PARTS:
                into.part(part, data / part)
            manifest = Manifest(
                version=__version__,
                made_at=now,
                steps=sorted(schema.steps_taken()),
                tables=tables,
                counters=counters,
                left_out=sorted(IN_BACKUPS),
            )
            into.manifest(manifest)
    except (psycopg.Error, DatabaseError) as error:
        raise BackupError(f"The database did not give everything: {error}") from error
    finally:
        bar.end()
    replace(data / LAST, f"{now.isoformat()}\n{path}\n")
    return {
        "path": str(path),
        "made_at": now,
        "tables": len(tables),
        "rows": manifest.rows,
        "files": into.files,
        "megabytes": round(path.stat().st_size / 1e6, 1),
        "open_votes": urn.open_now(),
    }


def _drop(folder: Path, keep: int) -> list[str]:
    """Remove all but the newest backups of a folder: of ours only, by their names, which tell the time."""
    found = sorted(folder.glob(_ANY))
    for path in found[:-keep]:
        path.unlink()
    return [str(path) for path in found[:-keep]]
