"""Taking what was burned off the disk: what PostgreSQL deletes, it only marks, and its log still knows it."""

from __future__ import annotations

import logging
import time

from django.db import DatabaseError, OperationalError, connection, transaction

from vloot.urn import CASTING_TABLES
from vloot.urn.models import Box

log = logging.getLogger(__name__)
_TRIES, _PAUSE = 50, 0.1  # seconds; somebody may be casting into another box


def sweep() -> bool:
    """Lay what is still open into new files and let go of the old ones, if a box burned since. Tells whether it did.

    Not by `vacuum full`, which carries along what a transaction that is still running could look back at. With a server of the company's
    own, its log, its replicas and its backups are beyond us; `/promise` says so. What is locked is tried again by the next call.
    """
    waiting = list(Box.objects.exclude(burned_at=None).filter(is_swept=False).values_list("id", flat=True))
    if not waiting:
        return False
    for _try in range(_TRIES):
        try:
            with transaction.atomic():
                _lay_anew()
                Box.objects.filter(id__in=waiting).update(is_swept=True)
        except OperationalError:
            time.sleep(_PAUSE)
        else:
            _let_go_of_log()
            return True
    log.warning("People are voting without a pause: burned ballots are taken off the disk a minute later.")
    return False


def _lay_anew() -> None:
    tables = ", ".join(CASTING_TABLES)  # names of our own, never of others
    with connection.cursor() as cursor:
        # Who waited for one table while holding another could lock with a voter who does the same.
        cursor.execute(f"lock table {tables} in access exclusive mode nowait")
        for table in CASTING_TABLES:
            cursor.execute(f"create temporary table {table}_kept on commit drop as table {table}")
        cursor.execute(f"truncate {tables}")
        for table in CASTING_TABLES:
            cursor.execute(f"insert into {table} select * from {table}_kept order by random()")  # noqa: S608


def _let_go_of_log() -> None:
    # What lies before a checkpoint is not needed any more; the server that comes with Vloot then removes it (`ground.postgres.layout`).
    with connection.cursor() as cursor:
        for statement in ("select pg_switch_wal()", "checkpoint"):
            try:
                cursor.execute(statement)
            except DatabaseError:
                log.info("This database server keeps its log by itself.")
