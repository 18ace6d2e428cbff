"""The carrier of notices by mail: one parcel is one letter, to somebody's own address and no other."""

from __future__ import annotations

import logging

from vloot.ground.mail import AddressRefused, LetterRefused, TryLater, open_line
from vloot.letters.leaving import wording
from vloot.mailroom import acts as mailroom
from vloot.mailroom import reads as troubles
from vloot.notices.carrying import Later, Parcel, Unreachable
from vloot.people import mailboxes

log = logging.getLogger(__name__)


def carry(parcel: Parcel) -> None:
    """Hand a parcel to the mail server. Raises Later, Unreachable.

    The same parcel handed over again has the same Message-ID, so that who gets it twice sees it once.
    """
    box = mailboxes.mailbox_of(parcel.person_id)
    if box is None or troubles.trouble_of(box.person_id, box.address):
        raise Unreachable
    letter = wording.letter_of(parcel, box)
    try:
        with open_line() as line:
            line.send(letter)
    except AddressRefused as refused:
        mailroom.note_return(
            person_id=box.person_id, address=box.address, letter=parcel.key, words=str(refused)
        )
        raise Unreachable from refused
    except LetterRefused as refused:
        log.error("The mail server does not take mail from us: %s", refused)
        raise Later from refused
    except TryLater as refused:
        raise Later from refused
    except ValueError as fault:  # no address that mail can be sent to
        raise Unreachable from fault
