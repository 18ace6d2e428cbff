"""Whether the migrations say all that the models say. Asks no database. Exit code 1 when one is missing."""

import os
import sys
import tempfile

import django
from django.apps import apps


def missing() -> list[str]:
    """What `makemigrations` would write, one line a change; two migrations that both want to be the last; a written shape of others."""
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    loader = MigrationLoader(None)
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("vloot.")}
    found = [
        f"{app}: several last migrations: {', '.join(names)}"
        for app, names in loader.detect_conflicts().items()
    ]
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    for app, migrations in detector.changes(graph=loader.graph).items():
        if app in ours:
            found += [
                f"{app}: {operation.describe()}" for step in migrations for operation in step.operations
            ]
    from vloot.cli.running import fresh

    if not found and fresh.head(fresh.SHAPE.read_text("utf-8"))[1] != fresh.digest():
        found.append(f"{fresh.SHAPE.name} is of other migrations: make shape")
    return found


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VLOOT_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "vloot.settings"
        django.setup()
        lines = missing()
    print("\n".join(lines) or "migrations complete")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
