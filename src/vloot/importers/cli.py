"""What `vloot import` can bring in: one word for each dialect, whose own `cli` says the rest."""

import argparse
from collections.abc import Callable
from pathlib import Path

from vloot.importers.people import cli as people
from vloot.importers.slack import cli as slack


def add(parser: argparse.ArgumentParser) -> None:
    """Add a word for each dialect."""
    dialects = parser.add_subparsers(title="what to import", required=True, metavar="KIND")
    slack.add(dialects)
    people.add(dialects)
    for dialect in set(dialects.choices.values()):
        # `vloot import slack PATH --data DIR` is what one types; see vloot.cli.
        dialect.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Import, with the database running. `args.origin` is the address at which people open the company."""
    chosen: Callable[[argparse.Namespace], int] = args.run_import
    return chosen(args)
