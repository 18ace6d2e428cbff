"""What an archive says of itself."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

FORMAT = 1
LONGEST = 16_000_000  # octets of what an archive says of itself

Moment = Annotated[datetime, Meta(tz=True)]
Given = Annotated[int, Meta(ge=1, le=2**63 - 1)]


class Table(Struct, frozen=True):
    """The rows of one table: which columns, in the order in which they were written, and how many rows."""

    columns: list[str]
    rows: Annotated[int, Meta(ge=0)]


class Manifest(Struct, frozen=True, kw_only=True):
    """What is in an archive, and what it takes to bring it back."""

    format: int = FORMAT
    version: str  # of the program
    made_at: Moment
    steps: list[tuple[str, str]]  # of the database's shape: app and name of each migration
    tables: dict[str, Table]
    counters: dict[str, Given]  # the last number that each sequence gave out
    left_out: list[str]  # tables of which rows were left out
    open_votes: int = 0  # secret ones, whose ballots are left out
    postgresql: int = 0  # its release

    @property
    def rows(self) -> int:
        """All rows."""
        return sum(table.rows for table in self.tables.values())
