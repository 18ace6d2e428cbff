"""The database brought to the shape this release needs."""

from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager, suppress
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from procrastinate.exceptions import AlreadyEnqueued

from vloot.cli.running import fresh
from vloot.config import Config
from vloot.ground import jobs
from vloot.ground.postgres import ClusterError, databases

# Any number does, as long as it stays the same.
_LOCK = 7_105_117_098


def parameters() -> dict[str, Any]:
    """What psycopg needs to reach the database of the settings."""
    given = connection.get_connection_params()
    return {name: value for name, value in given.items() if name not in ("cursor_factory", "context")}


def pending() -> int:
    """How many steps are missing in the database."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def take_steps() -> None:
    """Take every step the database lacks; all at once where it is empty."""
    fresh.lay()
    call_command("migrate", verbosity=0, interactive=False)


def steps_taken() -> set[tuple[str, str]]:
    """The steps the database has taken: app and name of each migration."""
    return set(MigrationLoader(connection).applied_migrations)


def is_whole(steps: Set[tuple[str, str]]) -> bool:
    """Whether these are all steps of this release. Raises ClusterError when it does not know one of them."""
    known = set(MigrationLoader(None).disk_migrations or ())
    if unknown := sorted(steps - known):
        raise ClusterError(
            f"It is of a newer release of Vloot: this one does not know {'.'.join(unknown[0])}."
        )
    return steps == known


def take(steps: Set[tuple[str, str]]) -> None:
    """Take these steps and no others, in a database that has taken none, each in a transaction of its own."""
    executor = MigrationExecutor(connection)
    whole = executor.migration_plan(executor.loader.graph.leaf_nodes())
    executor.migrate(None, plan=[step for step in whole if (step[0].app_label, step[0].name) in steps])


def make(config: Config) -> None:
    """Make the database when it is missing. Raises ClusterError for one that cannot be used."""
    if config.database_url:
        databases.create(parameters())
        if reason := databases.unfit(parameters()):
            raise ClusterError(f"The database of DATABASE_URL cannot be used: {reason}")


def bring_up(config: Config, say: Callable[[str], None] = print) -> int:
    """Make the database when it is missing and take the steps it lacks; gives their number. Raises ClusterError."""
    make(config)
    with alone():
        steps = pending()
        if steps:
            say(f"Preparing the database ({steps} steps) ...")
            take_steps()
            with transaction.atomic(), suppress(AlreadyEnqueued):
                jobs.defer("vloot.talk.catch_up_search")
    return steps


@contextmanager
def alone() -> Iterator[None]:
    """Two starts at once on one database: the second waits, and then finds nothing to do."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(%s)", [_LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_unlock(%s)", [_LOCK])
