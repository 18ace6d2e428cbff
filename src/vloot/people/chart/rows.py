"""What goes into an import of the chart, and what comes out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

import msgspec
from django.utils.translation import gettext as _

Deed = Literal["new", "changed", "same", "bad"]

_DATES = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")


class ChartRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row as it was typed. What is empty stays as it is here."""

    line: int
    name: str = ""
    username: str = ""
    email: str = ""
    team: str = ""  # "Operations > Warehouse" for a team within a team
    manager: str = ""  # a user name, an e-mail address, or a name that only one person has
    function: str = ""
    joined: str = ""


class ChartLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a row does, or why it cannot be used."""

    line: int
    name: str
    deed: Deed
    words: str = ""


class ChartReport(msgspec.Struct, frozen=True, kw_only=True):
    """A line for every row, in the order of the file."""

    lines: Sequence[ChartLine]
    is_dry_run: bool
    new_teams: Sequence[str] = ()

    @property
    def is_refused(self) -> bool:
        """Whether a bad row kept the whole file out."""
        return any(line.deed == "bad" for line in self.lines)

    @property
    def counts(self) -> dict[str, int]:
        """How many rows of each deed."""
        found = Counter(line.deed for line in self.lines)
        return {deed: found[deed] for deed in ("new", "changed", "same", "bad")}


class RowError(Exception):
    """A row that cannot be used; the text says what to do."""


def day(typed: str) -> date | None:
    """A date as people write it here; None when there is none. Raises RowError."""
    text = typed.strip()
    if not text:
        return None
    for form in _DATES:
        try:
            found = datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
        if found.year >= 1900:
            return found
    raise RowError(_("“%(text)s” is not a date. Write it like 2024-03-31.") % {"text": text[:40]})
