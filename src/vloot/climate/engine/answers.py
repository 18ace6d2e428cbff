"""Answers in a file: one line a person, one column an item."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vloot.ground.table import Table, TableError

MISSING = frozenset(("", "na", "n/a", "nan", "null", "none", "."))


class Answers(NamedTuple):
    """The complete cases: who left an item out is not among them."""

    items: tuple[str, ...]
    values: NDArray[np.float64]  # persons × items, reversed items turned
    groups: tuple[str, ...]  # one a person, "" where none stands; empty when no group was asked for


def read(path: Path, *, items: Sequence[str], reverse: Sequence[str] = (), group: str = "") -> Answers:
    """The answers to `items`, those in `reverse` turned about: lowest + highest answer to any of the items − answer.

    Raises TableError, which names the line or the column, for a file that is no table of numbers.
    """
    table = Table(path)
    places = [_place(table, path, item) for item in items]
    groups_at = _place(table, path, group) if group else -1
    if stray := sorted(set(reverse) - set(items)):
        raise TableError(f"{', '.join(stray)}: is to be reversed but is not among the items.")
    values: list[list[float]] = []
    groups: list[str] = []
    for line, cells in table.rows():
        said = [_number(cells, place, line, table.head[place]) for place in places]
        if not any(math.isnan(one) for one in said):
            values.append(said)
            groups.append(cells[groups_at].strip() if 0 <= groups_at < len(cells) else "")
    found = np.array(values, dtype=np.float64).reshape(len(values), len(places))
    turned = [items.index(item) for item in reverse]
    if values and turned:
        found[:, turned] = found.min() + found.max() - found[:, turned]
    return Answers(
        tuple(items), found, tuple("" if one.lower() in MISSING else one for one in groups) if group else ()
    )


def _place(table: Table, path: Path, name: str) -> int:
    if table.head.count(name) != 1:
        fault = "no column" if name not in table.head else "more than one column"
        raise TableError(
            f"{path} has {fault} named “{name}”. Its columns: {', '.join(filter(None, table.head))}."
        )
    return table.head.index(name)


def _number(cells: Sequence[str], place: int, line: int, name: str) -> float:
    cell = cells[place].strip() if place < len(cells) else ""
    if cell.lower() in MISSING:
        return math.nan
    try:
        value = float(cell if "." in cell else cell.replace(",", "."))
    except ValueError:
        value = math.inf
    if not math.isfinite(value):
        raise TableError(
            f"line {line}: “{cell}” in column {name} is not a number; leave it empty where nothing was answered."
        )
    return value
