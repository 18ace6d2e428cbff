"""What a push message holds: that there is something, and how the browser asks for it. Words only where they are wanted and open to all."""

from __future__ import annotations

import msgspec
from django.utils.translation import gettext as _

from vloot.ground.webpush import LONGEST
from vloot.notices import plain
from vloot.notices.carrying import Parcel
from vloot.talk.spaces import reads as spaces

MOST = 20  # notices that one message names by their ids
NOTICES = "/notices/"


def made(parcel: Parcel, *, shows_words: bool) -> bytes:
    """The message for one browser, short enough for every push service."""
    told: dict[str, object] = {
        "key": parcel.key,
        "title": "Vloot",
        "body": _("There is something for you in Vloot."),
        "url": NOTICES,
        "ids": [str(card.id) for card in parcel.cards[:MOST]],
    }
    if shows_words and _is_open(parcel):
        told |= plain.lines(parcel.cards)
    encoded = msgspec.json.encode(told)
    return encoded if len(encoded) <= LONGEST else msgspec.json.encode(told | {"title": "Vloot", "body": ""})


def _is_open(parcel: Parcel) -> bool:
    """Whether everybody in the company may read all that this is about."""
    wanted = {card.space_id for card in parcel.cards}
    found = spaces.refs([space_id for space_id in wanted if space_id is not None])
    return all(space_id in found and found[space_id].access == "open" for space_id in wanted)
