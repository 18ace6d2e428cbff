"""`vloot evaluate experts`: how well the engine finds who knows, on a file of questions, without a company."""

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser(
        "evaluate", help="try an engine on questions of which the outcome is known"
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="experts")
    experts = verbs.add_parser("experts", help="how well it is found who answers a question")
    experts.add_argument("file", type=Path, metavar="FILE.jsonl", help="one question a line; .gz is read too")
    experts.add_argument(
        "--split",
        type=_moment,
        required=True,
        metavar="TIME",
        help="questions after this moment are asked (ISO 8601)",
    )
    experts.add_argument("--json", action="store_true", help="for machines")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the figures; the exit status is 2 when the file is not what it should be."""
    from vloot.experts.engine import evaluation, questions

    try:
        found = evaluation.evaluate(questions.read(args.file), questions.days(args.split))
    except questions.FileError as error:
        print(f"vloot: {error}", file=sys.stderr)
        return 2
    if args.json:
        print(json.dumps(found))
        return 0
    print(f"{found['questions']} questions, {found['candidates']} people who could have been asked")
    print(f"{'':14}{'this engine':>12}{'the busiest':>12}")
    for name, figure in found["baseline"].items():
        if isinstance(figure, float):
            print(f"{name:14}{found[name]:12.3f}{figure:12.3f}")
    return 0


def _moment(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError("a moment as 2026-05-29T05:25:22Z") from error
