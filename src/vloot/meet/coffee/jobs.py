"""Whom it concerns that tables stand."""

from collections.abc import Sequence

from vloot.logbook.models import Entry
from vloot.meet.coffee.models import Seat
from vloot.notices import acts as notices
from vloot.notices.acts import Note


def tell_seated(entries: Sequence[Entry]) -> None:
    """Everybody at a table gets to know with whom they have coffee."""
    seats = Seat.objects.filter(table_id__in=[entry.object_id for entry in entries if entry.is_news])
    by_table: dict[int, list[int]] = {}
    for table_id, person_id in seats.values_list("table_id", "person_id"):
        by_table.setdefault(table_id, []).append(person_id)
    notices.tell_many(
        Note(
            person_id=person,
            kind="coffee",
            object_id=table,
            actor_id=other,
            link=f"/meet/#table-{table}",
            event_id=table,
        )
        for table, people in by_table.items()
        for person in people
        for other in people
        if other != person
    )
