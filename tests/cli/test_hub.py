"""Many listeners: let in together, found at once, told once; a company that comes back at once does not stand in the way of pages."""

import asyncio
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from unittest.mock import patch

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.world import World
from vloot.cli.entry import listeners, usher
from vloot.cli.entry.audience import Audience
from vloot.cli.entry.hub import Hub
from vloot.cli.entry.listeners import Listener
from vloot.cli.entry.usher import Usher
from vloot.ground import live
from vloot.ground.live import Signal
from vloot.people import entrance
from vloot.people import reads as people
from vloot.people.models import Person
from vloot.talk.spaces import audience as spaces
from vloot.talk.spaces import reads

SMALL = st.integers(1, 4)
PEOPLE = st.lists(st.tuples(SMALL, st.frozensets(SMALL)), max_size=8)
SIGNALS = st.builds(
    Signal, kind=st.just("post"), object_id=SMALL, space_id=SMALL | st.none(), person_id=SMALL | st.none()
)


@given(PEOPLE, SIGNALS, st.dictionaries(SMALL, st.frozensets(SMALL)))
def test_the_audience_finds_exactly_those_who_hear(
    who: list[tuple[int, frozenset[int]]], signal: Signal, later: dict[int, frozenset[int]]
) -> None:
    audience = Audience()
    everybody = [Listener(f"key{n}", person, may) for n, (person, may) in enumerate(who)]
    for one in everybody:
        audience.add(one)
    audience.let_read(everybody[::2], later)
    for gone in everybody[::3]:
        audience.discard(gone)
    here = [one for n, one in enumerate(everybody) if n % 3]
    assert set(audience.hearing(signal)) == {one for one in here if one.hears(signal)}
    assert set(audience) == set(here)


def test_two_thousand_at_once_are_a_few_questions() -> None:
    asked: list[int] = []

    async def ask(keys: list[str]) -> usher.Admitted:
        asked.append(len(keys))
        return {key: (int(key), frozenset()) for key in keys if int(key) % 2}

    async def come() -> list[object]:
        door = Usher(ask)
        return list(await asyncio.gather(*(door.admit(str(number)) for number in range(2000))))

    let_in = asyncio.run(come())
    assert len(asked) <= 20
    assert sum(asked) == 2000
    assert [bool(one) for one in let_in] == [bool(number % 2) for number in range(2000)]


def test_pages_get_their_turn_between_two_batches() -> None:
    """The usher rests as long as it has asked: half of the time is left."""
    rests: list[float] = []
    now = 100.0

    async def ask(keys: list[str]) -> usher.Admitted:
        nonlocal now
        now += 0.2
        return {}

    async def come() -> None:
        loop = asyncio.get_running_loop()
        real = asyncio.sleep

        async def rest(seconds: float) -> None:
            rests.append(seconds)
            await real(0)

        with patch.object(loop, "time", lambda: now), patch.object(usher.asyncio, "sleep", rest):  # type: ignore[attr-defined]
            door = Usher(ask)
            waiting = [asyncio.create_task(door.admit(str(number))) for number in range(250)]
            for task in waiting:
                await task

    asyncio.run(come())
    assert rests == pytest.approx([0.2, 0.2])


def test_without_a_database_everybody_is_told_so_and_the_next_may_try() -> None:
    answers = [OperationalError("gone"), {"a": (1, frozenset())}]

    async def ask(keys: list[str]) -> usher.Admitted:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer  # type: ignore[return-value]

    async def come() -> object:
        door = Usher(ask)
        with pytest.raises(OperationalError):
            await door.admit("a")
        return await door.admit("a")

    assert asyncio.run(come()) == (1, frozenset())


def test_who_loses_the_line_comes_back_at_another_time_than_the_others() -> None:
    few = [usher.come_back_in(1) for _ in range(200)]
    many = [usher.come_back_in(2000) for _ in range(2000)]
    assert min(few) >= 1000
    assert max(few) <= 3000
    assert min(many) >= 1000
    assert max(many) <= 21_000
    fullest = max(sum(second * 1000 <= one < (second + 1) * 1000 for one in many) for second in range(22))
    assert fullest < 200, "about a hundred in each second"
    assert usher.ask_within(3) == 0
    assert usher.ask_within(2000) == 10_000


