"""The company that the browser tests visit: the tests' cast behind `vloot serve` with its worker and live stream.

python -m tests.browser.company        needs VLOOT_DATA, VLOOT_PORT and VLOOT_PUBLIC_URL
"""

import os
import sys


def prepare() -> None:
    """Lay the cast in the empty database, with a password each, and let them say a few things."""
    from django.db import transaction

    from tests.browser.story import tell
    from tests.world import PASSWORD, build
    from vloot.people.models import Person

    with transaction.atomic():
        world = build()
        for person in Person.objects.filter(kind="human", is_active=True):
            person.set_password(PASSWORD)
            person.save(update_fields=["password"])
        tell(world)


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vloot.settings")
    from vloot.cli.running.lock import only_server, probe
    from vloot.cli.serve import serve
    from vloot.config import load

    config = load()
    with only_server(config.data, config.origin):
        probe(config.host, config.port)
        return serve(config, durable=False, prepare=prepare)


if __name__ == "__main__":
    sys.exit(main())
