"""Databases inside a server, ours or one of the company's own: made, removed, and looked at before use."""

from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg import sql

from vloot.ground.postgres.owner import ClusterError

OLDEST = 15
_PATIENT = {"connect_timeout": 10}  # seconds, unless the company says otherwise


def create(parameters: Mapping[str, Any]) -> bool:
    """Make the database named in `parameters` when it is missing; tells whether it made it. Raises ClusterError."""
    name = parameters.get("dbname") or "vloot"
    try:
        psycopg.connect(**{**_PATIENT, **parameters}).close()
    except psycopg.OperationalError as error:
        if not _is_missing(error):
            raise ClusterError(f"The database cannot be reached: {error}") from error
    else:
        return False
    statement = sql.SQL("create database {} encoding 'UTF8' template template0").format(sql.Identifier(name))
    try:
        with _beside(parameters) as connection:
            connection.execute(statement)
    except psycopg.errors.DuplicateDatabase:
        return False
    except psycopg.Error as error:
        raise ClusterError(f"There is no database {name}, and it could not be made: {error}") from error
    return True


def drop(parameters: Mapping[str, Any]) -> None:
    """Remove the database named in `parameters`, ending its connections. Raises ClusterError."""
    statement = sql.SQL("drop database if exists {} with (force)").format(
        sql.Identifier(parameters["dbname"])
    )
    try:
        with _beside(parameters) as connection:
            connection.execute(statement)
    except psycopg.Error as error:
        raise ClusterError(f"The database could not be removed: {error}") from error


def unfit(parameters: Mapping[str, Any]) -> str:
    """Why this database cannot be used; empty when it can. Raises ClusterError when it cannot be reached."""
    try:
        with psycopg.connect(**{**_PATIENT, **parameters}) as connection:
            number = connection.info.server_version // 10000
            row = connection.execute("show server_encoding").fetchone()
    except psycopg.Error as error:
        if _is_missing(error):
            raise ClusterError(
                "There is no such database yet; vloot migrate or vloot serve makes it."
            ) from error
        raise ClusterError(f"The database cannot be reached: {error}") from error
    if number < OLDEST:
        return f"It is PostgreSQL {number}; Vloot needs {OLDEST} or newer."
    if row is None or row[0] != "UTF8":
        return "Its encoding is not UTF8; make a database with encoding UTF8 for Vloot."
    return ""


def _beside(parameters: Mapping[str, Any]) -> psycopg.Connection[Any]:
    return psycopg.connect(**{**_PATIENT, **parameters, "dbname": "postgres", "autocommit": True})


def _is_missing(error: psycopg.Error) -> bool:
    # A refused connection carries no code, only words.
    return "database" in str(error) and "does not exist" in str(error)