def test_a_reader_gets_all_that_waited_in_one_piece() -> None:
    async def read() -> list[bytes | None]:
        listener = Listener("key", 7, frozenset())
        waiting = asyncio.create_task(listener.take())
        await asyncio.sleep(0)
        listener.tell(b"one ")
        first = await waiting
        listener.tell(b"two ")
        listener.tell(b"three")
        listener.close()
        listener.tell(b"late")
        return [first, await listener.take(), await listener.take()]

    assert asyncio.run(read()) == [b"one ", b"two three", None]


def test_what_changes_while_somebody_comes_in_is_asked_again() -> None:
    """Between the question what they may read and their hearing, a space was shut."""
    answers: list[dict[str, tuple[int, Collection[int]]]] = [{"good": (7, frozenset({1, 2}))}]

    async def run() -> Collection[int]:
        with ThreadPoolExecutor(1) as aside:
            hub = Hub(aside)

            def admit(keys: Collection[str]) -> object:
                hub._changes += 1
                return answers.pop()

            now: dict[str, Any] = {"admit": admit, "key_in": lambda _: "good", "still_in": lambda keys: keys}
            now["readable"] = lambda _: {7: frozenset({1})}
            with patch.multiple(listeners, **now):
                listener = await hub.admit("cookie")
        assert listener is not None
        assert hub.audience.hearing(Signal(kind="post", object_id=1, space_id=2)) == []
        return listener.space_ids

    assert asyncio.run(run()) == frozenset({1})


def test_one_event_asks_the_database_nothing_and_is_written_once() -> None:
    async def run() -> list[Listener]:
        with (
            ThreadPoolExecutor(1) as aside,
            patch.multiple(listeners, readable=None, admit=None, still_in=None),
        ):
            hub = Hub(aside)
            crowd = [Listener(f"key{n}", n, frozenset({1})) for n in range(2000)]
            for one in crowd:
                hub.audience.add(one)
            with patch.object(listeners, "line", wraps=listeners.line) as written:
                await hub._pass(live._encode(Signal(kind="post", object_id=5, space_id=1)).decode())
            assert written.call_count == 1
        return crowd

    told = {one.lines[0] for one in asyncio.run(run())}
    assert told == {b'event: post\ndata: {"id":"5","space":"1","spread":10000}\n\n'}


def test_what_many_may_read_is_what_each_may_read(world: World) -> None:
    everybody = people.actors_for([*people.ids_of_all(), world.eva.id, 1])
    assert world.eva.id not in everybody
    with CaptureQueriesContext(connection) as seen:
        found = spaces.readable(everybody.values())
    assert len(seen) == 2
    assert found == {person: frozenset(reads.visible_space_ids(actor)) for person, actor in everybody.items()}
    assert {person: people.actor_for(person) for person in everybody} == everybody


def session_of(person: Person, *, is_listed: bool = True) -> str:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    if is_listed:
        UserSession.objects.get_or_create(
            user=person, session_key=key, defaults={"ip": "127.0.0.1", "user_agent": "x"}
        )
    else:
        UserSession.objects.filter(session_key=key).delete()
    return key


def test_who_stands_behind_many_sessions(world: World) -> None:
    anna, bram, chris, hanne = (session_of(one) for one in (world.anna, world.bram, world.chris, world.hanne))
    unlisted = session_of(world.dana, is_listed=False)
    Person.objects.filter(pk=world.bram.pk).update(session_era=5)
    Person.objects.filter(pk=world.hanne.pk).update(is_active=False)
    Session.objects.filter(session_key=chris).delete()
    keys = [anna, bram, chris, hanne, unlisted, "nonsense", "'; drop"]
    with CaptureQueriesContext(connection) as seen:
        assert entrance.signed_in(keys) == {anna: world.anna.pk, bram: None, unlisted: None}
    assert len(seen) == 1
    # A test's connection is inside a transaction, and would be taken for a broken one.
    with patch.object(listeners, "close_old_connections"):
        assert listeners.admit([unlisted])[unlisted] == (world.dana.pk, frozenset({world.slip.id}))
        assert listeners.still_in(keys) == {anna, unlisted}, "what is not certain is looked at as Django does"
