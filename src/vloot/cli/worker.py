"""`vloot worker`: works off the queue. `vloot serve` starts one by itself."""

import argparse
import asyncio
from typing import Any


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("worker", help="work off the queue (serve does this by itself)")
    parser.add_argument("--child-of", type=int, default=0, help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Work until a signal comes."""
    from vloot.cli.entry import departure
    from vloot.cli.ground import house

    if args.child_of:
        departure.end_with_parent(args.child_of)
    with house():
        asyncio.run(_work())
    return 0


async def _work() -> None:
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    from vloot.cli.running.queue import GRACE

    assert isinstance(app.connector, DjangoConnector)
    with app.replace_connector(app.connector.get_worker_connector()) as working:
        async with working.open_async():
            await working.run_worker_async(name="vloot", concurrency=2, shutdown_graceful_timeout=GRACE)
