"""A real push service in a process of its own (npm's web-push-testing): it checks our token and opens our message by itself."""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from django.test import override_settings

from tests.push.browsers import session
from tests.push.test_carrier import parcel, tell
from tests.stage import Clock
from tests.world import World
from vloot.ground.fetch.pace import PACES
from vloot.ground.webpush import public_key
from vloot.notices.carrying import Later, Unreachable
from vloot.notices.devices import acts
from vloot.notices.devices.models import Device
from vloot.push import carrier

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True, scope="session")
def beside_a_browser() -> Iterator[None]:
    """In one process with the browser's tests, whose loop makes Django wary of asking the database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


PLACE = Path(__file__).parents[2] / ".venv" / "push-service"
BEGIN = """
const {PushApiModel} = require("web-push-testing/src/PushApiModel.js");
const Server = require("web-push-testing/src/server.js");
new Server(new PushApiModel(), Number(process.argv[1])).startServer();
"""


class Relay:
    """The push service's own interface for tests."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://localhost:{port}"

    def ask(self, path: str, **fields: str) -> Any:
        sent = Request(self.origin + path, data=urlencode(fields).encode(), method="POST")
        with urlopen(sent, timeout=5) as answer:
            told = answer.read()
        return json.loads(told)["data"] if told.startswith(b"{") else None

    def subscribe(self) -> tuple[acts.Subscription, str]:
        """A browser subscribes with our key: what it hands over, and its name at the service."""
        given = self.ask("/subscribe", userVisibleOnly="true", applicationServerKey=public_key())
        keys = given["keys"]
        return acts.Subscription(
            endpoint=given["endpoint"], **{n: keys[n] for n in ("p256dh", "auth")}
        ), given["clientHash"]

    def got(self, name: str) -> list[dict[str, Any]]:
        """What arrived at this browser, opened."""
        return [json.loads(told) for told in self.ask("/get-notifications", clientHash=name)["messages"]]


@pytest.fixture
def relay(world: World, clock: Clock) -> Iterator[Relay]:
    clock.set(datetime.now(UTC))  # the service has a clock of its own, and looks when our token ends
    assert shutil.which("node"), "make browser installs node"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(["node", "-e", BEGIN, str(port)], cwd=PLACE, stdout=subprocess.DEVNULL)
    until = time.monotonic() + 20
    found = Relay(port)
    while True:
        try:
            found.ask("/status")
            break
        except OSError:
            assert process.poll() is None
            assert time.monotonic() < until
    PACES.forget()
    acts.allow_relays(by=world.actor(world.hanne), hosts=["localhost"])
    with override_settings(VLOOT_FETCH_LOOPBACK=True):
        yield found
    process.terminate()
    process.wait(10)
    PACES.forget()


def test_a_notice_arrives_signed_and_sealed(world: World, relay: Relay) -> None:
    subscription, name = relay.subscribe()
    acts.register(
        by=world.actor(world.anna), session_key=session(), subscription=subscription, name="Firefox on Linux"
    )
    tell(world.anna, world.bram, world.quay)
    carrier.carry(parcel(world, world.anna))
    (told,) = relay.got(name)
    assert told["body"] == "There is something for you in Vloot."
    assert "Tide" not in json.dumps(told)


def test_a_browser_that_took_its_address_back_is_forgotten(world: World, relay: Relay) -> None:
    subscription, name = relay.subscribe()
    acts.register(by=world.actor(world.anna), session_key=session(), subscription=subscription, name="x")
    relay.ask(f"/expire-subscription/{name}")
    tell(world.anna, world.bram, world.quay)
    with pytest.raises(Unreachable):
        carrier.carry(parcel(world, world.anna))
    assert not Device.objects.exists()


def test_a_message_for_another_browser_s_keys_is_not_taken(world: World, relay: Relay) -> None:
    """The service really opens what it gets, so the tests above prove something."""
    (first, name), (second, _) = relay.subscribe(), relay.subscribe()
    mixed = acts.Subscription(endpoint=first.endpoint, p256dh=second.p256dh, auth=second.auth)
    acts.register(by=world.actor(world.anna), session_key=session(), subscription=mixed, name="x")
    tell(world.anna, world.bram, world.quay)
    with pytest.raises(Later):
        carrier.carry(parcel(world, world.anna))
    assert relay.got(name) == []
