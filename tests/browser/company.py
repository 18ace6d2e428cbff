"""The company that the browser tests visit: the tests' cast behind `vloot serve` with its worker and live stream.

python -m tests.browser.company [--empty | --unasked]        needs VLOOT_DATA, VLOOT_PORT, VLOOT_PUBLIC_URL and BROWSER_TIDE
"""

import os
import sys
from collections.abc import Callable
from functools import partial


def prepare(*, is_asked: bool = True) -> None:
    """Lay the cast in the empty database, with a password each, and let them say a few things."""
    from django.contrib.auth.hashers import make_password
    from django.db import transaction

    from tests.browser.crew import WITHOUT_PASSWORD, come_aboard
    from tests.browser.gathered import bring_together
    from tests.browser.states import bring_about
    from tests.browser.story import tell
    from tests.climate.ground import answered
    from tests.world import PASSWORD, build
    from vloot.people.models import Person

    with transaction.atomic():
        world = build()
        come_aboard(world)
        people = Person.objects.filter(kind="human", is_active=True).exclude(username__in=WITHOUT_PASSWORD)
        people.update(password=make_password(PASSWORD))
        tell(world)
        bring_about(world)
        if is_asked:
            answered(world)
        bring_together(world)


def main(arguments: list[str]) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.browser.settings"
    from vloot.cli.running.lock import only_server, probe
    from vloot.cli.serve import serve
    from vloot.config import load

    asked = partial(prepare, is_asked="--unasked" not in arguments)
    begin: Callable[[], None] | None = None if "--empty" in arguments else asked
    config = load()
    with only_server(config.data, config.origin):
        probe(config.host, config.port)
        return serve(config, durable=False, prepare=begin)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
