"""`vloot restore`: a company back out of a backup, into a new data folder and an empty database. Nothing that is there is changed."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vloot.config import TOML, named_folder
from vloot.ground.postgres import ClusterError

if TYPE_CHECKING:
    from vloot.ground.backup import Archive


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("restore", help="bring a company back out of a backup, into a new folder")
    parser.add_argument("file", type=Path, metavar="FILE", help="what vloot backup made")
    parser.add_argument("--check", action="store_true", help="only say whether the file is whole")
    parser.add_argument(
        "--without-settings",
        action="store_true",
        help=f"leave its {TOML} out, so that a copy to look at neither sends mail nor fetches any",
    )
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Bring it back; the exit status is 2 when it could not be, and then nothing was changed."""
    from vloot.cli.running.ending import ends_in_order
    from vloot.cli.running.lock import TakenError
    from vloot.ground.backup import Archive, BackupError

    try:
        with ends_in_order(), Archive(args.file) as archive:
            notes = [] if args.check else _bring_back(args, archive)
    except (BackupError, TakenError, ClusterError, OSError) as error:
        print(f"vloot: {error}", file=sys.stderr)
        return 2
    return _say(args, archive, notes)


def _bring_back(args: argparse.Namespace, archive: "Archive") -> list[str]:
    from vloot.cli import returning
    from vloot.cli.running.lock import only_server

    data = named_folder()
    with only_server(data, "vloot restore"):
        return returning.bring_back(archive, data, has_settings=not args.without_settings, is_quiet=args.json)


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
        print(f"- {note}")
    if not args.check:
        print(f"Start it with: vloot serve --data {named_folder()}")
    return 0
