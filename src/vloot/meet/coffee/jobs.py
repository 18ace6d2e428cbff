"""Whom it concerns that a round opens or is near its last day, and that tables stand."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from vloot.ground import clock
from vloot.logbook.models import Entry
from vloot.meet.coffee.models import Round, Seat, Table
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.people import reads as people


def tell_opened(entries: Sequence[Entry]) -> None:
    """Everybody who works here can come along, and hears it once, as they chose."""
    for entry in entries:
        if entry.is_news:
            _tell_all("coffee_open", entry.object_id, entry.actor_id or 0)


def tell_near(entries: Sequence[Entry]) -> None:
    """The same people once more, whether they said yes, no or nothing: the reminder tells nothing about anybody."""
    for entry in entries:
        if entry.is_news:
            _tell_all("coffee_near", entry.object_id, 0)


def _tell_all(kind: str, round_id: int, actor_id: int) -> None:
    round = Round.objects.filter(pk=round_id, seated_at=None).first()
    if round is None:
        return
    over = datetime.combine(round.until + timedelta(days=1), time(), tzinfo=clock.now().tzinfo)
    notices.tell_many(
        Note(person_id=person, kind=kind, object_id=round_id, actor_id=actor_id, link="/meet/", void_at=over)
        for person in people.at_work()
    )


def tell_seated(entries: Sequence[Entry]) -> None:
    """Everybody at a table gets to know with whom they have coffee."""
    tables = [entry.object_id for entry in entries if entry.is_news]
    for kind in ("coffee_open", "coffee_near"):
        rounds = Table.objects.filter(id__in=tables).values_list("round_id", flat=True)
        notices.take_back(kind=kind, object_ids=list(rounds.distinct()))
    seats = Seat.objects.filter(table_id__in=tables)
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
