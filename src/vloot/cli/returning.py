"""A company brought back out of a backup: all of it, or, when that breaks off, nothing that was not there before."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vloot.cli.running import traces
from vloot.cli.running.parts import FILES, PARTS
from vloot.cli.running.traces import Traces
from vloot.config import TOML, Config, load
from vloot.ground.backup import Archive, BackupError

_TAKEN = ("pg", "pg-elsewhere.txt", "demo.txt", "secret.key", "push.key", FILES)


def bring_back(archive: Archive, data: Path, *, has_settings: bool, is_quiet: bool) -> list[str]:
    """Fill the folder and the database that its settings name; gives what there is to say. Raises BackupError, ClusterError, OSError."""
    made = Traces(data)
    made.clear()  # of one that was broken off
    _must_be_free(data)
    _must_fit(archive, data)
    try:
        notes = _unpack(archive, data, made, has_settings=has_settings)
        config = load()
        with _database(config, made):
            _lay(archive, config, data / FILES, made, is_quiet=is_quiet)
            made.forget()
            return notes + _said(archive, config)
    except BaseException:
        made.clear()
        raise


def _must_be_free(data: Path) -> None:
    taken = [name for name in _TAKEN if (data / name).exists()]
    if taken:
        raise BackupError(
            f"{data} has a company already ({taken[0]}). Bring this one back into a new folder: "
            "vloot restore FILE --data DIR"
        )


def _must_fit(archive: Archive, data: Path) -> None:
    free = shutil.disk_usage(data).free
    if archive.size > free:
        raise BackupError(
            f"The backup takes {archive.size // 1_000_000} MB, and only {free // 1_000_000} are free where {data} lies."
        )


def _unpack(archive: Archive, data: Path, made: Traces, *, has_settings: bool) -> list[str]:
    """Keys and settings, without which nothing else begins."""
    notes = []
    for part in archive.parts():
        if part == FILES or part not in PARTS or (part == TOML and not has_settings):
            continue
        if (data / part).exists():
            notes.append(f"{data / part} was there before and stays as it is.")
            continue
        made.add(part)
        archive.unpack(part, data / part)
    return notes


@contextmanager
def _database(config: Config, made: Traces) -> Iterator[None]:
    """The database, running, empty, and nobody else's as long as this takes."""
    from vloot.cli.ground import house
    from vloot.ground.postgres import Cluster

    if not config.database_url:
        folder = Cluster(config.data / "pg").folder
        if folder.exists():
            raise BackupError(
                f"A database of this folder is still there: {folder}. Look at it first: it may hold the company. "
                "Bring the backup back into a folder of another name."
            )
        made.add(traces.DATABASE)
    with house(config, is_returning=True):
        from vloot.cli.running import schema

        schema.make(config)
        with schema.alone():
            yield


def _lay(archive: Archive, config: Config, files: Path, made: Traces, *, is_quiet: bool) -> None:
    import psycopg
    from django.db import Error as DatabaseError
    from django.db import connection, transaction

    from vloot.cli.running import fresh, schema
    from vloot.ground.backup import lay
    from vloot.ground.progress import Bar

    with connection.cursor() as cursor:
        if not fresh.is_empty(cursor):
            raise BackupError(
                "The database of DATABASE_URL is not empty. Name an empty one; "
                f"one that stands in the backup's {TOML} is left out by --without-settings."
            )
    steps, bar = set(archive.manifest.steps), Bar(is_shown=not is_quiet)
    # In one transaction, if that can be: steps one by one cannot, for a new value of a list must be committed before it is used.
    is_at_once = schema.is_whole(steps) and fresh.fits()
    made.add(FILES)
    try:
        if not is_at_once:
            schema.take(steps)
        with transaction.atomic():
            if is_at_once and not fresh.lay():
                raise BackupError("Somebody filled the database meanwhile. Name an empty one.")
            lay(archive, bar.show)
            archive.unpack(FILES, files)
            if is_at_once:
                _see_to(archive)
        if not is_at_once:
            schema.bring_up(config, say=lambda _: None)
            with transaction.atomic():
                _see_to(archive)
    except (BackupError, psycopg.Error, DatabaseError, OSError, ValueError) as error:
        left = (
            "" if is_at_once or not config.database_url else " Its database is half filled: name a new one."
        )
        raise BackupError(f"Nothing was brought back. {str(error).strip()}{left}") from error
    finally:
        bar.end()


def _see_to(archive: Archive) -> None:
    """What the rooms must do about what is not in a backup, and a line for who checks the company."""
    from vloot.company import acts as company
    from vloot.people.actor import Actor
    from vloot.wiring import CAME_BACK

    for see_to in CAME_BACK:
        see_to()
    back = Actor(person_id=0, origin="restore", is_importer=True)
    company.come_back(by=back, made_at=archive.manifest.made_at)


def _said(archive: Archive, config: Config) -> list[str]:
    from django.db import connection

    manifest = archive.manifest
    since = f"{manifest.made_at:%Y-%m-%d %H:%M} UTC"
    notes = [
        f"It is as it was on {since}: what was written since is gone, and who left or was erased since is back.",
        "So is every right that was taken since. End again what had ended.",
        "Everybody signs in anew. Printed sign-in codes that nobody had used are void: print others.",
    ]
    if manifest.open_votes:
        notes.append(
            f"Secret votes that were open then: {manifest.open_votes}. They ended uncounted, and say so on their pages."
        )
    if config.mail_host:
        notes.append(f"Mail that waited then goes out through {config.mail_host} once it runs.")
    if connection.pg_version // 10_000 != manifest.postgresql:  # type: ignore[attr-defined]
        notes.append("This is another PostgreSQL, whose stems may differ: run vloot reindex.")
    return notes
