"""The database: reachable, fit, up to date."""

from collections.abc import Iterator

from vloot.cli.checks.finding import Finding
from vloot.config import Config
from vloot.ground.postgres import databases


def look(config: Config) -> Iterator[Finding]:
    """What is to be said of a database that answers."""
    from django.db import connection

    from vloot.cli.running import schema

    reason = databases.unfit(schema.parameters())
    if reason:
        yield Finding("database", "wrong", reason)
        return
    version = connection.cursor().connection.info.parameter_status("server_version")
    whose = "your own" if config.database_url else "the one that comes with Vloot"
    if steps := schema.pending():
        yield Finding(
            "database", "note", f"{steps} steps are missing; vloot migrate or vloot serve takes them."
        )
    yield Finding("database", "ok", f"PostgreSQL {version}, {whose}.")
