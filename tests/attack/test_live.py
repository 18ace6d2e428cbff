"""The live stream names nothing that its reader may not know of."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from unittest.mock import patch

import pytest

from tests.world import World
from vloot.cli.entry import listeners
from vloot.cli.entry.hub import Hub
from vloot.cli.entry.listeners import Listener
from vloot.ground import live
from vloot.ground.live import Signal
from vloot.people import acts as people
from vloot.people.actor import Actor
from vloot.talk.spaces import reads as spaces


def passed(signal: Signal, listener: Listener) -> str:
    """What a listener gets of a signal."""

    async def run() -> None:
        known = {listener.person_id: frozenset(listener.space_ids)}
        with ThreadPoolExecutor(1) as aside, patch.object(listeners, "readable", lambda _: known):
            hub = Hub(aside)
            hub.audience.add(listener)
            await hub._pass(live._encode(signal).decode())

    asyncio.run(run())
    return b"".join(listener.lines).decode()


def test_the_id_of_a_space_goes_to_nobody_who_does_not_read_it() -> None:
    opened = Signal(kind="spaces", object_id=99)
    assert passed(opened, Listener("key", 7, {1, 2})) == ""
    assert "99" in passed(opened, Listener("key", 7, {99}))
    assert "99" in passed(Signal(kind="spaces", object_id=99, person_id=7), Listener("key", 7, {1}))


def test_nobody_holds_streams_without_end() -> None:
    async def run() -> list[bool]:
        with ThreadPoolExecutor(1) as aside, patch.multiple(listeners, key_in=str, admit=admit):
            hub = Hub(aside)
            return [await hub.admit(str(number % 2)) is not None for number in range(120)]

    def admit(keys: list[str]) -> dict[str, tuple[int, frozenset[int]]]:
        return {key: (int(key), frozenset()) for key in keys}

    let_in = asyncio.run(run())
    assert sum(let_in) == 100
    assert not any(let_in[100:])


@pytest.mark.parametrize("kind", ["post", "reply", "changed"])
def test_what_happens_in_a_space_is_heard_by_its_readers_alone(world: World, kind: str) -> None:
    signal = Signal(kind=kind, object_id=5, space_id=world.bridge.id)
    for person in (world.anna, world.bram, world.dana):
        assert passed(signal, Listener("key", person.id, spaces.visible_space_ids(world.actor(person)))) == ""
    assert passed(signal, Listener("key", 1, spaces.visible_space_ids(world.actor(world.chris)))) != ""


def test_whoever_becomes_a_guest_is_asked_anew_what_they_read(world: World) -> None:
    by: Actor = world.actor(world.hanne)
    with patch.object(live, "announce") as announced:
        people.give_role(by=by, person_id=world.bram.id, role="guest")
        people.take_role(by=by, person_id=world.bram.id, role="guest")
    assert [call.kwargs["person_id"] for call in announced.call_args_list] == [world.bram.id] * 2
