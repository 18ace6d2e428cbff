"""Fixed SQL for what is asked on every page: prepared on first use, results in binary, rows as plain tuples."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from psycopg import Cursor


def rows(statement: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement with `%(name)s` places. Counts as a query wherever queries are counted.

    Raises django.db.Error as every query does.
    """
    return _done(statement, parameters).fetchall()


def run(statement: str, parameters: Mapping[str, Any]) -> int:
    """Run a statement that gives no rows; how many it has changed. Raises django.db.Error."""
    return _done(statement, parameters).rowcount


def _done(statement: str, parameters: Mapping[str, Any]) -> Cursor[tuple[Any, ...]]:
    line = connections[DEFAULT_DB_ALIAS]
    # As Django does before each of its own.
    line.close_if_health_check_failed()
    line.ensure_connection()
    line.validate_no_broken_transaction()
    begun = time.monotonic()
    with line.wrap_database_errors:
        cursor = Cursor(line.connection).execute(statement, parameters, prepare=True, binary=True)
    if line.queries_logged:
        line.queries_log.append(
            {"sql": f"{statement} -- {dict(parameters)}", "time": f"{time.monotonic() - begun:.3f}"}
        )
    return cursor


def array(ids: Iterable[int]) -> str:
    """Ids as one value for a place like `%(ids)s::bigint[]`: PostgreSQL reads them faster than psycopg packs them."""
    return "{" + ",".join(map(str, ids)) + "}"


@cache
def beside(module: str, name: str) -> str:
    """The statement in the file `name`.sql beside the module with this `__file__`."""
    return (Path(module).parent / f"{name}.sql").read_text("utf-8")
