"""Secret polls: one that was counted, one in which too few voted, and one that is open now. All through the urn, with real tokens."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial

from vloot.demo.diary import ORIGIN
from vloot.demo.people_to_be import PICKABLE
from vloot.demo.telling import Teller
from vloot.ground import clock
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.talk.polls import acts, counting
from vloot.talk.polls import reads as polls
from vloot.talk.polls.acts import PollDraft
from vloot.urn import acts as urn
from vloot.urn import reads as boxes
from vloot.urn.engine import keys, voter

TOKEN = b"a token of somebody in the demo."


@dataclass(frozen=True)
class Asked:
    """A poll: who opens it where, how many days ago and until when, and how many take each choice."""

    by: str
    space: str
    title: str
    body: str
    days: int
    lasts: int
    taken: Mapping[str, int] = field(default_factory=dict)


POLLS = (
    Asked(
        by="sofie",
        space="kade",
        title="Wat doen we met het eindejaarsgeschenk?",
        body="Geheim, want wat je liever hebt gaat niemand iets aan. Mij ook niet. De uitslag staat hier op de laatste dag.",
        days=33,
        lasts=7,
        taken={
            "Een mand van de boer": 9,
            "Een cadeaubon": 12,
            "Een halve dag verlof": 19,
            "Geld voor een goed doel": 4,
        },
    ),
    Asked(
        by="koen",
        space="staal",
        title="Moet de radio in hal 2 zachter?",
        body="Dan hoeft niemand het luidop te zeggen.",
        days=20,
        lasts=4,
        taken={"Ja": 3, "Laat maar zo": 2},
    ),
    Asked(
        by="dirk",
        space="kade",
        title="Willen we in de zomer een uur vroeger beginnen?",
        body="De ondernemingsraad wil weten wat jullie echt vinden. Daarom geheim: ook ik zie nooit wie wat koos.",
        days=2,
        lasts=9,
        taken={"Ja, heel de zomer": 6, "Alleen bij hitte": 5, "Nee": 2},
    ),
)


class Ballots:
    """Plans them in the diary of a teller."""

    def __init__(self, teller: Teller, joined: Mapping[str, date]) -> None:
        self._teller = teller
        self._joined = {key: joined[key] for key in sorted(joined) if key in teller.people}
        self._chance = random.Random(17)
        self._pickable = {pick.key for pick in PICKABLE}

    def plan(self) -> None:
        """Let all of it happen, as far as those who ask are in this company."""
        for number, asked in enumerate(POLLS):
            if asked.by not in self._teller.people or asked.space not in self._teller.places:
                continue
            opened = self._teller.calendar.ago(asked.days, 9, 20 + number)
            ends = opened.replace(hour=17, minute=0, second=0) + timedelta(days=asked.lasts)
            now = self._teller.calendar.now
            voted = min(opened + timedelta(hours=30), now - timedelta(minutes=20))
            self._teller.diary.plan(opened, partial(self._open, asked, ends))
            self._teller.diary.plan(voted, partial(self._vote, asked, is_open=ends > now))
            if ends < now:
                self._teller.diary.plan(ends + timedelta(minutes=1), counting.count_due)

    def _actor(self, key: str) -> Actor:
        found = people.actor_for(self._teller.people[key])
        is_news = self._teller.diary.is_news(clock.now())
        return found if is_news else replace(found, origin=ORIGIN)

    def _open(self, asked: Asked, ends: datetime) -> None:
        by = self._actor(asked.by)
        draft = PollDraft(
            space_id=self._teller.places[asked.space],
            author_id=by.person_id,
            title=asked.title,
            body=asked.body,
            choices=list(asked.taken),
            closes_at=ends,
            is_secret=True,
        )
        self._teller.placed[asked.title] = acts.open(by=by, draft=draft).id

    def _vote(self, asked: Asked, *, is_open: bool) -> None:
        """Whom a visitor can be has not voted in what is open."""
        some = [key for key, day in self._joined.items() if day < clock.now().date()]
        some = [key for key in some if not (is_open and key in self._pickable)]
        voters = self._chance.sample(some, min(len(some), sum(asked.taken.values())))
        post = self._teller.placed[asked.title]
        part = polls.parts(self._actor(asked.by), [post])[post]
        chosen = [choice.id for choice in part.choices for _one in range(asked.taken[choice.text])]
        assert part.box_id is not None
        for key, choice in zip(voters, chosen, strict=False):
            _cast(self._actor(key), part.box_id, choice)


def _cast(who: Actor, box_id: int, choice: int) -> None:
    box = boxes.box(box_id)
    if not boxes.state_of(who, box).on_roster:
        return  # came aboard after it was opened
    card = boxes.key_for(who, box)
    key, prepared = keys.public(card.public), voter.prepare(TOKEN)
    blinded = voter.blind(key, prepared)
    signed = urn.take(by=who, box=box, blinded=blinded.message)
    acts.cast(
        box_id=box_id,
        group=card.group,
        prepared=prepared,
        signature=voter.finish(key, prepared, signed, blinded.inverse),
        content={"choice": [str(choice)]},
    )
