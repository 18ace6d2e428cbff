"""What the clock and the others do in a survey of the climate, from beside the running house: the worker looks every five minutes only.

python -m tests.browser.turning turn | answer [LEFT_OUT ...]        with the environment of the house
"""

import os
import random
import sys


def main(arguments: list[str]) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.browser.settings"
    from vloot.cli.ground import house

    with house(durable=False):
        if arguments[0] == "turn":
            from vloot.climate.rhythm import turning

            turning.close_due()
            turning.open_due()
        else:
            answer(arguments[1:])
    return 0


def answer(left_out: list[str]) -> None:
    """Everybody else on the list answers, with tokens of their own."""
    from tests.climate import crew
    from vloot.climate.waves import reads
    from vloot.people import reads as people
    from vloot.people.models import Person
    from vloot.urn.models import Voter

    wave = reads.running()
    assert wave is not None
    part = wave.parts.get()
    chance = random.Random(1)
    spared = Person.objects.filter(username__in=left_out)
    others = Voter.objects.filter(box_id=part.box_id or 0, on_paper=False).exclude(person__in=spared)
    for person_id in others.values_list("person_id", flat=True):
        crew.cast(part, people.actor_for(person_id), crew.answers(part.items, 3.5, chance))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
