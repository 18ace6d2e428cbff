"""Answers in a file: one line a person, one column an item."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vloot.ground.marking import mark as _
from vloot.ground.table import NamedTable, TableError

MISSING = frozenset(("", "na", "n/a", "nan", "null", "none", "."))


class Answers(NamedTuple):
    """The complete cases: who left an item out is not among them."""

    items: tuple[str, ...]
    values: NDArray[np.float64]  # persons × items, reversed items turned
    groups: tuple[str, ...]  # one a person, "" where none stands; empty when no group was asked for


def read(path: Path, *, items: Sequence[str], reverse: Sequence[str] = (), group: str = "") -> Answers:
    """The answers to `items`, those in `reverse` turned about: lowest + highest answer to any of the items − answer.

    Raises TableError and BadLines for a file that is no table of numbers, and TableError for a reversed item that is none of the items.
    """
    if stray := sorted(set(reverse) - set(items)):
        raise TableError(_("“{name}” is to be reversed, but is not among the items."), name=stray[0])
    table = NamedTable(path, [*items, group] if group else items)
    rows = table.each(lambda line, cells: _row(line, cells, items, group))
    complete = [(said, whose) for said, whose in rows if not any(math.isnan(one) for one in said)]
    found = np.array([said for said, _whose in complete], dtype=np.float64).reshape(len(complete), len(items))
    turned = [items.index(item) for item in reverse]
    if complete and turned:
        found[:, turned] = found.min() + found.max() - found[:, turned]
    return Answers(tuple(items), found, tuple(whose for _said, whose in complete) if group else ())


def _row(line: int, cells: dict[str, str], items: Sequence[str], group: str) -> tuple[list[float], str]:
    """What one person answered (nan where nothing), and their group."""
    whose = cells.get(group.lower(), "") if group else ""
    said = [_number(line, item, cells.get(item.lower(), "")) for item in items]
    return said, "" if whose.lower() in MISSING else whose


def _number(line: int, item: str, cell: str) -> float:
    if cell.lower() in MISSING:
        return math.nan
    try:
        value = float(cell if "." in cell else cell.replace(",", "."))
    except ValueError:
        value = math.inf
    if not math.isfinite(value):
        text = _(
            "line {line}: “{cell}” in column “{column}” is no number. Leave it empty where nothing was answered."
        )
        raise TableError(text, line=line, cell=cell, column=item)
    return value
