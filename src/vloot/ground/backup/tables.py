"""Rows out of a database as it was at one moment, and into an empty one, whatever release of PostgreSQL either is."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from graphlib import TopologicalSorter
from typing import Any, NamedTuple

import psycopg
from django.db import DatabaseError, connection
from psycopg.sql import SQL, Composed, Identifier

from vloot.ground.backup.archive import Archive, BackupError, Writer
from vloot.ground.backup.manifest import Table

Progress = Callable[[int, int, str], None]

_TABLES = "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname"
_COLUMNS = """
select a.attname from pg_attribute a
where a.attrelid = %s::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
order by a.attnum
"""
_STEPS_TABLE = "django_migrations"
_STEPS = f"select app, name from {_STEPS_TABLE}"  # noqa: S608
_COUNTERS = (
    "select sequencename, last_value from pg_sequences where schemaname = 'public' and last_value is not null"
)
# Those that are looked at only at the end of a transaction do not care which table comes first.
_AFTER = """
select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
where contype = 'f' and not condeferrable and conrelid <> confrelid and connamespace = 'public'::regnamespace
"""
_WITH_TRIGGERS = "select distinct tgrelid::regclass::text from pg_trigger where not tgisinternal"


class Kept(NamedTuple):
    """What was written: the tables, the counters, and the steps that the database had taken."""

    tables: dict[str, Table]
    counters: dict[str, int]
    steps: list[tuple[str, str]]


def keep(
    parameters: Mapping[str, Any], into: Writer, *, left_out: Mapping[str, str], progress: Progress
) -> Kept:
    """Write every table as it is at this moment, but for the rows for which the condition of `left_out` does not hold.

    People go on writing meanwhile. Raises BackupError for a database without tables, psycopg.Error.
    """
    written: dict[str, Table] = {}
    with psycopg.connect(**{**parameters, "autocommit": True}) as line, line.cursor() as cursor:
        names = [row[0] for row in cursor.execute(_TABLES)]
        if _STEPS_TABLE not in names:
            raise BackupError("There is no company in this database.")

        def write(chosen: list[str]) -> None:
            for name in chosen:
                progress(len(written), len(names), name)
                columns = [row[0] for row in cursor.execute(_COLUMNS, [name])]
                with (
                    into.table(name) as out,
                    cursor.copy(_reading(name, columns, left_out.get(name))) as rows,
                ):
                    for chunk in rows:
                        out.write(chunk)
                written[name] = Table(columns, cursor.rowcount)

        # Of which only some rows may go in, are done with first: nobody shall wait for all the others to lay these anew.
        with _moment(cursor, partly := [name for name in names if name in left_out]):
            write(partly)
        with _moment(cursor, wholly := [name for name in names if name not in left_out]):
            write(wholly)
            counters = dict(cursor.execute(_COUNTERS).fetchall())
            steps = sorted(cursor.execute(_STEPS).fetchall())
    progress(len(names), len(names), "")
    return Kept(dict(sorted(written.items())), counters, steps)


@contextmanager
def _moment(cursor: psycopg.Cursor[Any], names: list[str]) -> Iterator[None]:
    """All that is read of these tables in the block is of one moment."""
    cursor.execute("begin isolation level repeatable read read only")
    try:
        # Before the first look, which fixes the moment: what somebody lays anew after it would look empty from there.
        if names:
            listed = SQL(", ").join(map(Identifier, names))
            cursor.execute(SQL("lock table {} in access share mode").format(listed))
        yield
    finally:
        if not cursor.connection.broken:
            cursor.execute("rollback")


def lay(archive: Archive, progress: Progress) -> None:
    """Put the rows of an archive into the database, which has its shape, in place of all that is there.

    To be called in a transaction. Raises BackupError; then the transaction must not be kept.
    """
    manifest = archive.manifest
    with connection.cursor() as cursor:
        names = _in_order(cursor, set(manifest.tables))
        # All others too: what a new database brings along would stand beside what comes.
        cursor.execute(_TABLES)
        there = [row[0] for row in cursor.fetchall()]
        if strange := sorted(set(names) - set(there)):
            raise BackupError(f"The backup has a table {strange[0]} that this release does not know.")
        cursor.execute(SQL("truncate {}").format(SQL(", ").join(map(Identifier, there))))
        cursor.execute(_WITH_TRIGGERS)
        noisy = [row[0] for row in cursor.fetchall()]
        for name in noisy:
            cursor.execute(SQL("alter table {} disable trigger user").format(Identifier(name)))
        for done, name in enumerate(names):
            progress(done, len(names), name)
            _fill(cursor, archive, name)
        cursor.execute("set constraints all immediate")
        for name in noisy:
            cursor.execute(SQL("alter table {} enable trigger user").format(Identifier(name)))
        for name, last in manifest.counters.items():
            cursor.execute(
                "select setval(to_regclass(%s), %s)", [f"public.{Identifier(name).as_string()}", last]
            )
        cursor.execute("analyze")
    progress(len(names), len(names), "")


def _fill(cursor: Any, archive: Archive, name: str) -> None:
    table = archive.manifest.tables[name]
    statement = SQL("copy {} ({}) from stdin").format(Identifier(name), _listed(table.columns))
    try:
        with archive.table(name) as rows, cursor.copy(statement) as into:
            while chunk := rows.read(1 << 16):
                into.write(chunk)
    except (psycopg.Error, DatabaseError) as error:
        raise BackupError(f"The rows of {name} do not fit: {str(error).strip()}") from error
    if cursor.rowcount != table.rows:
        raise BackupError(f"Of {name} came {cursor.rowcount} rows; {table.rows} were written.")


def _in_order(cursor: Any, names: set[str]) -> list[str]:
    """These tables, each after those that it must find filled."""
    cursor.execute(_AFTER)
    order: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(sorted(names), ()))
    for name, first in cursor.fetchall():
        if name in names and first in names:
            order.add(name, first)
    return list(order.static_order())


def _reading(name: str, columns: list[str], condition: str | None) -> Composed:
    rows = SQL("select {} from {} where {}").format(
        _listed(columns),
        Identifier(name),
        SQL(condition or "true"),
    )
    return SQL("copy ({}) to stdout").format(rows)


def _listed(columns: list[str]) -> Composed:
    return SQL(", ").join(map(Identifier, columns))
