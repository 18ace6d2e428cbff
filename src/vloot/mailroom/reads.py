"""Questions to the mailroom."""

from datetime import datetime

import msgspec

from vloot.mailroom.models import Arrival, Trouble


class TroubleCard(msgspec.Struct, frozen=True):
    """An address that mail comes back from."""

    address: str
    words: str
    since: datetime


def is_known(key: str) -> bool:
    """Whether a mail was taken in before."""
    return Arrival.objects.filter(key=key).exists()


def trouble_of(person_id: int, address: str) -> TroubleCard | None:
    """Why no mail goes to this address of somebody any more; None when it does."""
    found = Trouble.objects.filter(person_id=person_id, address=address, failing_at__isnull=False).first()
    return TroubleCard(found.address, found.words, found.failing_at) if found and found.failing_at else None
