"""`vloot check`: says what is wrong with settings, database, mail, storage and clock."""

import argparse
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import msgspec

from vloot.cli.checks import clock, database, mail, settings, storage
from vloot.cli.checks.finding import Finding
from vloot.config import ConfigError, documented, load
from vloot.ground.postgres import ClusterError

_MARKS = {"ok": "ok   ", "note": "note ", "wrong": "WRONG"}


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("check", help="say what is wrong, if anything")
    parser.add_argument("--json", action="store_true", help="for machines: a list of what was found")
    parser.add_argument("--settings", action="store_true", help="list what can be set, and look at nothing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Look at everything; the exit status is 1 when something is wrong."""
    if args.settings:
        for name, default, words in documented():
            print(f"{name:<20} {words}" + (f" [{default}]" if default else ""))
        return 0
    found = list(findings())
    if args.json:
        print(msgspec.json.encode(found).decode())
    else:
        for one in found:
            print(f"{_MARKS[one.state]}  {one.about:<9} {one.text}")
    return int(any(one.state == "wrong" for one in found))


def findings() -> Iterator[Finding]:
    """Everything that is to be said, in the order of settings, storage, database, clock, mail."""
    from vloot.cli.ground import house
    from vloot.cli.running.lock import make_folder

    try:
        config = load()
    except ConfigError as error:
        yield Finding("settings", "wrong", str(error))
        return
    yield from settings.look(config)
    try:
        make_folder(config.data)
    except OSError as error:
        yield Finding("storage", "wrong", f"{config.data} cannot be made: {error.strerror}.")
        return
    yield from storage.look(config)
    with ExitStack() as stack:
        try:
            stack.enter_context(house(config))
            yield from database.look(config)
            yield from clock.look(config)
        except ClusterError as error:
            yield Finding("database", "wrong", str(error))
            return
        yield from mail.look(config)
