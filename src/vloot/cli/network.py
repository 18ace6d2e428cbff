"""`vloot network analyse TIES.csv`: the figures of a network in a file, as JSON; no company and no database are needed."""

import argparse
import json
from pathlib import Path
from typing import Any


def add(subparsers: Any) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("network", help="the figures of a network of ties in a file")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="analyse")
    analyse = verbs.add_parser("analyse", help="print them as JSON")
    analyse.add_argument(
        "ties", type=Path, metavar="TIES.csv", help="columns: source, target and if you like weight"
    )
    analyse.add_argument("--nodes", type=Path, metavar="NODES.csv", help="columns: id, then attributes")
    analyse.add_argument("--chart", type=Path, metavar="CHART.csv", help="columns: person, manager")
    analyse.add_argument("--json", action="store_true", help=argparse.SUPPRESS)  # it prints nothing else
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Analyse; the exit status is 2 when a file cannot be used, and then nothing is printed but why."""
    from vloot.cli import files
    from vloot.ground.table import BadLines, TableError
    from vloot.network.engine import reading
    from vloot.network.engine.analysis import analyse
    from vloot.network.engine.ties import network

    path = args.ties
    try:
        ties = reading.ties(path)
        persons: list[str] = []
        attributes: dict[str, dict[str, str]] = {}
        if path := args.nodes:
            persons, attributes = reading.nodes(path, {end for tie in ties for end in tie[:2]})
        chart = reading.chart(path) if (path := args.chart) else None
    except (TableError, BadLines) as error:
        return files.refuse(error, path)
    print(json.dumps(analyse(network(ties, others=persons), attributes, chart), ensure_ascii=False))
    return 0
