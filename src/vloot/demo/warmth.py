"""What people do with what others wrote: appreciate it, say that it helped, vote, keep it, propose to talk."""

import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial

from vloot.demo import script
from vloot.demo.diary import WRITER
from vloot.demo.script import Thread
from vloot.demo.telling import Teller, Written
from vloot.talk.polls import acts as polls
from vloot.talk.polls import reads as poll_reads
from vloot.talk.posts import reads
from vloot.talk.proposals import acts as proposals
from vloot.talk.questions import acts as questions
from vloot.talk.reading import acts as reading
from vloot.talk.thanks import acts as thanks
from vloot.talk.thanks.acts import AppreciationDraft

HEADS = (0, 1, 1, 2, 2, 3, 3, 4, 5, 7)
REPLIES = (0, 0, 0, 1, 1, 2, 3)


class Warmth:
    """Plans what follows from the posts of a teller. `inside` are the members of each space, `joined` when people came.

    The `pickable` do not vote in polls that are still open, so that whoever steps into their shoes can.
    """

    def __init__(
        self,
        teller: Teller,
        inside: Mapping[str, list[str]],
        joined: Mapping[str, date],
        pickable: frozenset[str],
    ) -> None:
        self.teller = teller
        self.inside = inside
        self.joined = joined
        self.pickable = pickable
        self._past: list[tuple[str, str, datetime]] = []
        self._choices: dict[int, list[int]] = {}

    def plan(self) -> None:
        """Plan it for all that is written."""
        for written in self.teller.written:
            chance = random.Random(written.key)
            if not written.thread.more.get("cold"):
                self._appreciations(written, chance)
            if written.kind == "answer":
                self._helps(written, chance)
            if written.kind == "poll":
                self._votes(written, chance)
            if written.key == written.thread.key:
                self._keep(written)
                self._talk(written)

    def of_the_past(self) -> list[AppreciationDraft]:
        """Appreciations that nobody is told of, to be written down in one go once all is played."""
        teller = self.teller
        return [
            AppreciationDraft(post_id=teller.placed[key], person_id=teller.people[by], at=at)
            for key, by, at in self._past
            if key in teller.placed
        ]

    def write_the_past(self) -> int:
        """Write those down. Returns how many there were."""
        return thanks.appreciate_many(by=WRITER, drafts=self.of_the_past())

    def _appreciations(self, written: Written, chance: random.Random) -> None:
        is_head = written.key == written.thread.key
        people = self._around(written, chance, chance.choice(HEADS if is_head else REPLIES))
        for key in people:
            at = self._later(written.at, chance, minutes=600)
            if at is None:
                continue
            # One by one only where a visitor can read the notice of it: it takes a hundred times longer.
            if self.teller.diary.is_news(at) and written.by in self.pickable:
                self.teller.diary.plan(at, partial(self._appreciate, written.key, key, at))
            else:
                self._past.append((written.key, key, at))

    def _appreciate(self, post: str, by: str, at: datetime) -> None:
        actor = self.teller.diary.actor(self.teller.people[by], at)
        thanks.appreciate(by=actor, post=reads.get(actor, self.teller.placed[post]))

    def _helps(self, written: Written, chance: random.Random) -> None:
        for key in self._around(written, chance, chance.choice((0, 0, 1, 1, 2))):
            at = self._later(written.at, chance, minutes=2000)
            if at:
                self.teller.diary.plan(at, partial(self._helped, written.key, key, at))

    def _helped(self, answer: str, by: str, at: datetime) -> None:
        actor = self.teller.diary.actor(self.teller.people[by], at)
        questions.mark_helped(by=actor, answer=reads.get(actor, self.teller.placed[answer]))

    def _votes(self, written: Written, chance: random.Random) -> None:
        more = written.thread.more
        weights = more.get("weights", [1] * len(more["choices"]))
        end = written.at + timedelta(days=more["closes"])
        is_open = end > self.teller.calendar.now
        voters = self._around(written, chance, 99)
        if is_open:
            voters = [key for key in voters if key not in self.pickable]
        count = min(len(voters), sum(weights) if not more.get("multiple") else max(weights) + 4)
        for key in voters[:count]:
            picked = set(chance.choices(range(len(weights)), weights, k=1 + chance.randrange(3)))
            chosen = sorted(picked) if more.get("multiple") else [min(picked)]
            at = self._later(written.at, chance, minutes=min(2600, more["closes"] * 1200))
            if at and at < end:
                self.teller.diary.plan(at, partial(self._vote, written.key, key, chosen, at))

    def _vote(self, poll: str, by: str, chosen: list[int], at: datetime) -> None:
        actor = self.teller.diary.actor(self.teller.people[by], at)
        post = reads.get(actor, self.teller.placed[poll])
        if post.id not in self._choices:
            part = poll_reads.parts(actor, [post.id])[post.id]
            self._choices[post.id] = [choice.id for choice in part.choices]
        polls.vote(by=actor, poll=post, choice_ids=[self._choices[post.id][n] for n in chosen])

    def _keep(self, written: Written) -> None:
        for key in written.thread.words("kept"):
            at = self.teller.calendar.after(written.at, timedelta(minutes=90))
            if at and key in self.teller.people:
                self.teller.diary.plan(at, partial(self._bookmark, written.key, key, at))

    def _bookmark(self, post: str, by: str, at: datetime) -> None:
        actor = self.teller.diary.actor(self.teller.people[by], at)
        reading.bookmark(by=actor, post=reads.get(actor, self.teller.placed[post]))

    def _talk(self, written: Written) -> None:
        """`talk = "bram +30m words ok"`: who began the thread proposes a talk to Bram; "ok" is Bram's yes."""
        if "talk" not in written.thread.more:
            return
        to, after, words = written.thread.more["talk"].split(" ", 2)
        at = self.teller.calendar.after(written.at, script.delay(after))
        if at and to in self.teller.people:
            self.teller.diary.plan(at, partial(self._propose, written.thread, to, words, at))

    def _propose(self, thread: Thread, to: str, words: str, at: datetime) -> None:
        people, diary = self.teller.people, self.teller.diary
        actor = diary.actor(people[thread.by], at)
        made = proposals.propose(
            by=actor,
            to=people[to],
            way="coffee" if "kof" in words or "caf" in words else "call",
            suggestion=words.removesuffix(" ok"),
            about=reads.get(actor, self.teller.placed[thread.key]),
        )
        if words.endswith(" ok"):
            proposals.accept(by=diary.actor(people[to], at), proposal=made)

    def _around(self, written: Written, chance: random.Random, count: int) -> list[str]:
        """Some who could read it then, other than its writer; those of the thread and the first of the space more easily."""
        day = written.at.date()
        able = [
            key
            for key in self.inside[written.thread.space]
            if key != written.by and key in self.teller.people and self.joined[key] <= day
        ]
        return chance.sample(able, min(count, len(able)))

    def _later(self, at: datetime, chance: random.Random, minutes: int) -> datetime | None:
        return self.teller.calendar.after(at, timedelta(minutes=chance.randrange(3, minutes)))
