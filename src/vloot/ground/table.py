"""Reading a table as spreadsheets write it: whatever their encoding and separator, each row with the line it begins on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

LARGEST = 50_000_000  # octets
_SEPARATORS = ";,\t"


class TableError(Exception):
    """The file cannot be read as a table; the text says what to do, in English with `values` filled in.

    Who knows the reader's language translates `text` and fills it in.
    """

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values) if values else text)
        self.text = text
        self.values = values


def _(text: str) -> str:
    """Marks a text for the catalogue."""
    return text


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
