"""`vloot import ...`: puts people or an export of another program into the company."""

import argparse
from typing import Any


def add(subparsers: Any) -> None:
    """Add the command to the parser; what can be imported stands in `vloot.importers.cli`."""
    from vloot.importers import cli

    parser = subparsers.add_parser("import", help="put people or another program's export into the company")
    cli.add(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Import, with the database running and up to date."""
    from vloot.cli.ground import house

    with house() as config:
        from vloot.cli.running import schema
        from vloot.importers import cli

        schema.bring_up(config, say=lambda _: None)
        args.origin = config.origin  # where the founder's link leads
        return cli.run(args)
