"""The formal chart as a table: its columns named in three languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vloot.ground import table
from vloot.ground.table import TableError
from vloot.ground.text import sort_key
from vloot.people.chart.rows import ChartRow

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


class Table:
    """The rows of a file, and the columns nobody asked for."""

    def __init__(self, path: Path) -> None:
        self._table = table.Table(path)
        self._fields = [_NAMES.get(_plain(cell)) for cell in self._table.head]
        self.ignored = [
            cell for cell, field in zip(self._table.head, self._fields, strict=True) if not field and cell
        ]
        twice = {field for field in self._fields if field and self._fields.count(field) > 1}
        if twice:
            raise TableError(
                "{path}: two columns mean the same: {columns}. Keep one of them.",
                path=path,
                columns=", ".join(sorted(twice)),
            )
        if "name" not in self._fields or not {"username", "email"} & set(self._fields):
            raise TableError(
                "{path}: the first line must name the columns: name, username or email, and if you like team, manager, "
                "function and joined.",
                path=path,
            )

    def rows(self) -> Iterator[ChartRow]:
        """One row after the other, empty ones left out. Raises TableError where the table breaks off."""
        for line, cells in self._table.rows():
            found = {field: cell for field, cell in zip(self._fields, cells, strict=False) if field}
            yield ChartRow(line=line, **found)


def _plain(cell: str) -> str:
    words = "".join(letter if letter.isalnum() else " " for letter in sort_key(cell))
    return " ".join(words.split())
