"""Promise 6: secret votes use blind tokens as RFC 9474 describes them, and nobody gets two."""

from __future__ import annotations

import pytest

from tests.talk.ways import refused
from tests.urn import voting
from tests.urn.engine import rfc_9474
from tests.urn.voting import YES, opened
from tests.world import World
from vloot.ground.errors import NotFound
from vloot.urn import acts, reads
from vloot.urn.engine import signing, voter
from vloot.urn.models import Ballot, Box


def test_the_urn_signs_as_the_rfc_does() -> None:
    key, prepared = rfc_9474.key(), rfc_9474.PREFIX + rfc_9474.MESSAGE
    factor = pow(rfc_9474.INVERSE, -1, rfc_9474.P * rfc_9474.Q)
    blinded = voter.blind(key.public_key(), prepared, salt=rfc_9474.SALT, factor=factor)
    answer = signing.sign(key, blinded.message)
    assert voter.finish(key.public_key(), prepared, answer, blinded.inverse) == rfc_9474.SIGNATURE


def test_nobody_gets_two(world: World) -> None:
    box = opened(world)
    anna = world.actor(world.anna)
    key = reads.key_for(anna, box)
    asked = (5).to_bytes(128, "big")
    answer = acts.take(by=anna, box=box, blinded=asked)
    assert acts.take(by=anna, box=box, blinded=asked) == answer, "a lost reply harms nobody"
    with refused("taken"):
        acts.take(by=anna, box=box, blinded=(6).to_bytes(128, "big"))
    with refused("on_paper"):
        acts.take(by=world.actor(world.hanne), box=box, blinded=asked)
    with refused("not_on_roster"):
        acts.take(by=world.actor(world.dana), box=box, blinded=asked)
    with refused("blinded"):
        acts.take(by=world.actor(world.bram), box=box, blinded=b"short")
    assert not reads.state_of(world.actor(world.bram), box).has_taken
    assert reads.state_of(anna, box).has_taken
    assert reads.state_of(world.actor(world.hanne), box).on_paper
    assert not reads.state_of(world.actor(world.dana), box).on_roster
    assert len(key.words) == 6
    with pytest.raises(NotFound):
        reads.key_for(world.actor(world.dana), box)


def test_forged_tokens_and_those_of_another_group_or_vote_are_refused(world: World) -> None:
    box, other = opened(world), opened(world)
    token = voting.take(world.actor(world.anna), box)
    forgeries = {
        "another group": token._replace(group="Dock"),
        "no group": token._replace(group="Deck"),
        "another token": token._replace(prepared=voter.prepare(b"t" * 32)),
        "a longer one": token._replace(prepared=token.prepared + b"t"),
        "an endless one": token._replace(prepared=token.prepared * 9),
        "no token": token._replace(prepared=b""),
        "another signature": token._replace(signature=bytes(128)),
        "no signature": token._replace(signature=b""),
        "a number above the key": token._replace(signature=b"\xff" * 128),
    }
    for forged in forgeries.values():
        with refused("forged"):
            voting.cast(box, forged, YES)
    for there in (other, Box(id=1)):
        with refused("forged"):
            voting.cast(there, token, YES)
    assert not Ballot.objects.exists()
