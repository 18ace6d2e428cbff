"""What people do with their devices, and administrators with push services."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

import msgspec
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from vloot.ground.errors import NotFound, Refused, require
from vloot.ground.webpush import Target, require_usable
from vloot.logbook.acts import record
from vloot.notices.devices import reads, relays, rules
from vloot.notices.devices.models import Device, PushRelay
from vloot.people.actor import Actor

MOST = 20  # devices of one person
MOST_RELAYS = 30
SETTING = "notices.push_relays"


class Subscription(msgspec.Struct, frozen=True, kw_only=True):
    """What a browser hands over: its address at the push service, its key and its secret."""

    endpoint: str
    p256dh: str
    auth: str


def register(*, by: Actor, session_key: str, subscription: Subscription, name: str) -> int:
    """Reach the actor on this browser from now on, while the session lasts; returns the device's id.

    The same browser again is the same device: whoever is signed in there now takes it over, because the browser proves with
    its secret that it is the same. Refused for a service that nobody has allowed, and for what no browser hands over.
    """
    _require_usable(subscription)
    kept = {
        "person_id": by.person_id,
        "session_key": session_key,
        "name": " ".join(name.split())[:80] or _("A browser"),
        "p256dh": subscription.p256dh,
        "auth": subscription.auth,
    }
    try:
        with transaction.atomic():
            known = Device.objects.select_for_update().filter(endpoint=subscription.endpoint).first()
            if known is None:
                made = Device.objects.create(endpoint=subscription.endpoint, **kept)
                _keep_newest(by.person_id)
                return made.id
            if not hmac.compare_digest(known.auth + known.p256dh, subscription.auth + subscription.p256dh):
                raise _unusable()
            if known.person_id != by.person_id:
                kept["shows_words"] = False
            Device.objects.filter(id=known.id).update(**kept)
            return known.id
    except IntegrityError as error:
        raise _unusable() from error


def show_words(*, by: Actor, device_id: int, shows: bool) -> None:
    """Let notices on this device say what they are about, or no longer. Raises NotFound for another's."""
    if not Device.objects.filter(id=device_id, person_id=by.person_id).update(shows_words=shows):
        raise NotFound


def remove(*, by: Actor, device_id: int) -> None:
    """Do not reach me there any more. Raises NotFound for another's."""
    if not Device.objects.filter(id=device_id, person_id=by.person_id).delete()[0]:
        raise NotFound


def drop(*, device_id: int) -> None:
    """A browser is gone."""
    Device.objects.filter(id=device_id).delete()


def allow_relays(*, by: Actor, hosts: Iterable[str]) -> None:
    """Allow these push services and no others; none switches push off. Refused to all but administrators."""
    require(rules.may_allow_relays(by))
    wanted = {host.strip().lower() for host in hosts} - {""}
    for host in sorted(wanted):
        if not relays.is_pattern(host):
            words = _(
                "“{host}” is no host name. Write it like push.example.org, or *.example.org for all below it."
            )
            raise Refused("devices.no_host", words.format(host=host[:80]), "others")
    if len(wanted) > MOST_RELAYS:
        raise Refused("devices.too_many", _("These are too many services. Keep the ones you need."), "others")
    with transaction.atomic():
        was = reads.allowed_relays()
        if wanted == set(was):
            return
        PushRelay.objects.all().delete()
        PushRelay.objects.bulk_create([PushRelay(host=host) for host in sorted(wanted)])
        for device in Device.objects.all():
            if not reads.is_allowed(device.endpoint, sorted(wanted)):
                device.delete()
        details = {"setting": SETTING, "was": was, "is": sorted(wanted)}
        record(kind="SettingChanged", actor_id=by.person_id, object_id=1, origin=by.origin, details=details)


def prune() -> int:
    """Drop devices whose session is over. Returns how many."""
    alive = Session.objects.filter(session_key=OuterRef("session_key"))
    return Device.objects.filter(~Exists(alive)).delete()[0]


def _require_usable(subscription: Subscription) -> None:
    if not reads.is_allowed(subscription.endpoint, reads.allowed_relays()):
        raise Refused(
            "devices.elsewhere",
            _("This browser's push service is not among those your company allows. Ask an administrator."),
        )
    try:
        require_usable(Target(subscription.p256dh, subscription.auth))
    except ValueError as error:
        raise _unusable() from error
    if len(subscription.endpoint) > 1000 or len(subscription.p256dh) > 100 or len(subscription.auth) > 40:
        raise _unusable()


def _unusable() -> Refused:
    return Refused(
        "devices.unusable", _("This browser gave no address we can use. Reload the page and try again.")
    )


def _keep_newest(person_id: int) -> None:
    surplus = Device.objects.filter(person_id=person_id).order_by("-id").values_list("id", flat=True)[MOST:]
    Device.objects.filter(id__in=list(surplus)).delete()
