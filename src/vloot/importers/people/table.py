"""Reading a table as spreadsheets write it: any of their encodings and separators, columns named in three languages."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from vloot.ground.text import sort_key
from vloot.people.chart.rows import ChartRow

LARGEST = 50_000_000  # octets
_SEPARATORS = ";,\t"

# What a column may be called, without capitals, accents and signs.
COLUMNS = {
    "name": ("name", "full name", "naam", "nom", "nom complet"),
    "username": ("username", "user name", "login", "gebruikersnaam", "nom d utilisateur", "identifiant"),
    "email": ("email", "e mail", "mail", "e mail address", "e mailadres", "adresse e mail", "courriel"),
    "team": ("team", "department", "afdeling", "ploeg", "equipe", "service", "departement"),
    "manager": ("manager", "reports to", "leidinggevende", "chef", "responsable", "superieur"),
    "function": ("function", "job title", "title", "role", "functie", "fonction", "poste"),
    "joined": (
        "joined",
        "joined on",
        "start date",
        "in dienst",
        "datum in dienst",
        "entree",
        "date d entree",
    ),
}
# "user name or e-mail" in one column: the act tells them apart.
_EITHER = ("user name or e mail", "username or e mail", "username or email", "gebruikersnaam of e mail")
_NAMES = {name: field for field, called in COLUMNS.items() for name in called} | dict.fromkeys(
    _EITHER, "username"
)


class TableError(Exception):
    """The file cannot be read as a table; the text says what to do."""


class Table:
    """The rows of a file, and the columns nobody asked for."""

    def __init__(self, path: Path) -> None:
        text = _decoded(path)
        first = text.split("\n", 1)[0]
        self._reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(first), strict=True)
        head = next(self._reader, [])
        self._fields = [_NAMES.get(_plain(cell)) for cell in head]
        self.ignored = [
            cell.strip() for cell, field in zip(head, self._fields, strict=True) if not field and cell.strip()
        ]
        twice = {field for field in self._fields if field and self._fields.count(field) > 1}
        if twice:
            raise TableError(
                f"{path}: two columns mean the same: {', '.join(sorted(twice))}. Keep one of them."
            )
        if "name" not in self._fields or not {"username", "email"} & set(self._fields):
            raise TableError(
                f"{path}: the first line must name the columns: name, username or email, and if you like team, manager, "
                "function and joined."
            )

    def rows(self) -> Iterator[ChartRow]:
        """One row after the other, empty ones left out. Raises TableError where the table breaks off."""
        while True:
            begins = self._reader.line_num + 1
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise TableError(
                    f"line {begins}: this is not a row of a table ({error}). Save the file as CSV again."
                ) from error
            if any(cell.strip() for cell in cells):
                found = {field: cell for field, cell in zip(self._fields, cells, strict=False) if field}
                yield ChartRow(line=begins, **found)


def _decoded(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise TableError(f"{path} is larger than {LARGEST // 1_000_000} MB: is it the right file?")
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


def _separator(first: str) -> str:
    return max(_SEPARATORS, key=first.count)


def _plain(cell: str) -> str:
    words = "".join(letter if letter.isalnum() else " " for letter in sort_key(cell))
    return " ".join(words.split())
