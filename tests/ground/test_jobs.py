"""Putting work aside: with the deed or not at all; and taking up what a killed worker has dropped."""

import asyncio
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, cast

import psycopg
import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import TaskNotFound

from vloot.cli.running.schema import parameters
from vloot.ground import jobs, live, upkeep

TASK = "vloot.ground.clear_finished"


@pytest.fixture(autouse=True)
def _queue(transactional_db: None) -> Iterator[None]:
    app.perform_import_paths()  # type: ignore[no-untyped-call]
    yield
    # Django empties only tables it manages.
    with connection.cursor() as cursor:
        cursor.execute("truncate procrastinate_jobs, procrastinate_workers cascade")


def break_off(job: Callable[[], object]) -> None:
    """Do it in a transaction that is rolled back."""
    with transaction.atomic():
        job()
        raise ZeroDivisionError


def count() -> int:
    return ProcrastinateJob.objects.filter(task_name=TASK).count()


def test_a_job_goes_the_way_of_its_transaction() -> None:
    with pytest.raises(ZeroDivisionError):
        break_off(lambda: jobs.defer(TASK, timestamp=0))
    assert count() == 0
    with transaction.atomic():
        jobs.defer(TASK, timestamp=0)
    assert count() == 1


def test_a_job_without_a_transaction_is_a_mistake() -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        jobs.defer(TASK, timestamp=0)


def test_a_job_that_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(TaskNotFound), transaction.atomic():
        jobs.defer("vloot.nobody.knows")


def test_the_job_of_a_killed_worker_is_taken_up_again() -> None:
    with transaction.atomic():
        job = jobs.defer(TASK, timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (now() - interval '1 hour') returning id"
        )
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = %s where id = %s",
            [cursor.fetchone()[0], job],
        )
    asyncio.run(_take_up())
    assert ProcrastinateJob.objects.get(id=job).status == "todo"


async def _take_up() -> None:
    assert isinstance(app.connector, DjangoConnector)
    with app.replace_connector(app.connector.get_worker_connector()) as working:
        async with working.open_async():
            context = cast(Any, SimpleNamespace(app=working))
            await upkeep.take_up_stalled.func(context, timestamp=0)


def test_a_signal_is_heard_when_the_transaction_is_kept_and_only_then() -> None:
    with psycopg.connect(**{**parameters(), "autocommit": True}) as line:
        line.execute("listen vloot_live")
        with pytest.raises(ZeroDivisionError):
            break_off(lambda: live.announce("post", object_id=1))
        with transaction.atomic():
            live.announce("post", object_id=2**62, space_id=7)
        heard = [live.read(notice.payload) for notice in line.notifies(timeout=2, stop_after=1)]
    assert heard == [live.Signal(kind="post", object_id=2**62, space_id=7)]
