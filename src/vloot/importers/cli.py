"""What `vloot import` can bring in: one word for each dialect, whose own `cli` says the rest."""

import argparse
from collections.abc import Callable

from vloot.importers.people import cli as people
from vloot.importers.slack import cli as slack


def add(parser: argparse.ArgumentParser) -> None:
    """Add a word for each dialect."""
    dialects = parser.add_subparsers(title="what to import", required=True, metavar="KIND")
    slack.add(dialects)
    people.add(dialects)


def run(args: argparse.Namespace) -> int:
    """Import, with the database running. `args.origin` is the address at which people open the company."""
    chosen: Callable[[argparse.Namespace], int] = args.run_import
    return chosen(args)
