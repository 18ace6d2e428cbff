"""`vloot migrate`: brings the database to the shape this release needs. `vloot serve` does it by itself."""

import argparse
from typing import Any


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("migrate", help="prepare the database (serve does this by itself)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prepare it."""
    from vloot.cli.ground import house

    with house() as config:
        from vloot.cli.running import schema

        steps = schema.bring_up(config)
        print("The database is ready." if steps else "The database was ready; nothing to do.")
    return 0
