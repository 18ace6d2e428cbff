"""What an archive says of itself."""

from datetime import datetime

from msgspec import Struct

FORMAT = 1


class Table(Struct, frozen=True):
    """The rows of one table: which columns, in the order in which they were written, and how many rows."""

    columns: list[str]
    rows: int


class Manifest(Struct, frozen=True, kw_only=True):
    """What is in an archive, and what it takes to bring it back."""

    format: int = FORMAT
    version: str  # of the program
    made_at: datetime
    steps: list[tuple[str, str]]  # of the database's shape: app and name of each migration
    tables: dict[str, Table]
    counters: dict[str, int]  # the last number that each sequence gave out
    left_out: list[str]  # tables of which rows were left out

    @property
    def rows(self) -> int:
        """All rows."""
        return sum(table.rows for table in self.tables.values())
