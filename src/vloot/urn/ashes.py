"""Taking what was burned off the disk: what PostgreSQL deletes, it only marks, and its log still knows it."""

from __future__ import annotations

import logging

from django.db import DatabaseError, connection

from vloot.urn import CASTING_TABLES
from vloot.urn.models import Box

log = logging.getLogger(__name__)
_PATIENCE = "5s"  # somebody may be casting into another box


def sweep() -> bool:
    """Rewrite the casting tables and let go of the log before, if a box burned since. Outside a transaction.

    With a server of the company's own, its log, its replicas and its backups are beyond us; `/promise` says so.
    Tells whether it swept; what stays locked is tried again by the next call.
    """
    waiting = list(Box.objects.exclude(burned_at=None).filter(is_swept=False).values_list("id", flat=True))
    if not waiting:
        return False
    with connection.cursor() as cursor:
        cursor.execute("set lock_timeout = %s", [_PATIENCE])
        try:
            for table in CASTING_TABLES:
                cursor.execute(f"vacuum full {table}")  # names of our own
        except DatabaseError as error:
            log.warning("The burned ballots are taken off the disk later: %s", error)
            return False
        finally:
            cursor.execute("reset lock_timeout")
    Box.objects.filter(id__in=waiting).update(is_swept=True)
    _let_go_of_log()
    return True


def _let_go_of_log() -> None:
    # The log before a checkpoint is not needed any more; the server that comes with Vloot removes it (`ground.postgres.layout`).
    with connection.cursor() as cursor:
        for statement in ("select pg_switch_wal()", "checkpoint"):
            try:
                cursor.execute(statement)
            except DatabaseError:
                log.info("This database server keeps its log by itself.")
