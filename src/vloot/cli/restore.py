"""`vloot restore`: a company back out of a backup, into a new data folder and an empty database. Nothing that is there is changed."""

import argparse
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vloot.cli.backup import PARTS
from vloot.config import TOML, Config, load, named_folder

if TYPE_CHECKING:
    from vloot.ground.backup import Archive

_FILES = "files"
_TAKEN = ("pg", "pg-elsewhere.txt", "demo.txt", "secret.key", "push.key", _FILES)


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("restore", help="bring a company back out of a backup, into a new folder")
    parser.add_argument("file", type=Path, metavar="FILE", help="what vloot backup made")
    parser.add_argument("--check", action="store_true", help="only say whether the file is whole")
    parser.add_argument(
        "--without-settings",
        action="store_true",
        help=f"leave its {TOML} out: to look at it without sending mail or fetching any",
    )
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Bring it back; the exit status is 2 when it could not be, and then nothing was changed."""
    from vloot.cli.running.lock import TakenError, only_server
    from vloot.ground.backup import Archive, BackupError

    try:
        archive = Archive(args.file)
        if args.check:
            return _say(args, archive, [])
        data = named_folder()
        _must_be_free(data)
        with only_server(data, "vloot restore"):
            return _say(args, archive, _bring_back(args, archive, data))
    except (BackupError, TakenError, OSError) as error:
        print(f"vloot: {error}", file=sys.stderr)
        return 2


def _must_be_free(data: Path) -> None:
    from vloot.ground.backup import BackupError

    taken = [name for name in _TAKEN if (data / name).exists()]
    if taken:
        raise BackupError(
            f"{data} has a company already ({taken[0]}). Bring this one back into a new folder: "
            "vloot restore FILE --data DIR"
        )


def _bring_back(args: argparse.Namespace, archive: "Archive", data: Path) -> list[str]:
    """All of it, or nothing. Gives what there is to say."""
    with _undone(data, archive, args) as notes:
        config = load()
        with _house(config, data) as is_new:
            from vloot.cli.running import schema
            from vloot.ground.backup import BackupError

            if not is_new:
                raise BackupError(
                    "The database of DATABASE_URL is not empty. Name an empty one; "
                    f"one that stands in the backup's {TOML} is left out by --without-settings."
                )
            _fill(archive, data / _FILES, is_quiet=args.json)
            schema.bring_up(config, say=lambda _: None)
            notes.extend(_after(archive))
    return notes


def _fill(archive: "Archive", files: Path, *, is_quiet: bool) -> None:
    from django.db import transaction

    from vloot.cli.running import fresh, schema
    from vloot.ground.backup import BackupError, lay
    from vloot.ground.progress import Bar

    steps, bar = set(archive.manifest.steps), Bar(is_shown=not is_quiet)
    is_at_once = schema.is_whole(steps) and fresh.fits()
    if not is_at_once:
        schema.take(steps)
    try:
        with transaction.atomic():
            if is_at_once:
                fresh.lay()
            lay(archive, bar.show)
            archive.unpack(_FILES, files)
    except BackupError as error:
        # Steps one by one cannot be taken back; our own database goes as a whole.
        left = (
            ""
            if is_at_once
            else " A database of DATABASE_URL has tables now: make a new one before you try again."
        )
        raise BackupError(f"{error}{left}") from error
    finally:
        bar.end()


@contextmanager
def _undone(data: Path, archive: "Archive", args: argparse.Namespace) -> Iterator[list[str]]:
    """The folder with its keys and settings in the block, which are there after it only when it ends well; gives notes to add to."""
    with ExitStack() as undo:
        notes = []
        undo.callback(shutil.rmtree, data / _FILES, ignore_errors=True)
        for part in PARTS:
            target = data / part
            if part == _FILES or (part == TOML and args.without_settings):
                continue
            if target.exists():
                notes.append(f"{target} was there before and stays as it is.")
                continue
            archive.unpack(part, target)
            undo.callback(target.unlink, missing_ok=True)
        yield notes
        undo.pop_all()


@contextmanager
def _house(config: Config, data: Path) -> Iterator[bool]:
    """The database, running; whether it is empty. One of our own that is new goes again when the block fails."""
    from vloot.cli.ground import house
    from vloot.ground.postgres import Cluster

    with ExitStack() as undo:
        if not config.database_url:
            undo.callback(Cluster(data / "pg").remove)
        with house(config):
            from django.db import connection

            from vloot.cli.running import fresh, schema

            schema.make(config)
            with connection.cursor() as cursor:
                is_new = fresh.is_empty(cursor)
            yield is_new
        undo.pop_all()


def _after(archive: "Archive") -> list[str]:
    """What the company's own books must know, and what whoever brought it back must."""
    from vloot.company import acts as company
    from vloot.ground import clock
    from vloot.people.actor import Actor
    from vloot.urn import reads as urn

    made_at = archive.manifest.made_at
    company.come_back(by=Actor(person_id=0, origin="restore", is_importer=True), made_at=made_at)
    notes = ["Everybody signs in anew. Mail that waited in the backup goes out once Vloot runs."]
    if lost := len(urn.lost()):
        notes.append(f"Secret votes that were open: {lost}. They end uncounted, and say so on their pages.")
    days = (clock.now() - made_at).days
    if days:
        notes.append(f"What was written, changed or erased in the {days} days since is as it was before.")
    notes.append("Whoever asked since to be forgotten is back: erase them again.")
    return notes


def _say(args: argparse.Namespace, archive: "Archive", notes: list[str]) -> int:
    manifest = archive.manifest
    if args.json:
        import msgspec

        known = {
            "version": manifest.version,
            "made_at": manifest.made_at,
            "tables": len(manifest.tables),
            "rows": manifest.rows,
            "left_out": manifest.left_out,
            "is_restored": not args.check,
            "notes": notes,
        }
        print(msgspec.json.encode(known).decode())
        return 0
    moment = f"{manifest.made_at:%Y-%m-%d %H:%M} UTC"
    said = (
        f"{manifest.rows} rows of {len(manifest.tables)} tables, made by Vloot {manifest.version} on {moment}"
    )
    print(f"{args.file} is whole: {said}." if args.check else f"Brought back: {said}.")
    for note in notes:
        print(note)
    if not args.check:
        print(f"Start it with: vloot serve --data {named_folder()}")
    return 0
