"""Reading a network from files: the ties, what is known of the persons, the formal chart. Ids are opaque; bad lines are all named."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from vloot.ground.table import Table, TableError

LARGEST = 1_000_000_000  # octets
NAMED = 20  # so many bad lines are named one by one
T = TypeVar("T")


def _(text: str) -> str:
    """Marks a text for the catalogue."""
    return text


MORE = _("and {count} more bad lines")


class BadLines(Exception):  # noqa: N818  # said as it is
    """Lines that cannot be used: the first of them, and how many in all."""

    def __init__(self, first: list[TableError], count: int) -> None:
        super().__init__("\n".join(str(error) for error in first))
        self.first = first
        self.count = count


def ties(path: Path) -> list[tuple[str, str, float]]:
    """Source, target and weight of each row; no weight means 1. Raises TableError and BadLines."""
    table = _table(path, ("source", "target"))
    comma = "," if table.separator == "," else "."  # elsewhere a comma may stand before the decimals

    def one(line: int, cells: dict[str, str]) -> tuple[str, str, float]:
        written = cells.get("weight", "")
        weight = _weight(line, written.replace(",", comma)) if written else 1.0
        return _id(line, cells, "source"), _id(line, cells, "target"), weight

    return _read(table, one)


def nodes(path: Path, among: Collection[str] = ()) -> tuple[list[str], dict[str, dict[str, str]]]:
    """The persons, and for each attribute what is known of whom; the first column is the id, whatever it is called.

    A first line whose first cell is one of `among` is no header. Raises TableError and BadLines.
    """
    table = _table(path, ())
    names = _names(table)
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

    _read(table, one)
    return list(seen), attributes


def chart(path: Path) -> list[tuple[str, str]]:
    """Persons and who leads them; who has no leader makes no line. Raises TableError and BadLines."""
    table = _table(path, ("person", "manager"))

    def one(line: int, cells: dict[str, str]) -> tuple[str, str]:
        return _id(line, cells, "person"), cells.get("manager", "")

    return [row for row in _read(table, one) if row[1]]


def _names(table: Table) -> list[str]:
    return [cell.lower() for cell in table.head]


def _table(path: Path, needed: tuple[str, ...]) -> Table:
    table = Table(path, largest=LARGEST)
    names = _names(table)
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        raise TableError(_("{path}: two columns are called “{name}”. Rename one."), path=path, name=twice[0])
    if missing := [name for name in needed if name not in names]:
        text = _("{path}, line 1: the first line must name the columns: {needed}. “{missing}” is missing.")
        raise TableError(text, path=path, needed=", ".join(needed), missing=missing[0])
    return table


def _read(table: Table, one: Callable[[int, dict[str, str]], T]) -> list[T]:
    """Each row as `one` makes it of its cells by the column's name in small letters."""
    names = _names(table)
    found: list[T] = []
    bad: list[TableError] = []
    count = 0
    for line, row in table.rows():
        try:
            if len(row) > len(names) and any(cell.strip() for cell in row[len(names) :]):
                text = _(
                    "line {line}: {cells} cells, but the first line names {columns}. Put quotes around a cell with a comma."
                )
                raise TableError(text, line=line, cells=len(row), columns=len(names))
            found.append(one(line, dict(zip(names, [cell.strip() for cell in row], strict=False))))
        except TableError as error:
            count += 1
            if count <= NAMED:
                bad.append(error)
    if bad:
        raise BadLines(bad, count)
    return found


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
