"""`vloot demo`: a throw-away company with people in it, one click to sign in as any of them."""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from vloot.config import Config, ConfigError, load

PEOPLE = 140
MARK = "demo.txt"


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("demo", help="show a company that is not real, thrown away at the end")
    parser.add_argument("--host", help="the address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=int, help="the port to listen on (default: 8000)")
    parser.add_argument("--people", type=int, default=PEOPLE, help=f"how many people (default: {PEOPLE})")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Build the company and serve it until a signal comes."""
    from vloot.cli.running.lock import TakenError, only_server, probe

    # Only a folder that was asked for just now: VLOOT_DATA may well name the real company's.
    kept: Path | None = args.data
    folder = kept or Path(tempfile.mkdtemp(prefix="vloot-demo-"))
    try:
        config = _config(args, folder, is_kept=kept is not None)
        with only_server(config.data, config.origin):
            probe(config.host, config.port)
            _mark(config.data)
            return _show(config, args.people, is_kept=kept is not None)
    except TakenError as error:
        print(f"vloot: {error}", file=sys.stderr)
        return 3
    finally:
        if kept is None:
            _throw_away(folder)


def _mark(data: Path) -> None:
    """Remember that this folder is a demo's. In anybody else's everyone could sign in as anyone."""
    if (data / MARK).exists():
        return
    if any((data / name).exists() for name in ("pg", "pg-elsewhere.txt", "files", "vloot.toml")):
        raise ConfigError(f"{data} belongs to a real company. Give the demo a folder of its own, or none.")
    (data / MARK).write_text("A demo company lives here.\n", "utf-8")


def _config(args: argparse.Namespace, folder: Path, *, is_kept: bool) -> Config:
    # The demo must never touch the company's own database.
    for name in [name for name in os.environ if name.startswith("VLOOT_") and name != "VLOOT_DATA"]:
        del os.environ[name]
    os.environ.pop("DATABASE_URL", None)
    os.environ.update(VLOOT_DATA=str(folder), VLOOT_DEMO="true")
    for name, value in (("VLOOT_HOST", args.host), ("VLOOT_PORT", args.port)):
        if value is not None:
            os.environ[name] = str(value)
    if not is_kept and os.geteuid() == 0:
        folder.chmod(0o711)  # its database runs as another user
    return load()


def _show(config: Config, people: int, *, is_kept: bool) -> int:
    from vloot.cli.serve import serve

    def build() -> None:
        from vloot.company.reads import is_founded
        from vloot.demo import story
        from vloot.ground.progress import Bar

        if is_founded():
            return
        print(f"Making a company of {people} people ...", flush=True)
        bar = Bar(is_shown=True)
        story.build(people=people, progress=bar.show)
        bar.end()

    return serve(config, durable=is_kept, prepare=build)


def _throw_away(folder: Path) -> None:
    from vloot.ground.postgres import Cluster

    Cluster(folder / "pg").remove()
    shutil.rmtree(folder, ignore_errors=True)
