"""What most commands stand on: the settings, the database running, Django ready."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import django

from vloot.config import Config, load
from vloot.ground.postgres import Cluster


@contextmanager
def database(config: Config | None = None, *, durable: bool = True) -> Iterator[Config]:
    """The database of the settings, running inside the block. Raises ConfigError, ClusterError."""
    config = config or load()
    if config.database_url:
        yield config
        return
    cluster = Cluster(config.data / "pg", durable=durable)
    with cluster.running():
        if cluster.is_elsewhere:
            print(f"The database lies in {cluster.folder}: its system user cannot reach {config.data}.", file=sys.stderr)
        yield config


@contextmanager
def house(config: Config | None = None, *, durable: bool = True) -> Iterator[Config]:
    """The database, and Django set up on top of it."""
    with database(config, durable=durable) as config:
        django.setup()
        yield config
