"""`vloot reindex`: makes the index of search anew, from the posts; search goes on meanwhile and finds what is indexed by then."""

import argparse
from typing import Any


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("reindex", help="make the index of search anew")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make it."""
    from vloot.cli.ground import house

    with house() as config:
        from vloot.cli.running import schema
        from vloot.talk.search import acts as search

        schema.bring_up(config)
        done = search.reindex(say=lambda done: print(f"\r{done} posts indexed", end="", flush=True))
        print(f"\rSearch knows all {done} posts again.")
    return 0
