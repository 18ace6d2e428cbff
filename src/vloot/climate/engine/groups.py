"""The groups of a chart in a file, with how many answered in each."""

from __future__ import annotations

from pathlib import Path

from vloot.ground.disclosure import Group
from vloot.ground.marking import mark as _
from vloot.ground.table import NamedTable, TableError

MOST_DIGITS = 9  # of a number of answers


def read(path: Path) -> list[Group]:
    """One group a line. Raises TableError and BadLines."""
    return NamedTable(path, ("group", "parent", "answers")).each(_group)


def _group(line: int, cells: dict[str, str]) -> Group:
    answers = cells.get("answers", "")
    if not cells.get("group"):
        raise TableError(
            _("line {line}: “{column}” is empty. Each line needs one."), line=line, column="group"
        )
    if not (answers.isascii() and answers.isdigit() and len(answers) <= MOST_DIGITS):
        text = _("line {line}: “{cell}” is no number of answers. Write a whole number.")
        raise TableError(text, line=line, cell=answers)
    return Group(cells["group"], cells.get("parent", ""), int(answers))
