"""What a channel is handed: a parcel of notices for one person. Doors carry it (mail, push); `wiring.CARRIERS` says which.

A carrier returns when the parcel has been taken over for good. It raises `Later` when it could not for now, and `Unreachable` when this
person cannot be reached this way at all. Whatever else it raises is taken for `Later`. It must return within `LEASE`: a worker that says
nothing for so long is taken for dead, and the parcel, with the same `key`, is handed over again. So a carrier lets the receiver
recognise a repeat by the key: mail by its Message-ID, push by its tag.

It is called in the language of the person. Nothing needs to be asked again: who may read what, quiet hours and choices have been.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta

import msgspec
from django.conf import settings
from django.utils.module_loading import import_string

from vloot.notices.reads import NoticeCard

LEASE = timedelta(minutes=10)


class Later(Exception):  # noqa: N818  # no error: the other side is busy or away
    """Could not be handed over now; is tried again, later each time, for about two days."""


class Unreachable(Exception):  # noqa: N818
    """This person cannot be reached through this channel: no address, or one that is dead. What waited for it is dropped."""


class Parcel(msgspec.Struct, frozen=True, kw_only=True):
    """What goes to one person at once. `rhythm` is at_once, hourly, daily or weekly: the slowest among the cards.

    `cards` are the newest first, never none; the actors on each are those not told before. `key` is the same whenever the same parcel is
    handed over again, and no other parcel's: letters, digits, a hyphen.
    """

    person_id: int
    channel: str
    rhythm: str
    locale: str
    cards: list[NoticeCard]
    key: str


Carrier = Callable[[Parcel], None]
Sight = Callable[[int], Mapping[int, str]]


def carriers() -> dict[str, Carrier]:
    """Who carries what, by channel; a channel without a carrier does not exist."""
    found: dict[str, Carrier] = import_string(settings.VLOOT_CARRIERS)
    return found


def readable_by(person_id: int) -> Mapping[int, str]:
    """The spaces a person may read now, by id, with their names; rooms above know. Raises NotFound for who is not here."""
    sight: Sight = import_string(settings.VLOOT_SIGHT)
    return sight(person_id)
