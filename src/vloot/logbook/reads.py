"""Questions to the logbook."""

from collections.abc import Iterable

from vloot.logbook.models import Entry


def entries_about(object_id: int) -> list[Entry]:
    """All entries about one object, oldest first."""
    return list(Entry.objects.filter(object_id=object_id).order_by("id"))


def latest(kinds: Iterable[str], limit: int = 50) -> list[Entry]:
    """The newest entries of these kinds, newest first."""
    return list(Entry.objects.filter(kind__in=list(kinds)).order_by("-id")[:limit])


def entries_of(kind: str, object_ids: Iterable[int]) -> list[Entry]:
    """The entries of one kind about some objects, oldest first."""
    return list(Entry.objects.filter(kind=kind, object_id__in=list(object_ids)).order_by("id"))
