"""What took long to make, put back as it was: the rows of a whole database, and the Python that names them.

Each test lives in a transaction that is taken back, so whatever all of them begin with would be made anew for each. It is made once per
worker, by the acts, like anything else; then its rows are written down, and every later test gets the very same rows.
"""

import pickle
from collections.abc import Callable
from typing import Generic, TypeVar

from django.db import connection, transaction
from psycopg.sql import SQL, Composed, Identifier, Literal

T = TypeVar("T")

_TABLES = """
select c.relname from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'django_migrations'
order by c.relname
"""
_COUNTERS = (
    "select sequencename, last_value from pg_sequences where schemaname = 'public' and last_value is not null"
)


class Kept(Generic[T]):
    """What `make` makes in an empty database; `again()` gives it, made by now or put back."""

    def __init__(self, make: Callable[[], T]) -> None:
        self.make = make
        self._script: str | None = None
        self._made = b""

    def again(self) -> T:
        """The same rows, the same objects, as if just made. Needs a transaction in a database that is empty but for what came with it."""
        if self._script is None:
            before = _rows()
            made = self.make()
            self._made = pickle.dumps(made)
            self._script = _script(before)
            return made
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(self._script)
        found: T = pickle.loads(self._made)
        return found


def _rows() -> set[tuple[str, str]]:
    """Every row there is: its table, and itself as JSON."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        each = [
            SQL("select {name}, row_to_json(t)::text from {table} t").format(
                name=Literal(name), table=Identifier(name)
            )
            for (name,) in cursor.fetchall()
        ]
        cursor.execute(SQL(" union all ").join(each))
        return set(cursor.fetchall())


def _script(before: set[tuple[str, str]]) -> str:
    """The statements that bring about what was made since, whatever else stands there by then."""
    after = _rows()
    made: dict[str, list[str]] = {}
    for table, row in sorted(after - before):
        made.setdefault(table, []).append(row)
    parts: list[Composed] = [SQL("set local session_replication_role = replica").format()]
    for table, row in before - after:
        gone = SQL("delete from {table} t where row_to_json(t)::text = {row}")
        parts.append(gone.format(table=Identifier(table), row=Literal(row)))
    for table, rows in made.items():
        put = SQL("insert into {table} select * from json_populate_recordset(null::{table}, {rows})")
        parts.append(put.format(table=Identifier(table), rows=Literal(f"[{','.join(rows)}]")))
    with connection.cursor() as cursor:
        cursor.execute(_COUNTERS)
        parts += [
            SQL("select setval({}, {})").format(Literal(f"public.{name}"), Literal(last))
            for name, last in cursor.fetchall()
        ]
    parts.append(SQL("set local session_replication_role = origin").format())
    return SQL("; ").join(parts).as_string(connection.connection)
