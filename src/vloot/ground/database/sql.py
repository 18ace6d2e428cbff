"""Fixed SQL for what is asked on every page: prepared on first use, results in binary, rows as plain tuples."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection
from psycopg import Cursor


def rows(statement: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement with `%(name)s` places. Counts as a query wherever queries are counted.

    Raises django.db.Error as every query does.
    """
    connection.ensure_connection()
    begun = time.monotonic() if connection.queries_logged else 0.0
    with connection.wrap_database_errors:
        cursor = Cursor(connection.connection)
        found = cursor.execute(statement, parameters, prepare=True, binary=True).fetchall()
    if connection.queries_logged:
        took = f"{time.monotonic() - begun:.3f}"
        connection.queries_log.append({"sql": f"{statement} -- {dict(parameters)}", "time": took})
    return found


@cache
def beside(module: str, name: str) -> str:
    """The statement in the file `name`.sql beside the module with this `__file__`."""
    return (Path(module).parent / f"{name}.sql").read_text("utf-8")
