"""The clock: ids are made of it, so it must not run backwards or far from the database's."""

from collections.abc import Iterator

from vloot.cli.checks.finding import Finding
from vloot.config import Config
from vloot.ground import clock, ids

_APART = 5.0  # seconds
_SANE = 2025


def look(config: Config) -> Iterator[Finding]:
    """What is to be said of the clock; the database must answer."""
    from django.db import connection

    from vloot.logbook.models import Entry

    now = clock.now()
    if now.year < _SANE:
        yield Finding("clock", "wrong", f"This machine thinks it is {now:%d %B %Y}. Set its clock.")
        return
    with connection.cursor() as cursor:
        cursor.execute("select clock_timestamp()")
        there = cursor.fetchone()[0]
    apart = abs((clock.now() - there).total_seconds())
    if apart > _APART:
        yield Finding(
            "clock", "wrong", f"This machine and the database are {apart:.0f} seconds apart. Set both by NTP."
        )
    if Entry._meta.db_table in connection.introspection.table_names():
        last = Entry.objects.order_by("-id").values_list("id", flat=True).first()
        if last is not None and (ahead := (ids.moment(last) - now).total_seconds()) > _APART:
            yield Finding(
                "clock",
                "wrong",
                f"The newest entry was made {ahead:.0f} seconds from now: the clock went back.",
            )
    yield Finding(
        "clock", "ok", f"It is {now:%Y-%m-%d %H:%M:%S} UTC; the company lives in {config.time_zone}."
    )
