"""Half a year of coffee rounds: a host opens one every four weeks, who likes comes along, most meet; the next one is open now."""

import random
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import partial

from vloot.demo.people_to_be import PICKABLE
from vloot.demo.telling import Teller
from vloot.ground import clock
from vloot.meet.coffee import acts, laying, reads, slots
from vloot.meet.learning import acts as learning
from vloot.meet.learning.acts import LearnedDraft
from vloot.people.actor import Actor

HOST = "sofie"
WEEKS_AGO = (20, 16, 12, 8, 4, 0)
AHEAD = 2  # weeks until the round that is open now
COMES, MEETS, LEARNS, NOTES, CHANGES = 0.45, 0.85, 0.8, 0.7, 0.45  # shares of people
FOUND = (
    "Ze wachten daar even vaak op ons als wij op hen.",
    "Het formulier dat wij vervelend vinden, blijkt daar nodig voor de verzekering.",
    "Zij lossen ’s nachts op wat wij ’s morgens als vanzelfsprekend vinden.",
    "Iedereen daar kent onze afkortingen niet, en niemand had het ooit gezegd.",
    "De planning die wij sturen, wordt er eerst overgetekend.",
    "Ze weten al een jaar hoe het sneller kan. Niemand had het gevraagd.",
)


class Coffee:
    """Plans the rounds in the diary of a teller."""

    def __init__(self, teller: Teller, joined: Mapping[str, date]) -> None:
        self._teller, self._diary = teller, teller.diary
        self._joined = {key: joined[key] for key in sorted(joined) if key in teller.people}
        self._chance = random.Random(11)
        self._now = teller.calendar.now

    def plan(self) -> None:
        """Let all of it happen; without the host there is no coffee."""
        if HOST not in self._teller.people:
            return
        today = self._teller.calendar.day(0)
        monday = today - timedelta(days=today.weekday())
        for weeks in WEEKS_AGO:
            self._plan_round(monday - timedelta(weeks=weeks), is_open=False)
        self._plan_round(monday + timedelta(weeks=AHEAD), is_open=True)

    def _plan_round(self, week: date, *, is_open: bool) -> None:
        until = week - timedelta(days=4)
        opened = self._at(week - timedelta(days=13), 9, 5)
        if is_open:
            opened = min(opened, self._now - timedelta(hours=3))
        self._diary.plan(opened, partial(self._open, week, until))
        here = [key for key, day in self._joined.items() if day < opened.date()]
        some = [key for key in here if self._comes(key, is_open=is_open)]
        for place, key in enumerate(some):
            self._diary.plan(opened + timedelta(minutes=20 + place), partial(self._come, key))
        if not is_open:
            self._diary.plan(self._at(week - timedelta(days=3), 6, 7), laying.seat_due)
            if week + timedelta(days=4) < self._now.date():
                self._diary.plan(self._at(week + timedelta(days=4), 15, 40), partial(self._meet, some))

    def _comes(self, key: str, *, is_open: bool) -> bool:
        """Those a visitor can be come to this week's round, and have not yet said anything about the next."""
        drawn = self._chance.random() < COMES
        is_pickable = any(pick.key == key for pick in PICKABLE)
        return (not is_open) if is_pickable else drawn

    def _at(self, day: date, hour: int, minute: int) -> datetime:
        return datetime.combine(day, time(hour, minute), tzinfo=self._now.tzinfo)

    def _open(self, week: date, until: date) -> None:
        by = self._diary.actor(self._teller.people[HOST], clock.now())
        acts.open_round(by=by, until=until, week=week)

    def _come(self, key: str) -> None:
        actor = self._diary.actor(self._teller.people[key], clock.now())
        invitation = reads.invitation(actor)
        if invitation is not None:
            when = self._chance.sample(slots.ALL, 9)
            spoken = invitation.languages or ["nl"]
            acts.come(by=actor, round=reads.round_of(invitation.id), when=when, languages=spoken)

    def _meet(self, some: list[str]) -> None:
        for key in some:
            actor = self._diary.actor(self._teller.people[key], clock.now())
            table = next(iter(reads.tables(actor)), None)
            if table is not None and not table.has_met and self._chance.random() < MEETS:
                seat = reads.seat(actor, table.id)
                acts.we_met(by=actor, seat=seat)
                acts.say_learned(by=actor, seat=seat, has_learned=self._chance.random() < LEARNS)
                self._note(actor)

    def _note(self, actor: Actor) -> None:
        """Many keep a line for themselves; to some it is news."""
        if self._chance.random() < NOTES:
            found, is_news = self._chance.choice(FOUND), self._chance.random() < CHANGES
            draft = LearnedDraft(after="coffee", found=found, changed_mind=is_news)
            learning.note_down(by=actor, draft=draft)
