"""What `vloot import slack` asks and says. Rooms are imported inside: Django runs only once the command does."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

_ASKED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("path", {"type": Path, "metavar": "PATH", "help": "the export: the zip, or the folder it unpacks to"}),
    ("--dry-run", {"action": "store_true", "help": "say what would come in and change nothing"}),
    ("--json", {"action": "store_true", "help": "print the report for programs"}),
    ("--with-private", {"action": "store_true", "help": "bring private channels in too; needs --ground"}),
    ("--ground", {"default": "", "metavar": "TEXT", "help": "why private channels come in; it is logged"}),
    (
        "--files",
        {
            "type": Path,
            "metavar": "PATH",
            "help": "a folder or zip of files named by Slack's id, F123-plan.pdf",
        },
    ),
    (
        "--founder",
        {"default": "", "metavar": "NAME", "help": "name, user name or e-mail of who founds the company"},
    ),
    ("--company", {"default": "", "metavar": "NAME", "help": "the company's name"}),
    (
        "--by",
        {
            "default": "",
            "metavar": "USERNAME",
            "help": "the administrator who imports, in a company that has begun",
        },
    ),
)


def add(dialects: Any) -> None:
    """Add `slack` to what can be imported."""
    parser = dialects.add_parser("slack", help="a Slack export")
    for name, how in _ASKED:
        parser.add_argument(name, **how)
    parser.set_defaults(run_import=run)


def run(args: argparse.Namespace) -> int:
    """Import the export; 2 when it cannot be used or nobody may import it like this, and then nothing has changed."""
    from vloot.ground.errors import Refused
    from vloot.ground.progress import Bar
    from vloot.importers.report import as_json, lines
    from vloot.importers.slack.archive import ArchiveError
    from vloot.importers.slack.run import Options, bring_in

    options = Options(
        path=args.path,
        is_dry_run=args.dry_run,
        with_private=args.with_private,
        ground=args.ground,
        files=args.files,
        founder=args.founder,
        company=args.company,
        by=args.by,
    )
    try:
        outcome = bring_in(options, Bar(is_shown=not args.json))
    except (ArchiveError, Refused) as error:
        sys.stderr.write(f"vloot: {error}\n")
        return 2
    said = [as_json(outcome.report)] if args.json else lines(outcome.report, is_dry_run=args.dry_run)
    sys.stdout.write("".join(f"{line}\n" for line in said))
    if outcome.token is not None:
        # Beside a report for programs, so that what they read stays JSON.
        out = sys.stderr if args.json else sys.stdout
        out.write(_welcome(outcome.founder, f"{args.origin}/start/{outcome.token}/"))
    return 0


def _welcome(founder: str, link: str) -> str:
    return (
        f"\n{founder} founds this company and hosts every space that came in (--founder names somebody else).\n"
        "This link makes whoever opens it that founder. It works once, while `vloot serve` runs:\n"
        f"\n    {link}\n\n"
    )
