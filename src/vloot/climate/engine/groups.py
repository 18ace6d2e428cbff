"""The groups of a chart in a file, with how many answered in each."""

from __future__ import annotations

from pathlib import Path

from vloot.ground.disclosure import Group
from vloot.ground.table import Table, TableError

COLUMNS = ("group", "parent", "answers")


def read(path: Path) -> list[Group]:
    """One group a line. Raises TableError, which names the line, for a file that is no such table."""
    table = Table(path)
    head = [cell.lower() for cell in table.head]
    if missing := [name for name in COLUMNS if head.count(name) != 1]:
        raise TableError(
            f"{path}: the first line must name the columns group, parent and answers, each once ({', '.join(missing)})."
        )
    places = [head.index(name) for name in COLUMNS]
    found = []
    for line, cells in table.rows():
        group, parent, answers = (cells[place].strip() if place < len(cells) else "" for place in places)
        if not group:
            raise TableError(f"line {line}: the group has no name.")
        if not (answers.isascii() and answers.isdigit() and len(answers) < 10):
            raise TableError(f"line {line}: “{answers}” is no number of answers.")
        found.append(Group(group, parent, int(answers)))
    return found
