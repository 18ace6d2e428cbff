"""`vloot serve`: the web pages, the live stream and the worker, on one port, until it is stopped."""

import argparse
import os
import sys
from typing import Any

from vloot.config import Config, load


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("serve", help="run Vloot")
    parser.add_argument("--host", help="the address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, help="the port to listen on (default: 8000)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until a signal comes."""
    for name, value in (("VLOOT_HOST", args.host), ("VLOOT_PORT", args.port)):
        if value is not None:
            os.environ[name] = str(value)
    config = load()
    from vloot.cli.running.lock import TakenError, only_server, probe

    try:
        with only_server(config.data, config.origin):
            probe(config.host, config.port)
            return serve(config)
    except TakenError as error:
        print(f"vloot: {error}", file=sys.stderr)
        return 3


def serve(config: Config, *, durable: bool = True, prepare: Any = None) -> int:
    """Serve with the folder held. `prepare` is called with the database ready and before the first page."""
    from vloot.cli.ground import house

    with house(config, durable=durable):
        from django.db import connections

        from vloot.cli.running import queue, schema, static, web

        schema.bring_up(config)
        if not config.debug:
            static.collect()
        if prepare is not None:
            prepare()
        lines = welcome(config)
        # The processes that follow are copies of this one and must not share its connections.
        connections.close_all()
        worker = queue.Queue()
        worker.start()
        try:
            return web.serve(config, on_ready=lambda: print(lines, flush=True))
        finally:
            worker.stop()


def welcome(config: Config) -> str:
    """What the terminal says once pages can be opened."""
    from vloot.company.acts import make_start_link

    token = make_start_link()
    if token is not None:
        return (
            "\nThis company has no founder yet. Open this link to name it and to become its first administrator.\n"
            f"It works once:\n\n    {config.origin}/start/{token}/\n\nStop with Ctrl-C."
        )
    if config.demo:
        mail = f"It sends no mail. What it would send, in working hours, lies in {config.data / 'mail'}: one file a letter."
        return f"\nThe demo company is open:\n\n    {config.origin}\n\n{mail}\n\nStop with Ctrl-C."
    return f"\nVloot is open:\n\n    {config.origin}\n\nStop with Ctrl-C."
