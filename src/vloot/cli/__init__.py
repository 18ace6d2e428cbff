"""The program `vloot`: reads the command line and calls one module for each command.

Nouns: a command, a module here with `add(subparsers)` and `run(args) -> int`.
Verbs: `main`.
Never: holds a thought of its own; what a command does stands in a room or in the cellar.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from vloot import __version__
from vloot.config import ConfigError
from vloot.ground.postgres import ClusterError

# In the order of the help.
DATA = "the data folder (default: $VLOOT_DATA or ./vloot-data)"
COMMANDS = (
    "serve",
    "demo",
    "imports",
    "check",
    "audit",
    "climate",
    "evaluate",
    "network",
    "backup",
    "restore",
    "migrate",
    "reindex",
    "worker",
    "mail",
    "manage",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 when it did what was asked."""
    args = _parser().parse_args(argv)
    if args.data is not None:
        os.environ["VLOOT_DATA"] = str(args.data.expanduser().resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vloot.settings")
    try:
        status: int = args.run(args)
    except (ConfigError, ClusterError) as error:
        print(f"vloot: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vloot", description="The social platform for a company that starts inside."
    )
    parser.add_argument("--version", action="version", version=f"vloot {__version__}")
    parser.add_argument("--data", type=Path, help=DATA)
    subparsers = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name in COMMANDS:
        command = importlib.import_module(f"vloot.cli.{name}")
        command.add(subparsers)
    _take_folder_below(parser)
    return parser


def _take_folder_below(parser: argparse.ArgumentParser) -> None:
    """Let every command and each of its verbs take --data: `vloot audit verify --data DIR` is what one types."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in set(action.choices.values()):
                # Without SUPPRESS it would undo `vloot --data DIR serve`.
                below.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=DATA)
                _take_folder_below(below)
