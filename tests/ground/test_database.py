"""The engine notices a line that broke, and fixed SQL counts, fails and takes part in transactions as any other."""

import psycopg
import pytest
from django.db import DataError, ProgrammingError, connection, connections, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from vloot.ground.database import sql


def test_places_are_filled_by_name_and_nothing_but_values(db: None) -> None:
    hostile = "'; drop table people_person; --"
    assert sql.rows("select %(a)s::text, %(b)s::int + 1", {"a": hostile, "b": 41}) == [(hostile, 42)]
    assert sql.rows("select unnest(%(ids)s::bigint[])", {"ids": sql.array([3, 1 << 62])}) == [
        (3,),
        (1 << 62,),
    ]
    assert sql.rows("select 1 where 1 = any(%(ids)s::bigint[])", {"ids": sql.array([])}) == []


def test_it_is_counted(db: None) -> None:
    with CaptureQueriesContext(connection) as seen:
        sql.rows("select 1", {})
        sql.run("select set_config('vloot.test', 'x', true)", {})
    assert len(seen) == 2


def test_it_fails_as_any_query_does(db: None) -> None:
    with pytest.raises(DataError), transaction.atomic():
        sql.rows("select 1 / %(none)s", {"none": 0})
    with pytest.raises(ProgrammingError), transaction.atomic():
        sql.rows("select nothing", {})
    with transaction.atomic():
        transaction.set_rollback(True)
        with pytest.raises(TransactionManagementError):
            sql.rows("select 1", {})


@pytest.mark.django_db(transaction=True)
def test_a_line_that_broke_is_noticed_and_made_anew() -> None:
    pid = sql.rows("select pg_backend_pid()", {})[0][0]
    assert connection.is_usable()
    parameters = {**connection.get_connection_params(), "autocommit": True}
    with psycopg.connect(**parameters) as other:
        other.execute("select pg_terminate_backend(%s, 5000)", [pid])
    assert not connection.is_usable()
    vars(connections["default"]).update(health_check_enabled=True, health_check_done=False)
    assert sql.rows("select pg_backend_pid()", {})[0][0] != pid


@pytest.mark.django_db(transaction=True)
def test_prepared_statements_keep_one_plan() -> None:
    assert sql.rows("show plan_cache_mode", {}) == [("force_generic_plan",)]
    for _ in range(3):
        sql.rows("select count(*) from people_person where id > %(id)s", {"id": 1})
    prepared = sql.rows("select statement from pg_prepared_statements", {})
    assert sum("from people_person where id" in row[0] for row in prepared) == 1
