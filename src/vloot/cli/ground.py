"""What most commands stand on: the settings, the database running, Django ready."""

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import django

from vloot.cli.running import traces
from vloot.config import Config, load
from vloot.ground.postgres import Cluster, ClusterError

log = logging.getLogger(__name__)

_LOOK = 2.0  # seconds between looks at whether the server still lives


@contextmanager
def database(
    config: Config | None = None, *, durable: bool = True, is_returning: bool = False
) -> Iterator[Config]:
    """The database of the settings, running inside the block; `is_returning` is a restore's own. Raises ConfigError, ClusterError."""
    config = config or load()
    if not is_returning and (config.data / traces.FILE).exists():
        raise ClusterError(
            f"In {config.data} a restore runs, or was broken off. Wait for it, or run vloot restore again on that folder."
        )
    if config.database_url:
        yield config
        return
    cluster = Cluster(config.data / "pg", durable=durable)
    with cluster.running():
        if cluster.is_elsewhere:
            print(
                f"The database lies in {cluster.folder}: its system user cannot reach {config.data}.",
                file=sys.stderr,
            )
        with _watched(cluster):
            yield config


@contextmanager
def house(
    config: Config | None = None, *, durable: bool = True, is_returning: bool = False
) -> Iterator[Config]:
    """The database, and Django set up on top of it."""
    with database(config, durable=durable, is_returning=is_returning) as config:
        django.setup()
        yield config


@contextmanager
def _watched(cluster: Cluster) -> Iterator[None]:
    leaving = threading.Event()

    def watch() -> None:
        while not leaving.wait(_LOOK):
            try:
                if cluster.revive():
                    log.warning("PostgreSQL had died; it runs again.")
            except ClusterError as error:
                log.error("PostgreSQL has died and does not start: %s", error)

    thread = threading.Thread(target=watch, name="database", daemon=True)
    thread.start()
    try:
        yield
    finally:
        leaving.set()
        thread.join()
