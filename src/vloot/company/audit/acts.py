"""That somebody looked at a sensitive page."""

from datetime import timedelta

from django.db import transaction

from vloot.ground import clock
from vloot.logbook import chain
from vloot.logbook.acts import record
from vloot.people.actor import Actor

ONE_LOOK = timedelta(hours=1)  # turning pages within it is one look


def look(*, by: Actor, page: str, object_id: int = 1) -> None:
    """Write down that somebody opens a sensitive page. `page` names it by a word that `web/company/audit_words.py` knows.

    To be called by the door that shows it, once it knows that the reader may; `object_id` is whom or what the page is about, 1 for the
    company.
    """
    details = {"page": page}
    with transaction.atomic():
        since = clock.now() - ONE_LOOK
        if not chain.has("SensitiveViewed", by.person_id, object_id, details, since=since):
            record(
                kind="SensitiveViewed",
                actor_id=by.person_id,
                object_id=object_id,
                origin=by.origin,
                details=details,
            )
