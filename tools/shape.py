"""Write down what all migrations make, for databases that begin empty: src/vloot/cli/running/shape.sql. `make shape` calls it.

`--check` writes nothing and says whether that would change it; exit code 1 then.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import django

# What pg_dump says to a server of its own; in one transaction on a connection of ours it would outlive the shape.
_OF_THE_SESSION = re.compile(
    r"SET \w+ = .*;$|SELECT pg_catalog\.set_config|\\|--$|-- (Name|PostgreSQL|Dumped)\b"
)


def migrated(parameters: dict[str, Any]) -> None:
    """Take every step of every migration in this empty database."""
    from django.core.management import call_command
    from django.db import connection

    from vloot.ground.postgres import databases

    databases.create(parameters)
    connection.settings_dict |= {
        "NAME": parameters["dbname"],
        "HOST": parameters["host"],
        "USER": parameters["user"],
        "PORT": parameters.get("port", ""),
    }
    call_command("migrate", verbosity=0, interactive=False)


def dumped(parameters: dict[str, Any], programs: Path) -> str:
    """The shape of a database as statements for an empty one."""
    command = [str(programs / "pg_dump"), "--schema-only", "--no-owner", "--no-privileges", "--no-comments"]
    command += ["-h", parameters["host"], "-U", parameters["user"], "-d", parameters["dbname"]]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = [line for line in said.splitlines() if not _OF_THE_SESSION.match(line)]
    shape = "\n".join(lines).replace("CREATE SCHEMA public;\n", "")
    return re.sub(r"\n{2,}", "\n\n", shape).strip() + "\n"


def written(parameters: dict[str, Any], programs: Path) -> str:
    """The whole file: of what it is, the shape, and which migrations are in it."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    from vloot.cli.running import fresh

    steps = ",\n".join(
        f"('{app}', '{name}', now())" for app, name in MigrationRecorder(connection).applied_migrations()
    )
    version = connection.pg_version // 10_000  # type: ignore[attr-defined]
    return (
        f"-- PostgreSQL {version}, migrations {fresh.digest()}\n"
        "-- Written by `make shape`. Change the migrations, never this.\n"
        f"set local check_function_bodies = off;\n\n{dumped(parameters, programs)}\n"
        f"insert into public.django_migrations (app, name, applied) values\n{steps};\n"
    )


def main(arguments: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)
        os.environ["VLOOT_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "vloot.settings"
        django.setup()
        from django.db import connection

        from vloot.cli.running import fresh
        from vloot.ground.postgres import Cluster
        from vloot.ground.postgres.place import programs

        cluster = Cluster(Path(folder) / "pg", durable=False)
        with cluster.running() as reached:
            parameters = {**reached, "dbname": "shape"}
            migrated(parameters)
            shape = written(parameters, programs(cluster.owner))
            connection.close()
    if "--check" in arguments:
        is_same = shape == fresh.SHAPE.read_text("utf-8")
        print("the written shape is what the migrations make" if is_same else "run: make shape")
        return 0 if is_same else 1
    fresh.SHAPE.write_text(shape, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
