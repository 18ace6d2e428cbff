"""What `vloot import people` asks and says. Rooms are imported inside: Django runs only once the command does."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vloot.people.chart.rows import ChartReport

ORIGIN = "import:people"


def add(dialects: Any) -> None:
    """Add `people` to what can be imported."""
    parser = dialects.add_parser("people", help="the formal chart from a CSV file")
    parser.add_argument(
        "path",
        type=Path,
        metavar="FILE.csv",
        help="columns: name, username or email, and if you like team, manager, function, joined",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would happen and change nothing")
    parser.add_argument("--json", action="store_true", help="print the report for programs")
    parser.set_defaults(run_import=run)


def run(args: argparse.Namespace) -> int:
    """Import the chart; 1 when a bad row kept the file out, 2 when the file is no table."""
    from vloot.ground.table import TableError
    from vloot.importers.people.table import Table
    from vloot.people import acts
    from vloot.people.actor import Actor

    try:
        table = Table(args.path)
        rows = list(table.rows())
    except TableError as error:
        print(f"vloot: {error}", file=sys.stderr)  # noqa: T201
        return 2
    house = Actor(person_id=0, origin=ORIGIN, is_importer=True)
    report = acts.import_people_many(by=house, rows=rows, is_dry_run=args.dry_run)
    lines = [_as_json(report, table.ignored)] if args.json else _as_lines(report, table.ignored)
    for line in lines:
        print(line)  # noqa: T201
    return 1 if report.is_refused else 0


def _as_json(report: ChartReport, ignored: list[str]) -> str:
    import msgspec

    said = {
        "is_dry_run": report.is_dry_run,
        "is_refused": report.is_refused,
        **report.counts,
        "new_teams": list(report.new_teams),
        "ignored_columns": ignored,
        "lines": msgspec.to_builtins(report.lines),
    }
    return json.dumps(said, ensure_ascii=False)


def _as_lines(report: ChartReport, ignored: list[str]) -> list[str]:
    said = [
        f"line {line.line}: {line.name or '(no name)'}: {line.deed}{f' ({line.words})' if line.words else ''}"
        for line in report.lines
    ]
    if ignored:
        said.append(f"Columns that mean nothing here: {', '.join(ignored)}")
    if report.new_teams and not report.is_refused:
        said.append(f"New teams: {', '.join(report.new_teams)}")
    counts = ", ".join(f"{count} {deed}" for deed, count in report.counts.items())
    if report.is_refused:
        said.append(f"{counts}. Nothing was changed: correct the bad lines and try again.")
    elif report.is_dry_run:
        said.append(f"{counts}. Nothing was changed: this was a dry run. Leave out --dry-run to do it.")
    else:
        said.append(f"{counts}. Done.")
        if report.counts.get("new"):
            said.append(
                "Next: let the new ones in. A host or administrator opens their page under People and prints a sign-in code; "
                "who has an e-mail address can also ask for a password on the page to sign in."
            )
    return said
