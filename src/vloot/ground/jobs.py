"""Putting work aside for a worker, inside the transaction of the deed: rolled back with it, kept with it."""

from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app


def defer(task_name: str, **args: Any) -> int:
    """Put one job in the queue of the task of this name; gives the job's id.

    `args` must be JSON: ids and short words. Raises RuntimeError outside a transaction, because a job must neither run
    before its deed is kept nor outlive one that was rolled back, and procrastinate's TaskNotFound for a name that
    nobody registered.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError(f"defer({task_name!r}) needs a transaction around it and the deed")
    return app.configure_task(task_name, allow_unknown=False).defer(**args)
