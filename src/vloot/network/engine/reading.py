"""Reading a network from files: the ties, what is known of the persons, the formal chart. Ids are opaque; bad lines are all named."""

from __future__ import annotations

import math
from collections.abc import Collection
from pathlib import Path

from vloot.ground.marking import mark as _
from vloot.ground.table import NamedTable, TableError

LARGEST = 1_000_000_000  # octets


def ties(path: Path) -> list[tuple[str, str, float]]:
    """Source, target and weight of each row; no weight means 1. Raises TableError and BadLines."""
    table = NamedTable(path, ("source", "target"), largest=LARGEST)
    comma = "," if table.separator == "," else "."  # elsewhere a comma may stand before the decimals

    def one(line: int, cells: dict[str, str]) -> tuple[str, str, float]:
        written = cells.get("weight", "")
        weight = _weight(line, written.replace(",", comma)) if written else 1.0
        return _id(line, cells, "source"), _id(line, cells, "target"), weight

    return table.each(one)


def nodes(path: Path, among: Collection[str] = ()) -> tuple[list[str], dict[str, dict[str, str]]]:
    """The persons, and for each attribute what is known of whom; the first column is the id, whatever it is called.

    A first line whose first cell is one of `among` is no header. Raises TableError and BadLines.
    """
    table = NamedTable(path, largest=LARGEST)
    names = table.names
    if not names or not names[0]:
        raise TableError(
            _("{path}: the first line must name the columns: id, then the attributes."), path=path
        )
    if table.head[0] in among:
        text = _(
            "{path}, line 1: “{cell}” is somebody in the ties. The first line must name the columns: id, then the attributes."
        )
        raise TableError(text, path=path, cell=table.head[0])
    seen: dict[str, int] = {}
    attributes: dict[str, dict[str, str]] = {name: {} for name in table.head[1:] if name}

    def one(line: int, cells: dict[str, str]) -> None:
        person = _id(line, cells, names[0])
        if person in seen:
            text = _("line {line}: “{cell}” stands in line {first} already. Keep one of them.")
            raise TableError(text, line=line, cell=person, first=seen[person])
        seen[person] = line
        for name, spelled in zip(names[1:], table.head[1:], strict=True):
            if spelled and cells.get(name):
                attributes[spelled][person] = cells[name]

    table.each(one)
    return list(seen), attributes


def chart(path: Path) -> list[tuple[str, str]]:
    """Persons and who leads them; who has no leader makes no line. Raises TableError and BadLines."""
    table = NamedTable(path, ("person", "manager"), largest=LARGEST)

    def one(line: int, cells: dict[str, str]) -> tuple[str, str]:
        return _id(line, cells, "person"), cells.get("manager", "")

    return [row for row in table.each(one) if row[1]]


def _id(line: int, cells: dict[str, str], column: str) -> str:
    if not (found := cells.get(column, "")):
        raise TableError(
            _("line {line}: “{column}” is empty. Each line needs one."), line=line, column=column
        )
    return found


def _weight(line: int, written: str) -> float:
    try:
        weight = math.nan if "_" in written else float(written)
    except ValueError:
        weight = math.nan
    if not math.isfinite(weight) or weight < 0:
        text = _(
            "line {line}: “{cell}” is no weight. A weight is a number that is not negative; empty means 1."
        )
        raise TableError(text, line=line, cell=written)
    return weight
