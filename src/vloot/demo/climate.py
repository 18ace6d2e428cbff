"""How the yard is: one survey that closed a season ago, and one that is open now, answered with real ballots that nobody can trace.

The traps are in it: a team of three, a team that all says the same, one in which few answered, one just below the smallest group.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from vloot.climate.rhythm import acts as rhythm
from vloot.climate.rhythm import rules, turning
from vloot.climate.waves import acts, reads
from vloot.climate.waves.items import Item
from vloot.company.agreements import acts as agreements
from vloot.company.agreements.topics import CLIMATE
from vloot.company.switches import acts as switches
from vloot.company.switches.acts import Decision
from vloot.demo.people_to_be import PICKABLE
from vloot.demo.telling import Teller
from vloot.ground import clock
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.urn import acts as urn
from vloot.urn import reads as boxes
from vloot.urn.engine import keys, voter

ADMINISTRATOR, HOST, ON_PAPER = "leyla", "chris", "said"
AGREED, SWITCHED = 126, 112  # days ago
THEN, NOW = (
    (108, 105, 96),
    (4, 1, -9),
)  # days ago on which a survey was announced, opened and closed; or will close
# By team: how its people feel (1 to 5), how much they differ, and what share of them answers.
MOODS = {
    "staal": (2.4, 0.5, 0.8),
    "studie": (5.0, 0.0, 1.0),  # all say the same
    "mechanica": (3.7, 0.5, 0.9),
    "elek": (4.2, 0.4, 0.95),
    "dok": (3.1, 0.6, 0.85),
    "service": (2.8, 0.5, 0.25),  # few answer
    "luik": (3.3, 0.5, 0.8),
    "magazijn": (2.9, 0.5, 0.8),
    "hout": (3.8, 0.4, 0.5),  # with the buyers, just below the smallest group
    "aankoop": (3.6, 0.4, 0.5),
}
USUAL = (3.6, 0.5, 0.85)
SO_FAR = 0.35  # of those who answer, how many have by now
LEANS = {"safety": 0.2, "trust": -0.3, "openness": -0.5, "wellbeing": 0.3}


class Asking:
    """Plans both surveys in the diary of a teller. `teams` says who is in which team, by the keys of both."""

    def __init__(self, teller: Teller, teams: Mapping[str, str]) -> None:
        self._teller, self._diary, self._calendar = teller, teller.diary, teller.calendar
        self._teams = {key: team for key, team in sorted(teams.items()) if key in teller.people}
        self._chance = random.Random(17)

    def plan(self) -> None:
        """Let all of it happen; without the host nothing is asked."""
        if HOST not in self._teller.people or ADMINISTRATOR not in self._teller.people:
            return
        self._diary.plan(self._calendar.ago(AGREED, 14), self._agree)
        self._diary.plan(self._calendar.ago(SWITCHED, 9), self._switch_on)
        for announced, opened, closed in (THEN, NOW):
            self._plan_wave(announced, opened, closed)

    def _plan_wave(self, announced: int, opened: int, closed: int) -> None:
        day = self._calendar.day
        at = self._calendar.ago(announced, 11)
        self._diary.plan(at, lambda: self._announce(opened, closed))
        self._diary.plan(at + timedelta(hours=1), self._choose_paper)
        opens = self._calendar.now.astimezone(at.tzinfo).replace(hour=7, minute=5) + (day(opened) - day(0))
        self._diary.plan(opens, turning.open_due)
        is_over = closed > 0
        self._diary.plan(
            opens + timedelta(hours=4), lambda: self._answer(1.0 if is_over else SO_FAR, is_over)
        )
        if is_over:
            ends = opens + (day(closed) - day(opened)) + timedelta(hours=11)
            self._diary.plan(ends, turning.close_due)

    def _agree(self) -> None:
        agreements.conclude(
            by=self._actor(ADMINISTRATOR),
            subject="Klimaatmeting: wat we vragen, en wat niemand ermee mag doen",
            agreed_on=self._calendar.evening_before(clock.now()).date(),
            document="Bijlage 8 bij het arbeidsreglement, te lezen bij Mensen en in de kantine",
            parties="De directie en de ondernemingsraad",
            topics=[CLIMATE],
        )

    def _switch_on(self) -> None:
        why = "Omdat we willen weten of je hier mag zeggen dat iets fout loopt"
        decision = Decision(is_on=True, why=why, host_id=self._teller.people[HOST])
        switches.switch(by=self._actor(ADMINISTRATOR), room="climate", decision=decision)

    def _announce(self, opened: int, closed: int) -> None:
        day, by = self._calendar.day, self._actor(HOST)
        if rules.may_open(by):  # what the last one said has its answers
            rhythm.announce(by=by, kind="full", opens_on=day(opened), closes_on=day(closed))

    def _choose_paper(self) -> None:
        wave = reads.running()
        if wave is not None and ON_PAPER in self._teller.people:
            acts.choose_paper(by=self._actor(ON_PAPER), wave=wave)

    def _answer(self, share: float, is_visitor_too: bool) -> None:
        """Those who answer do, by chance and in an order of chance; a visitor of the demo still can."""
        wave = reads.running()
        if wave is None or wave.opened_at is None:
            return
        picks = {pick.key for pick in PICKABLE}
        some = [key for key in self._teams if is_visitor_too or key not in picks]
        self._chance.shuffle(some)
        left = dict.fromkeys(sorted(set(self._teams.values())), 0)
        for key in some:
            left[self._teams[key]] += 1
        sizes = dict(left)
        for key in some:
            team = self._teams[key]
            mood, spread, answers = MOODS.get(team, USUAL)
            left[team] -= 1
            if sizes[team] - left[team] <= round(sizes[team] * answers * share):
                self._cast(key, partial(self._said, mood=mood, spread=spread))

    def _cast(self, key: str, say: Callable[[list[Item]], dict[str, int | None]]) -> None:
        """What a browser does: take a token, and cast the answers with it."""
        actor = people.actor_for(self._teller.people[key])
        wave = reads.current(actor)
        part = wave.parts[0] if wave else None
        if wave is None or part is None or not part.on_roster or wave.on_paper:
            return
        box = boxes.box(part.box_id)
        card = boxes.key_for(actor, box)
        public = keys.public(card.public)
        prepared = voter.prepare(self._chance.randbytes(32))
        blinded = voter.blind(public, prepared)
        signed = urn.take(by=actor, box=box, blinded=blinded.message)
        acts.cast(
            box_id=box.id,
            group=card.group,
            prepared=prepared,
            signature=voter.finish(public, prepared, signed, blinded.inverse),
            content={key: ["" if value is None else str(value)] for key, value in say(part.items).items()},
        )

    def _said(self, items: list[Item], mood: float, spread: float) -> dict[str, int | None]:
        own = self._chance.gauss(mood, spread)
        said: dict[str, int | None] = {}
        for item in items:
            lean = LEANS[item.scale] if spread else 0.0
            value = min(max(round(self._chance.gauss(own + lean, 0.6 if spread else 0.0)), 1), 5)
            is_unsaid = bool(spread) and self._chance.random() < 0.03
            said[item.key] = None if is_unsaid else 6 - value if item.is_reversed else value
        return said

    def _actor(self, key: str) -> Actor:
        return self._diary.actor(self._teller.people[key], clock.now())
