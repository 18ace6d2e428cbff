"""Reading a table as spreadsheets write it: whatever their encoding and separator, each row with the line it begins on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

LARGEST = 50_000_000  # octets
_SEPARATORS = ";,\t"


class TableError(Exception):
    """The file cannot be read as a table; the text says what to do."""


class Table:
    """A CSV file: the cells of its first line in `head`, then the rows.

    Raises TableError for a file that cannot be read, is larger than `largest` octets, or holds no text.
    """

    def __init__(self, path: Path, *, largest: int = LARGEST) -> None:
        text = _decoded(path, largest)
        first = text.split("\n", 1)[0]
        separator = max(_SEPARATORS, key=first.count)
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
            raise TableError(
                f"line {begins}: this is not a row of a table ({error}). Save the file as CSV again."
            ) from error


def _decoded(path: Path, largest: int) -> str:
    try:
        if path.stat().st_size > largest:
            raise TableError(f"{path} is larger than {largest // 1_000_000} MB: is it the right file?")
        octets = path.read_bytes()
    except OSError as error:
        raise TableError(f"{path} cannot be read: {error.strerror}") from error
    # UTF-8 where it is; what Excel writes by itself in the countries of the house; UTF-16 when it says so.
    for encoding in ("utf-16",) if octets[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return octets.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise TableError(f"{path} is no text that we can read. Save it as CSV in UTF-8.")
