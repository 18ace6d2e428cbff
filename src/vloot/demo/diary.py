"""Deeds with the moment they were done at, played in the order of time."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.module_loading import import_string

from vloot.ground import clock, ids
from vloot.logbook import acts as logbook
from vloot.logbook import kinds, reads
from vloot.people import reads as people
from vloot.people.actor import Actor

ORIGIN = "demo"
WRITER = Actor(person_id=0, origin=ORIGIN, is_importer=True)  # writes down what others did
Deed = Callable[[], object]


class Diary:
    """What is still to be played. Until `news_from` it is history, of which nobody is told; from then on it is news."""

    def __init__(self, news_from: datetime) -> None:
        self.news_from = news_from
        self._deeds: list[tuple[datetime, int, Deed]] = []
        self._actors: dict[int, Actor] = {}
        self._told: set[int] = set()

    def __len__(self) -> int:
        return len(self._deeds)

    def plan(self, at: datetime, deed: Deed) -> None:
        """Let a deed be done at a moment."""
        self._deeds.append((at, len(self._deeds), deed))

    def is_news(self, at: datetime) -> bool:
        """Whether readers are told of what happens at this moment."""
        return at >= self.news_from

    def actor(self, person_id: int, at: datetime) -> Actor:
        """A person as who acts: themselves, or in history the one who writes it down."""
        if not self.is_news(at):
            return Actor(person_id=person_id, origin=ORIGIN, is_importer=True)
        if person_id not in self._actors:
            self._actors[person_id] = people.actor_for(person_id)
        return self._actors[person_id]

    def play(self, on_each: Callable[[], None]) -> None:
        """Do all deeds, each with the clock at its moment; of the news, everybody hears within the hour."""
        heard = self.news_from
        for at, _n, deed in sorted(self._deeds, key=lambda planned: planned[:2]):
            if at - heard > timedelta(hours=1):
                self._tell()
                heard = at
            with clock.freeze(at):
                deed()
            on_each()
        self._deeds.clear()
        self._tell()

    def _tell(self) -> None:
        """Hand the news so far to its readers, then and there: left to the queue, every notice would be of today."""
        latest = [entry.id for entry in reads.latest(kinds.KEPT, limit=400) if entry.is_news]
        fresh = [entry_id for entry_id in latest if entry_id not in self._told]
        if fresh:
            self._told.update(fresh)
            with clock.freeze(ids.moment(max(fresh)) + timedelta(seconds=40)):
                logbook.settle(entry_ids=fresh, readers=import_string(settings.VLOOT_READERS))
