"""`vloot climate ...`: the climate's arithmetic on a file, without a company."""

import argparse
import json
from pathlib import Path
from typing import Any


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("climate", help="the climate's arithmetic on a file, without a company")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    shown = verbs.add_parser("publishable", help="which groups may be shown together")
    shown.add_argument("file", type=Path, metavar="GROUPS.csv", help="columns group, parent and answers")
    shown.add_argument(
        "--minimum",
        type=_minimum,
        default=7,
        metavar="N",
        help="the smallest number of answers (7; 5 at least)",
    )
    scale = verbs.add_parser("reliability", help="how well the items of a scale hang together")
    scale.add_argument("file", type=Path, metavar="FILE.csv", help="one line a person, one column an item")
    scale.add_argument(
        "--items", type=_names, required=True, metavar="A1,A2", help="the columns of the scale"
    )
    scale.add_argument("--reverse", type=_names, default=[], metavar="A1", help="those that say the opposite")
    scale.add_argument("--group", default="", metavar="G", help="the column with the group of each person")
    for verb in (shown, scale):
        verb.add_argument("--json", action="store_true", help=argparse.SUPPRESS)  # they print nothing else
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print JSON; the exit status is 2 when the file is not what it should be, and then nothing is printed but why."""
    from vloot.cli import files
    from vloot.ground.table import BadLines, TableError

    try:
        found = _publishable(args) if args.verb == "publishable" else _reliability(args)
    except (TableError, BadLines) as error:
        return files.refuse(error, args.file)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def _publishable(args: argparse.Namespace) -> dict[str, Any]:
    from vloot.climate.engine import groups
    from vloot.ground.disclosure import ChartError, publishable
    from vloot.ground.table import TableError

    try:
        return publishable(groups.read(args.file), minimum=args.minimum)._asdict()
    except ChartError as error:
        raise TableError(error.text, **error.values) from error


def _reliability(args: argparse.Namespace) -> dict[str, Any]:
    import msgspec

    from vloot.climate.engine import answers, reliability

    given = answers.read(args.file, items=args.items, reverse=args.reverse, group=args.group)
    found: dict[str, Any] = msgspec.to_builtins(reliability.of(given))
    return found


def _names(written: str) -> list[str]:
    names = [name.strip() for name in written.split(",")]
    if not all(names) or len(set(names)) < len(names):
        raise argparse.ArgumentTypeError("names of columns with commas between them, each once")
    return names


def _minimum(written: str) -> int:
    from vloot.ground.disclosure import LEAST

    if not written.isdigit() or int(written) < LEAST:
        raise argparse.ArgumentTypeError(f"a whole number, {LEAST} at least")
    return int(written)
