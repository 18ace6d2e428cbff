"""What follows for polls from what happened to their posts."""

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.talk.polls import counting
from vloot.talk.polls.models import Choice


def forget_removed(entries: Sequence[Entry]) -> None:
    """A removed poll says nothing any more: its choices go, and who took them; the ballots of a secret one burn uncounted."""
    removed = [entry.object_id for entry in entries]
    Choice.objects.filter(poll__in=removed).delete()
    counting.burn_uncounted(removed)
