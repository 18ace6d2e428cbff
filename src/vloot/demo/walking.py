"""Half a year of walks, from `cast/walks.toml`: promises that were kept and one leader's that were not, an invitation without an answer."""

import tomllib
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.utils import translation

from vloot.demo.cast import FOLDER
from vloot.demo.telling import Teller
from vloot.ground import clock
from vloot.meet.learning import acts as learning
from vloot.meet.walks import acts, lapsing, reads
from vloot.meet.walks.acts import Meeting, NotesDraft, PromiseDraft
from vloot.people.actor import Actor
from vloot.talk.spaces import reads as spaces

KEEPER = "chris"
BEGAN = 175  # days ago on which the list of places was made
Line = dict[str, Any]
SETTLED = ("kept", "done", "open")


class Walking:
    """Plans the walks in the diary of a teller."""

    def __init__(self, teller: Teller) -> None:
        self.teller = teller
        self.places: dict[str, int] = {}

    def plan(self) -> None:
        """Let all of it happen; without those who are not in this company."""
        with (FOLDER / "walks.toml").open("rb") as file:
            page = tomllib.load(file)
        people = self.teller.people
        if KEEPER not in people:
            return
        self._at(self.teller.calendar.ago(BEGAN, 9), partial(self._list, page["places"]))
        for line in page["walk"]:
            if {line["by"], line["host"]} <= people.keys():
                self._plan_walk(line)
        for line in page["invitation"]:
            if {line["by"], line["host"]} <= people.keys():
                asked = self.teller.calendar.ago(line["asked"], 10, 15)
                self._at(asked, partial(self._invite, line, asked))
        for line in page["offer"]:
            if line["by"] in people:
                self._at(self.teller.calendar.ago(line["asked"], 16, 20), partial(self._offer, line))
        # As the worker does every hour; here once, when the one invitation has waited long enough.
        self._at(self.teller.calendar.now - timedelta(hours=2), lapsing.lapse_due)

    def _at(self, at: datetime, deed: Callable[[], object]) -> None:
        self.teller.diary.plan(at, deed)

    def _actor(self, key: str) -> Actor:
        return self.teller.diary.actor(self.teller.people[key], clock.now())

    def _list(self, names: list[str]) -> None:
        for name in names:
            self.places[name] = acts.list_place(by=self._actor(KEEPER), name=name).id

    def _plan_walk(self, line: Line) -> None:
        """Invited, answered the day after, walked, looked back on the same day; what was promised is settled in the weeks after."""
        calendar = self.teller.calendar
        begins = calendar.ago(line["days"], line["hour"]).replace(second=0)
        invited = begins - timedelta(days=6)
        kept: Line = {}
        self._at(invited, partial(self._propose, line, begins, kept))
        self._at(invited + timedelta(days=1), partial(self._accept, line, kept))
        self._at(begins + timedelta(hours=2), partial(self._look_back, line, kept))
        self._at(begins + timedelta(hours=4), partial(self._approve, line, kept))
        for number, (_text, _easy, went) in enumerate(line["promises"]):
            later = begins + timedelta(days=3 * number + 4)
            if went != "open" and later < calendar.now - timedelta(hours=6):
                self._at(later, partial(self._settle, line, kept, number, went))

    def _propose(self, line: Line, begins: datetime, kept: Line) -> None:
        to = self._meeting(line, [begins])
        host = self._actor(line["host"])
        kept["walk"] = acts.invite(by=host, leader=self.teller.people[line["by"]], to=to)

    def _accept(self, line: Line, kept: Line) -> None:
        walk = kept["walk"]
        acts.accept(by=self._actor(line["by"]), walk=walk, moment=walk.moments[0])

    def _look_back(self, line: Line, kept: Line) -> None:
        leader, walk = self._actor(line["by"]), kept["walk"]
        due = clock.now().date() + timedelta(days=18)
        drafts = [PromiseDraft(text=text, due_on=due, is_easy=easy) for text, easy, _went in line["promises"]]
        kept["promises"] = acts.promise(by=leader, walk=walk, drafts=drafts)
        notes = NotesDraft(**{name: line.get(name, "") for name in ("saw", "surprised", "hinders")})
        kept["notes"] = acts.write_notes(by=leader, walk=walk, notes=notes)

    def _approve(self, line: Line, kept: Line) -> None:
        acts.approve(by=self._actor(line["host"]), notes=kept["notes"])
        acts.say_felt(by=self._actor(line["host"]), walk=kept["walk"], was_talk=line["by"] != "rudi")
        if "used_to" in line and line["space"] in self.teller.places:
            leader = self._actor(line["by"])
            with translation.override("nl"):
                learning.turn(
                    by=leader,
                    space=spaces.get(leader, self.teller.places[line["space"]]),
                    used_to=line["used_to"],
                    now=line["now"],
                    walk=reads.get(leader, kept["walk"].id),
                )

    def _settle(self, line: Line, kept: Line, number: int, went: str) -> None:
        leader, promise = self._actor(line["by"]), kept["promises"][number]
        if went not in SETTLED:
            acts.give_up(by=leader, promise=promise, because=went)
            return
        acts.say_done(by=leader, promise=promise)
        if went == "kept":
            acts.confirm(by=self._actor(line["host"]), promise=promise)

    def _invite(self, line: Line, asked: datetime) -> None:
        moment = self._ahead(line["ahead"], 14)
        host, leader = self._actor(line["host"]), self._actor(line["by"])
        made = acts.invite(by=host, leader=leader.person_id, to=self._meeting(line, [moment]))
        if "answer" in line:
            later = asked + timedelta(hours=5)
            with clock.freeze(later):
                acts.decline(by=leader, walk=made, answer=line["answer"])
        elif line.get("agreed"):
            with clock.freeze(asked + timedelta(hours=3)):
                acts.accept(by=leader, walk=made, moment=moment)

    def _offer(self, line: Line) -> None:
        moments = [self._ahead(days, 10) for days in line["ahead"]]
        acts.offer(by=self._actor(line["by"]), to=Meeting(moments=moments, wish=line["wish"]))

    def _meeting(self, line: Line, moments: list[datetime]) -> Meeting:
        return Meeting(
            moments=moments,
            place_id=self.places[line["place"]],
            spot=line.get("spot", ""),
            wish=line.get("wish", ""),
        )

    def _ahead(self, days: int, hour: int) -> datetime:
        """A moment on a working day after now."""
        at = self.teller.calendar.now + timedelta(days=days)
        while at.weekday() > 4:
            at += timedelta(days=1)
        return at.replace(hour=hour, minute=0, second=0, microsecond=0)
