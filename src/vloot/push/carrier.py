"""Handing a parcel of notices to every browser of its person."""

from __future__ import annotations

import logging

from vloot.ground.fetch import FetchError
from vloot.ground.webpush import Gone, Rejected, Stamp, Target, send
from vloot.notices.carrying import Later, Parcel, Unreachable
from vloot.notices.devices import acts, reads
from vloot.notices.devices.reads import Line
from vloot.push import message

log = logging.getLogger(__name__)

_DAY = 86400  # seconds
_LONGER = {"daily": 3 * _DAY, "weekly": 7 * _DAY}


def carry(parcel: Parcel) -> None:
    """Tell a person's browsers. Raises Unreachable when there is none (any more), Later when one could not be told for now.

    A repeat has the same key, so it takes the place of what a browser has been told already.
    """
    outcomes = {_told(line, parcel) for line in reads.lines(parcel.person_id)}
    if None in outcomes:
        raise Later
    if True not in outcomes:
        raise Unreachable


def _told(line: Line, parcel: Parcel) -> bool | None:
    """Whether a browser was told: no when it is gone, None when it may be later."""
    stamp = Stamp(
        topic=parcel.key,
        ttl=_LONGER.get(parcel.rhythm, _DAY),
        # A digest may wait until the phone is awake.
        urgency="normal" if parcel.rhythm == "at_once" else "low",
    )
    words = message.made(parcel, shows_words=line.shows_words)
    try:
        send(line.endpoint, Target(line.p256dh, line.auth), words, stamp)
    except Gone:
        acts.drop(device_id=line.device_id)
        return False
    except (FetchError, Rejected) as error:
        log.warning("A push service did not take a message: %s", error)
        return None
    return True
