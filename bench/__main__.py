"""`python -m bench`: build, serve, measure, print a table and the same as JSON, throw away."""

import argparse
import json
import os
import platform
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

READERS = 10


def main() -> int:
    """Measure everything; exit code 0 when every page was what it should be."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "what",
        nargs="?",
        choices=["pages", "live", "search", "network", "urn", "climate", "coffee"],
        default="pages",
        help="pages (the default), the live stream, or search among a million posts, which take four minutes to write; "
        "or a network of 100,000 people beside igraph alone; or a secret vote of 10,000; "
        "or what is worked out when a survey of the climate closes; or coffee for 600",
    )
    parser.add_argument(
        "--rounds", type=int, default=9, help="how often each case takes its turn (default: 9)"
    )
    parser.add_argument("--listeners", type=int, default=2000, help="open streams, for live (default: 2000)")
    parser.add_argument("--only", default="", help="only cases whose name has these words in it")
    options = parser.parse_args()
    if options.what == "network":
        return _network()
    if options.what == "climate":
        return _climate()
    if options.what == "coffee":
        return _coffee()
    folder = Path(tempfile.mkdtemp(prefix="vloot-bench-"))
    folder.chmod(0o711)  # its database may run as another user
    try:
        _surroundings(folder)
        return _urn() if options.what == "urn" else _measure(options)
    finally:
        _throw_away(folder)


def _network() -> int:
    from bench import network

    found = network.measure()
    print(json.dumps(found))
    return 1 if found["times"] > network.TIMES else 0


def _climate() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "django.conf.global_settings")
    from bench import climate

    print(json.dumps(climate.measure()))
    return 0


def _urn() -> int:
    from vloot.cli.ground import house

    with house() as config:
        from bench import urn
        from vloot.cli.running import schema

        schema.bring_up(config, say=lambda _: None)
        found = urn.measure()
        print(json.dumps(found))
        return 0 if found["counted"] == urn.BALLOTS else 1


def _coffee() -> int:
    from bench import coffee

    found = coffee.measure()
    print(json.dumps(found))
    is_right = found["across_teams"] and found["all_new"] and not found["left_over"]
    return 0 if is_right and found["seconds"] < coffee.LIMIT else 1


def _surroundings(folder: Path) -> None:
    for name in [name for name in os.environ if name.startswith("VLOOT_")]:
        del os.environ[name]
    os.environ.pop("DATABASE_URL", None)
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    os.environ.update(
        VLOOT_DATA=str(folder),
        VLOOT_PORT=str(port),
        VLOOT_WORKERS="1",
        DJANGO_SETTINGS_MODULE="vloot.settings",
    )


def _measure(options: Any) -> int:
    from vloot.cli.ground import house

    with house() as config:
        from bench import company, run
        from bench.readers import sign_in
        from bench.reference import Reference
        from vloot.cli.running import schema

        schema.bring_up(config, say=lambda _: None)
        made = _million() if options.what == "search" else company.make()
        reference = Reference(schema.parameters())
        server = subprocess.Popen([sys.executable, "-m", "bench.server"], stdout=subprocess.PIPE, text=True)
        try:
            if server.stdout is None or server.stdout.readline() != "ready\n":
                return 1
            if options.what == "live":
                return _live(made, server.pid, config.port, options.listeners)
            readers = [sign_in(person, config.port) for person in made.person_ids[10 : 10 + READERS]]
            for reader in readers:
                reader.open_form("/")
            found = (
                _searches(readers, made, config.port, reference)
                if options.what == "search"
                else run.cases(readers, made, company.questions_among(made.thread_ids), reference)
            )
            chosen = [case for case in found if options.only in case.name or case is found[0]]
            for said in run.measure(chosen, server.pid, reference, options.rounds):
                print(said, file=sys.stderr)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(20)
        print(run.table(chosen))
        print(json.dumps(_report(chosen, config)))
        return _judged(chosen) if options.what == "search" else 0


def _million() -> Any:
    from bench import archive, company
    from vloot.ground import clock

    made = company.make(company.Size(people=1000, spaces=200, posts=2000, joins=10, follows=20))
    print("writing a million posts ...", file=sys.stderr)
    archive.fill(made.person_ids, made.space_ids, clock.now())
    return made


def _searches(readers: list[Any], made: Any, port: int, reference: Any) -> list[Any]:
    from bench import archive, search
    from bench.readers import sign_in

    guest = archive.guest(made.person_ids[-1], made.space_ids[-1])
    return search.cases(readers, sign_in(guest, port), "person7", reference)


def _judged(found: list[Any]) -> int:
    from bench import search

    dear = search.over_budget(found)
    for line in dear:
        print(f"over budget: {line}", file=sys.stderr)
    return 1 if dear else 0


def _live(made: Any, server_pid: int, port: int, listeners: int) -> int:
    from bench import live
    from bench.readers import sign_in

    found = live.measure(
        [sign_in(person, port) for person in made.person_ids], made, server_pid, port, listeners
    )
    print(live.table(found))
    print(json.dumps(found))
    return 0 if found["delivery"]["heard"] == listeners else 1


def _report(found: list[Any], config: Any) -> dict[str, Any]:
    from vloot import __version__

    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "vloot": __version__,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "workers": config.workers,
        "threads": config.threads,
        "cases": [
            {
                "name": case.name,
                "cpu_ms": round(case.median, 3),
                "rounds": [round(one, 3) for one in case.milliseconds],
                "database_ms": [round(one, 3) for one in case.database],
                "requests": case.times,
                "bytes": case.size,
            }
            for case in found
        ],
    }


def _throw_away(folder: Path) -> None:
    from vloot.ground.postgres import Cluster

    cluster = Cluster(folder / "pg")
    if cluster.is_elsewhere:
        shutil.rmtree(cluster.folder, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
