"""What changed on the yard: fears and promises with their answers, results answered on the board, small changes, and the mirror.

Every state is in it: waiting too long, being done, done as said, not done and answered anew, a no with its reason, one dissenting voice.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import partial
from typing import Any

from vloot.climate.board import acts as board
from vloot.climate.board import reads as boards
from vloot.climate.board import rules as places
from vloot.climate.matters import acts as matters
from vloot.climate.matters import calling, reads
from vloot.climate.matters.acts import AnswerDraft
from vloot.climate.mirror import acts as mirror
from vloot.climate.mirror.acts import Ahead, View
from vloot.climate.mirror.statements import KEYS
from vloot.climate.registers import acts as registers
from vloot.climate.registers import waiting
from vloot.climate.registers.acts import Said
from vloot.climate.waves.rules import CLIMATE
from vloot.company.switches import rules as switches
from vloot.demo.cast import FOLDER
from vloot.demo.telling import Teller
from vloot.ground import clock
from vloot.people.actor import Actor

BEGINS = 111  # days ago: the room is on
AT = 11  # o'clock
WHISPERS = "chris"  # through whom what nobody signed is said; no trace is left of it
Line = dict[str, Any]


class Change:
    """Plans it in the diary of a teller."""

    def __init__(self, teller: Teller) -> None:
        self._teller, self._diary, self._calendar = teller, teller.diary, teller.calendar

    def plan(self) -> None:
        """Let all of it happen, without those who are not in this company."""
        with (FOLDER / "answers.toml").open("rb") as file:
            told = tomllib.load(file)
        for days in range(BEGINS, -1, -1):
            if self._calendar.day(days).weekday() == 0:
                self._diary.plan(self._calendar.ago(days, 5, 11), waiting.show_due)
        self._diary.plan(self._calendar.ago(0, 6, 23), calling.call_due)
        for matter in told["matter"]:
            if self._has(matter.get("by", WHISPERS)):
                self._at(matter["days"], partial(self._raise, matter))
                for given in matter.get("answers", ()):
                    self._plan_answer(given, partial(self._answer, matter))
        for result in told["result"]:
            for given in result["answers"]:
                self._plan_answer(given, partial(self._answer_result, result["scale"]))
        for looked in told["mirror"]:
            if self._has(looked["by"]):
                self._at(looked["days"], partial(self._look, looked))

    def _plan_answer(self, given: Line, answer: Callable[[Line], int | None]) -> None:
        """The answer in its turn, and what somebody said became of it."""
        judged: list[Any] = given.get("judged", [0, given["by"]])
        named = {given["by"], judged[1], *([given["who"]] if "who" in given else [])}
        if not all(map(self._has, named)):
            return
        made: list[int] = []

        def give() -> None:
            if (found := answer(given)) is not None:
                made.append(found)

        def judge() -> None:
            for answer_id in made:
                by = self._actor(judged[1])
                matters.judge(by=by, answer=reads.answer(by, answer_id), is_done=judged[2], words=judged[3])

        self._at(given["days"], give)
        if "judged" in given:
            self._at(judged[0], judge)

    def _raise(self, matter: Line) -> None:
        by = self._actor(matter.get("by", WHISPERS))
        if matter["kind"] == "change":
            near = [] if "far" in matter else places.near(by)
            board.propose(by=by, words=matter["words"], team_id=near[0].pk if near else None)
            return
        said = Said(kind=matter["kind"], words=matter["words"], due_on=self._due(matter))
        if "by" in matter:
            registers.say_by_name(by=by, said=said)
        else:
            registers.say(voice=registers.let_speak(by=by), said=said)

    def _answer(self, matter: Line, given: Line) -> int | None:
        by = self._actor(given["by"])
        for card in reads.of_kind(by, matter["kind"]):
            if card.words == matter["words"]:
                found = reads.get(by, card.id)
                return matters.answer(by=by, matter=found, draft=self._draft(given)).pk
        return None

    def _answer_result(self, scale: str, given: Line) -> int | None:
        by = self._actor(given["by"])
        last = boards.last_wave(by)
        if last is None:
            return None
        wave = boards.wave_of(by, last.id)
        return board.answer_result(by=by, wave=wave, scale=scale, draft=self._draft(given)).pk

    def _look(self, looked: Line) -> None:
        words = looked["words"]
        mirror.look(
            by=self._actor(looked["by"]),
            views={
                key: View(view, words.get(key, "")) for key, view in zip(KEYS, looked["views"], strict=True)
            },
            ahead=Ahead(
                stands=looked["stands"],
                why=looked.get("why", ""),
                change=looked.get("change", ""),
                change_on=self._due(looked),
            ),
        )

    def _draft(self, given: Line) -> AnswerDraft:
        who_id = self._teller.people[given["who"]] if "who" in given else None
        return AnswerDraft(does=given["does"], words=given["words"], who_id=who_id, due_on=self._due(given))

    def _due(self, line: Line) -> Any:
        return self._calendar.day(line["due"]) if "due" in line else None

    def _at(self, days: int, deed: Callable[[], Any]) -> None:
        """So many days ago, where the climate is a room of this company by then."""
        self._diary.plan(self._calendar.ago(days, AT), lambda: deed() if switches.may_use(CLIMATE) else None)

    def _has(self, key: str) -> bool:
        return key in self._teller.people

    def _actor(self, key: str) -> Actor:
        return self._diary.actor(self._teller.people[key], clock.now())
