"""Questions to the devices; everybody only asks about their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec
from django.contrib.sessions.models import Session

from vloot.ground import clock
from vloot.ground.fetch import BadAddress, place_of
from vloot.notices.devices import relays
from vloot.notices.devices.models import Device, PushRelay
from vloot.people.actor import Actor


class DeviceCard(msgspec.Struct, frozen=True, kw_only=True):
    """A device as its person sees it."""

    id: int
    name: str
    added_at: datetime
    shows_words: bool
    is_here: bool  # it is the browser that asks
    is_reached: bool  # its session lasts and its service is allowed


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """How to reach a device."""

    device_id: int
    endpoint: str
    p256dh: str
    auth: str
    shows_words: bool


def allowed_relays() -> list[str]:
    """The hosts of the push services that may be asked, alphabetically; none while push is off."""
    return list(PushRelay.objects.order_by("host").values_list("host", flat=True))


def is_allowed(endpoint: str, allowed: Sequence[str]) -> bool:
    """Whether this address is at a service that may be asked."""
    try:
        return relays.is_among(place_of(endpoint).host, allowed)
    except BadAddress:
        return False


def mine(actor: Actor, session_key: str) -> list[DeviceCard]:
    """The actor's devices, the newest first."""
    return [
        DeviceCard(
            id=device.id,
            name=device.name,
            added_at=device.added_at,
            shows_words=device.shows_words,
            is_here=device.session_key == session_key,
            is_reached=is_reached,
        )
        for device, is_reached in reversed(_devices(actor.person_id))
    ]


def lines(person_id: int) -> list[Line]:
    """How to reach a person's devices: those with a session that lasts, at services that are allowed."""
    return [
        Line(
            device_id=device.id,
            endpoint=device.endpoint,
            p256dh=device.p256dh,
            auth=device.auth,
            shows_words=device.shows_words,
        )
        for device, is_reached in _devices(person_id)
        if is_reached
    ]


def _devices(person_id: int) -> list[tuple[Device, bool]]:
    """A person's devices, the oldest first, and whether each is reached."""
    found = list(Device.objects.filter(person_id=person_id).order_by("id"))
    keys = [device.session_key for device in found]
    sessions = Session.objects.filter(session_key__in=keys, expire_date__gt=clock.now())
    alive, allowed = set(sessions.values_list("session_key", flat=True)), allowed_relays()
    return [
        (device, device.session_key in alive and is_allowed(device.endpoint, allowed)) for device in found
    ]
