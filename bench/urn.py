"""A secret vote of 10,000: how many ballots are taken and cast in a second by one process, how long counting and burning take.

Taking is measured with 200 people through the act, keys of the real size. The other tokens are signed with the key itself, which gives the
same signatures without the voters' half of the work. Casting goes through the act, one after the other in ten groups.
"""

from __future__ import annotations

import time
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

BALLOTS = 10_000
GROUPS = 10
TAKEN = 200


def measure() -> dict[str, Any]:
    """The figures, for an empty database that has its tables."""
    from vloot.people.actor import Actor
    from vloot.people.models import Person
    from vloot.urn import acts, ashes
    from vloot.urn.engine import keys, signing, voter
    from vloot.urn.models import Key

    people = Person.objects.bulk_create(Person(username=f"v{n}", name=f"V{n}") for n in range(TAKEN))
    rosters = {f"group {n}": [one.id for one in people[n::GROUPS]] for n in range(GROUPS)}
    found: dict[str, Any] = {"ballots": BALLOTS, "groups": GROUPS}
    began = time.perf_counter()
    box = acts.open_box(by=Actor(person_id=people[0].id), rosters=rosters)
    found["open_s"] = round(time.perf_counter() - began, 2)
    private = {key.group: keys.private(bytes(key.private or b"")) for key in Key.objects.filter(box=box)}

    asked = []
    for group, some in rosters.items():
        public = private[group].public_key()
        asked += [(one, voter.blind(public, voter.prepare(b"t" * 32)).message) for one in some]
    began = time.perf_counter()
    for one, blinded in asked:
        acts.take(by=Actor(person_id=one), box=box, blinded=blinded)
    found["taken_per_s"] = round(TAKEN / (time.perf_counter() - began), 1)

    pss = padding.PSS(mgf=padding.MGF1(hashes.SHA384()), salt_length=signing.SALT)
    ballots = []
    for number in range(BALLOTS):
        group, prepared = f"group {number % GROUPS}", voter.prepare(b"t" * 32)
        signature = private[group].sign(prepared, pss, hashes.SHA384())
        content = {f"item{n}": [str((number + n) % 5 + 1)] for n in range(12)}
        ballots.append((group, prepared, signature, content))
    began = time.perf_counter()
    for group, prepared, signature, content in ballots:
        acts.cast(box_id=box.id, group=group, prepared=prepared, signature=signature, content=content)
    found["cast_s"] = round(time.perf_counter() - began, 1)
    found["cast_per_s"] = round(BALLOTS / found["cast_s"], 1)

    began = time.perf_counter()
    counted = acts.close(by=None, box=box)
    found["count_s"] = round(time.perf_counter() - began, 2)
    found["counted"] = sum(len(some) for some in counted.values())
    began = time.perf_counter()
    acts.burn(box=box)
    ashes.sweep()
    found["burn_s"] = round(time.perf_counter() - began, 2)
    return found
