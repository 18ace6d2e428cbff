"""Reading a table as spreadsheets write it: whatever their encoding and separator, each row with the line it begins on."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from vloot.ground.marking import mark as _

LARGEST = 50_000_000  # octets
NAMED = 20  # so many bad lines are named one by one
_SEPARATORS = ";,\t"
T = TypeVar("T")


class TableError(Exception):
    """The file cannot be read as a table; the text says what to do, in English with `values` filled in.

    Who knows the reader's language translates `text` and fills it in.
    """

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values) if values else text)
        self.text = text
        self.values = values


class BadLines(Exception):  # noqa: N818  # said as it is
    """Lines that cannot be used: the first of them, and how many in all."""

    def __init__(self, first: Sequence[TableError], count: int) -> None:
        super().__init__("\n".join(str(error) for error in first))
        self.first = first
        self.count = count


class Table:
    """A CSV file: the cells of its first line in `head`, then the rows.

    Raises TableError for a file that cannot be read, is larger than `largest` octets, or holds no text.
    """

    def __init__(self, path: Path, *, largest: int = LARGEST) -> None:
        text = _decoded(path, largest)
        first = text.split("\n", 1)[0]
        self.separator = separator = max(_SEPARATORS, key=first.count)
        self._reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        _line, head = self._next() or (1, [])
        self.head = [cell.strip() for cell in head]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The number of the line and the cells, one row after the other, empty ones left out.

        Raises TableError where the table breaks off.
        """
        while (row := self._next()) is not None:
            if any(cell.strip() for cell in row[1]):
                yield row

    def _next(self) -> tuple[int, list[str]] | None:
        begins = self._reader.line_num + 1
        try:
            return begins, next(self._reader)
        except StopIteration:
            return None
        except csv.Error as error:
            text = _("line {line}: this is not a row of a table ({error}). Save the file as CSV again.")
            raise TableError(text, line=begins, error=error) from error


class NamedTable(Table):
    """A table of which each column has a name, in small letters in `names`; `needed` are those that must be there.

    Raises TableError as Table does, for two columns of one name, and for one that is missing.
    """

    def __init__(self, path: Path, needed: Sequence[str] = (), *, largest: int = LARGEST) -> None:
        super().__init__(path, largest=largest)
        self.names = [cell.lower() for cell in self.head]
        if twice := sorted({name for name in self.names if name and self.names.count(name) > 1}):
            text = _("{path}: two columns are called “{name}”. Rename one.")
            raise TableError(text, path=path, name=twice[0])
        if missing := [name for name in needed if name.lower() not in self.names]:
            text = _(
                "{path}, line 1: the first line must name the columns: {needed}. “{missing}” is missing."
            )
            raise TableError(text, path=path, needed=", ".join(needed), missing=missing[0])

    def each(self, one: Callable[[int, dict[str, str]], T]) -> list[T]:
        """Each row as `one` makes it of its line and its cells by the name of the column.

        Raises BadLines for those that break off or of which `one` raises TableError.
        """
        found: list[T] = []
        bad: list[TableError] = []
        count = 0
        try:
            for line, row in self.rows():
                try:
                    found.append(one(line, self._cells(line, row)))
                except TableError as error:
                    count += 1
                    bad += [error] if count <= NAMED else []
        except TableError as error:
            raise BadLines([*bad, error], count + 1) from error
        if bad:
            raise BadLines(bad, count)
        return found

    def _cells(self, line: int, row: Sequence[str]) -> dict[str, str]:
        if any(cell.strip() for cell in row[len(self.names) :]):
            text = _(
                "line {line}: {cells} cells, but the first line names {columns}. Put quotes around a cell with a comma."
            )
            raise TableError(text, line=line, cells=len(row), columns=len(self.names))
        return dict(zip(self.names, [cell.strip() for cell in row], strict=False))


def _decoded(path: Path, largest: int) -> str:
    try:
        if path.stat().st_size > largest:
            text = _("{path} is larger than {size} MB: is it the right file?")
            raise TableError(text, path=path, size=largest // 1_000_000)
        octets = path.read_bytes()
    except OSError as error:
        raise TableError(_("{path} cannot be read: {error}"), path=path, error=error.strerror) from error
    # UTF-8 where it is; what Excel writes by itself in the countries of the house; UTF-16 when it says so.
    for encoding in ("utf-16",) if octets[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return octets.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise TableError(_("{path} is no text that we can read. Save it as CSV in UTF-8."), path=path)
