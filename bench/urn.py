"""A secret vote of 10,000: what taking and casting a ballot costs, how long counting and burning take. CPU of Python and database together.

Taking is measured with 200 people through the act, keys of the real size. The other tokens are signed with the key itself, which gives the
same signatures without the voters' half of the work. Casting goes through the act, one after the other in ten groups.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from bench import cost

BALLOTS = 10_000
GROUPS = 10
TAKEN = 200


class Clock:
    """Seconds of one step: on the wall, and on processors."""

    wall = 0.0
    cpu = 0.0


@contextmanager
def timed() -> Iterator[Clock]:
    """What happens in the block, timed."""
    made = Clock()
    began, spent = time.perf_counter(), cost.of_processes(cost.family(os.getpid()))
    yield made
    made.wall = time.perf_counter() - began
    made.cpu = (cost.of_processes(cost.family(os.getpid())) - spent) / 1e9


def measure() -> dict[str, Any]:
    """The figures, for an empty database that has its tables."""
    from vloot.people.actor import Actor
    from vloot.people.models import Person
    from vloot.urn import acts, ashes
    from vloot.urn.engine import keys, signing, voter
    from vloot.urn.models import Key

    people = Person.objects.bulk_create(Person(username=f"v{n}", name=f"V{n}") for n in range(TAKEN))
    rosters = {f"group {n}": [one.id for one in people[n::GROUPS]] for n in range(GROUPS)}
    with timed() as opening:
        box = acts.open_box(by=Actor(person_id=people[0].id), rosters=rosters)
    private = {key.group: keys.private(bytes(key.private or b"")) for key in Key.objects.filter(box=box)}

    asked = []
    for group, some in rosters.items():
        public = private[group].public_key()
        asked += [(one, voter.blind(public, voter.prepare(b"t" * 32)).message) for one in some]
    with timed() as taking:
        for one, blinded in asked:
            acts.take(by=Actor(person_id=one), box=box, blinded=blinded)

    pss = padding.PSS(mgf=padding.MGF1(hashes.SHA384()), salt_length=signing.SALT)
    ballots = []
    for number in range(BALLOTS):
        group, prepared = f"group {number % GROUPS}", voter.prepare(b"t" * 32)
        signature = private[group].sign(prepared, pss, hashes.SHA384())
        content = {f"item{n}": [str((number + n) % 5 + 1)] for n in range(12)}
        ballots.append((group, prepared, signature, content))
    with timed() as casting:
        for group, prepared, signature, content in ballots:
            acts.cast(box_id=box.id, group=group, prepared=prepared, signature=signature, content=content)
    with timed() as counting:
        counted = acts.close(by=None, box=box)
    with timed() as burning:
        acts.burn(box=box)
        ashes.sweep()
    return {
        "ballots": BALLOTS,
        "counted": sum(len(some) for some in counted.values()),
        "groups": GROUPS,
        "opening_a_group_cpu_ms": round(1000 * opening.cpu / GROUPS),
        "taking_one_cpu_ms": round(1000 * taking.cpu / TAKEN, 1),
        "casting_one_cpu_ms": round(1000 * casting.cpu / BALLOTS, 2),
        "casting_all_s": round(casting.wall, 1),
        "counting_cpu_s": round(counting.cpu, 2),
        "counting_s": round(counting.wall, 2),
        "burning_cpu_s": round(burning.cpu, 2),
        "burning_s": round(burning.wall, 2),
    }
