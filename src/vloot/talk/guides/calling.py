"""What a day brings: pages whose review day has come call for their owners. Nobody's deed."""

from django.db import transaction

from vloot.ground import clock
from vloot.logbook import acts as logbook
from vloot.talk.guides.models import Guide


def owners_of_due() -> int:
    """Let every page whose review day has come call for its owner, once. Returns how many called."""
    today = clock.now().date()
    with transaction.atomic():
        waiting = Guide.objects.select_for_update().filter(
            review_on__lte=today, called_on=None, obsolete_at=None
        )
        due = list(waiting.order_by("pk")[:1000])
        for guide in due:
            logbook.record(
                kind="GuideDue", actor_id=None, object_id=guide.id, space_id=guide.space_id, origin="clock"
            )
        Guide.objects.filter(pk__in=[guide.pk for guide in due]).update(called_on=today)
    return len(due)
