"""`vloot manage ...`: a command of Django's, with the database running."""

import argparse
from typing import Any


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("manage", help="run a command of Django's, such as shell")
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="...")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run it."""
    from django.core.management import execute_from_command_line

    from vloot.cli.ground import database

    with database():
        execute_from_command_line(["vloot manage", *args.words])
    return 0
