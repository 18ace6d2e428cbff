"""Two question rounds, one long over and one open; and those who were asked to be pilots and said yes in their own words."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

from vloot.demo.people_to_be import PICKABLE
from vloot.demo.telling import Teller
from vloot.ground import clock
from vloot.network.pilots import acts, asking, rules
from vloot.network.rounds import acts as rounds
from vloot.network.rounds import closing, reads

HOST = "sofie"
OVER, OPEN = (120, 106), (3, -11)  # days ago: opened, and the last day to answer
ANSWERS, ANSWERED_SO_FAR = 0.82, 0.35  # shares of people
SOUGHT, SAID_YES = 2, 1  # days ago
# What those say who say yes, in what they think in; whoever is asked and does not stand here says nothing.
YES = {
    "ingrid": (
        "veiligheid, een ongeval, moed om iets te zeggen",
        "Liever één vraag te vroeg dan een te laat. Mijn deur staat open.",
    ),
    "kevin": (
        "plaatwerk, plooien, een tekening lezen",
        "Kom met je stuk naar de werkbank, dan kijken we samen.",
    ),
    "ronny": ("wie je moet hebben, wat waar ligt", "Ik rij elke dag langs alle poorten. Zwaai maar."),
    "zofia": ("paint, blasting, first weeks here", "I asked everything twice when I came. So can you."),
}
# To whom hardly anybody goes, however much is heard of them.
HARDLY = frozenset({"rudi", "olivier", "tine", "maarten", "emma", "amelie"})


class Leading:
    """Plans the rounds in the diary of a teller; what comes of the ties waits until all is told."""

    def __init__(self, teller: Teller, joined: Mapping[str, date]) -> None:
        self._teller, self._calendar = teller, teller.calendar
        self._joined = {key: joined[key] for key in sorted(joined) if key in teller.people}
        self._chance = random.Random(29)
        # To some more people go than to others, and not to the same for energy.
        self._sought = {key: self._weight(key) for key in self._joined}
        self._warm = {key: self._weight(key) for key in self._joined}

    def plan_rounds(self) -> None:
        """Plan both rounds; without the host there are none."""
        if HOST not in self._teller.people:
            return
        self._plan(OVER, ANSWERS, everybody=True)
        # Four days after the last one: before a weekend it would otherwise be that last day itself, or earlier.
        self._teller.diary.plan(self._calendar.ago(OVER[1] - 4, 1, 11), closing.close_due)
        self._plan(OPEN, ANSWERED_SO_FAR, everybody=False)

    def seek_pilots(self) -> None:
        """Seek pilots among the ties that were gathered when all was told, and let some say yes."""
        diary = self._teller.diary
        diary.plan(self._calendar.ago(SOUGHT, 7), asking.go_on)
        for minutes, key in enumerate(YES):
            if key in self._teller.people:
                at = self._calendar.ago(SAID_YES, 9) + timedelta(minutes=17 * minutes)
                diary.plan(at, partial(self._say_yes, key))
        diary.play(lambda: None)

    def _plan(self, days: tuple[int, int], share: float, *, everybody: bool) -> None:
        diary, opened = self._teller.diary, self._calendar.ago(days[0], 9, 20)
        diary.plan(opened, partial(self._open, self._calendar.day(days[1])))
        pickable = {pick.key for pick in PICKABLE}
        for place, (key, day) in enumerate(self._joined.items()):
            if day < opened.date() and (everybody or key not in pickable) and self._chance.random() < share:
                diary.plan(opened + timedelta(minutes=25 + 3 * place), partial(self._answer, key))

    def _open(self, until: date) -> None:
        by = self._teller.diary.actor(self._teller.people[HOST], clock.now())
        rounds.open_round(by=by, until=until)

    def _answer(self, key: str) -> None:
        actor = self._teller.diary.actor(self._teller.people[key], clock.now())
        round = reads.open_round(actor)
        if round is not None:
            names = {"advice": self._drawn(self._sought, key), "energy": self._drawn(self._warm, key)}
            rounds.answer(by=actor, round=reads.get(round.id), names=names)

    def _drawn(self, weights: Mapping[str, float], but: str) -> list[int]:
        here = [key for key in weights if key != but and self._joined[key] < clock.now().date()]
        drawn = self._chance.choices(here, [weights[key] for key in here], k=self._chance.randint(1, 4))
        return [self._teller.people[key] for key in dict.fromkeys(drawn)]

    def _weight(self, key: str) -> float:
        drawn = self._chance.lognormvariate(0, 1.1)
        return 0.05 if key in HARDLY else drawn

    def _say_yes(self, key: str) -> None:
        actor = self._teller.diary.actor(self._teller.people[key], clock.now())
        if rules.is_asked(actor):
            topics, words = YES[key]
            acts.say_yes(by=actor, topics=topics.split(", "), words=words)
