"""`vloot backup`: all of the company in one file, while people go on working; `vloot restore` brings it back."""

import argparse
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vloot.cli.running.parts import FILES, PARTS

if TYPE_CHECKING:
    from vloot.config import Config

LAST = "backup.txt"  # when the last one was made, for `vloot check`
_NAME = "vloot-{:%Y-%m-%d-%H%M%S}.zip"
_OURS = re.compile(r"vloot-\d{4}-\d\d-\d\d-\d{6}\.zip")


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
    from vloot.cli.running.ending import ends_in_order
    from vloot.ground.backup import BackupError
    from vloot.ground.postgres import ClusterError

    try:
        with ends_in_order():
            said = _make(args)
    except (BackupError, ClusterError, OSError) as error:
        print(f"vloot: The backup was not made. {error}", file=sys.stderr)
        return 2
    if args.json:
        import msgspec

        print(msgspec.json.encode(said).decode())
        return 0
    size = f"{said['rows']} rows of {said['tables']} tables, {said['files']} files, {said['megabytes']} MB"
    print(f"{said['path']}: {size}.")
    print(
        "It holds all that people wrote and every secret of this server: keep it where nobody else can read it."
    )
    if said["open_votes"]:
        print(f"Secret votes that are open now: {said['open_votes']}. Their ballots are in no backup.")
    for words in (*(f"Removed: {name}" for name in said["dropped"]), *said["notes"]):
        print(words)
    return 0


def _make(args: argparse.Namespace) -> dict[str, Any]:
    from vloot.cli.ground import house
    from vloot.config import load
    from vloot.ground import clock
    from vloot.ground.backup import HALF, sweep

    config = load()
    _must_be_there(config)
    now = clock.now()
    path = _target(args, config.data, now)
    sweep(one for one in path.parent.glob(f"*{HALF}") if _OURS.fullmatch(one.name.removesuffix(HALF)))
    with house(config):
        said = write(path, config.data, now, is_quiet=args.json)
    dropped, notes = _afterwards(path, args.keep, config.data, now)
    return {**said, "dropped": dropped, "notes": notes}


def _target(args: argparse.Namespace, data: Path, now: datetime) -> Path:
    """The file to write. Raises BackupError for a place that is none."""
    from vloot.ground.backup import BackupError

    folder = args.to.is_dir()
    if args.keep is not None and (args.keep < 1 or not folder):
        raise BackupError("--keep needs a folder that is there, and a number from 1 on.")
    if not folder and args.to.suffix != ".zip":
        raise BackupError(f"There is no folder {args.to}. Make it, or name a file that ends in .zip.")
    path: Path = (args.to / _NAME.format(now) if folder else args.to).absolute()
    if path.resolve().is_relative_to((data / FILES).resolve()):
        raise BackupError(f"{path.parent} is itself part of the backup. Name a place outside of it.")
    return path


def _must_be_there(config: "Config") -> None:
    """Without this a folder that was misspelled would become an empty company."""
    from vloot.ground.backup import BackupError
    from vloot.ground.postgres import Cluster

    if not (config.data / "secret.key").exists() or not (
        config.database_url or Cluster(config.data / "pg").folder.exists()
    ):
        raise BackupError(f"There is no company in {config.data}. Name its folder: --data DIR")


def write(path: Path, data: Path, now: datetime, *, is_quiet: bool = False) -> dict[str, Any]:
    """Write the backup of this moment to `path`; gives what is to be said of it. Raises BackupError, OSError."""
    import psycopg
    from django.db import Error as DatabaseError
    from django.db import connection

    from vloot import __version__
    from vloot.cli.running import schema
    from vloot.ground.backup import BackupError, Manifest, keep, writing
    from vloot.ground.progress import Bar
    from vloot.urn import reads as urn
    from vloot.wiring import IN_BACKUPS

    bar = Bar(is_shown=not is_quiet)
    try:
        # What a newer release calls a secret, this one does not know.
        is_whole = schema.is_whole(schema.steps_taken())
        with writing(path) as into:
            kept = keep(schema.parameters(), into, left_out=IN_BACKUPS, progress=bar.show)
            if is_whole and (unknown := sorted(IN_BACKUPS.keys() - kept.tables.keys())):
                raise BackupError(f"{unknown[0]} is to be left out, and there is no such table.")
            # After the rows: a file that they name is there before them, and at worst one comes along that none names yet.
            for part in PARTS:
                into.part(part, data / part)
            manifest = Manifest(
                version=__version__,
                made_at=now,
                steps=kept.steps,
                tables=kept.tables,
                counters=kept.counters,
                left_out=sorted(IN_BACKUPS),
                open_votes=urn.open_now(),
                postgresql=connection.pg_version // 10_000,  # type: ignore[attr-defined]
            )
            into.manifest(manifest)
    except (psycopg.Error, DatabaseError) as error:
        raise BackupError(f"The database did not give everything: {error}") from error
    finally:
        bar.end()
    return {
        "path": str(path),
        "made_at": now,
        "tables": len(manifest.tables),
        "rows": manifest.rows,
        "files": into.files,
        "megabytes": round(path.stat().st_size / 1e6, 1),
        "open_votes": manifest.open_votes,
    }


def _afterwards(path: Path, keep: int | None, data: Path, now: datetime) -> tuple[list[str], list[str]]:
    """Note that it was made, and remove the oldest: the names of those, and what went wrong; the backup itself is made."""
    dropped: list[str] = []
    try:
        (data / LAST).write_text(f"{now.isoformat()}\n{path}\n", "utf-8")
        listed = sorted(path.parent.iterdir()) if keep else []
        ours = [one for one in listed if _OURS.fullmatch(one.name) and one.is_file() and not one.is_symlink()]
        # By their names, which tell the time; whatever the clock says, the one just made stays.
        for old in [one for one in ours[: -(keep or 1)] if one != path]:
            old.unlink()
            dropped.append(str(old))
    except OSError as error:
        return dropped, [f"The backup is made, but: {error}"]
    return dropped, []
