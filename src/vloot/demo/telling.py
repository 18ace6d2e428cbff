"""Letting the threads of the script happen: one deed in the diary for each head, reply, and whatever followed from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from vloot.demo import placing, script
from vloot.demo.calendar import Calendar
from vloot.demo.diary import WRITER, Diary
from vloot.demo.placing import Head, Reply
from vloot.demo.script import Line, Thread
from vloot.talk.posts import acts as posts
from vloot.talk.posts import reads
from vloot.talk.questions import acts as questions
from vloot.talk.spaces import reads as spaces

A_MOMENT = timedelta(seconds=40)


@dataclass(frozen=True, slots=True)
class Written:
    """A post that is in the diary: its key, who writes it where and when, and in which thread."""

    key: str
    by: str
    at: datetime
    kind: str
    thread: Thread


class Teller:
    """Plans threads in a diary. `people` and `places` are ids by key; `placed` fills with post ids as the diary is played."""

    def __init__(
        self, people: Mapping[str, int], places: Mapping[str, int], diary: Diary, calendar: Calendar
    ) -> None:
        self.people = people
        self.places = places
        self.diary = diary
        self.calendar = calendar
        self.placed: dict[str, int] = {}
        self.written: list[Written] = []
        self._heads: list[Head] = []
        self._lines: list[Reply] = []

    def tell(self, thread: Thread) -> None:
        """Plan a thread with all that hangs on it; without those who are not in this company."""
        if not self._can_be_told(thread):
            return
        at = self.calendar.ago(thread.days, thread.hour, thread.minute)
        head = Head(thread, at)
        if self.diary.is_news(at):
            self.diary.plan(at, partial(self._begin, head))
        else:
            self._heads.append(head)
        self.written.append(Written(thread.key, thread.by, at, thread.kind, thread))
        self._replies(thread, at)
        self._edit(thread, at)
        self._pin(thread, at)
        self._close(thread, at)
        if thread.more.get("removed"):
            self._take_back(thread.key, thread.by, at)

    def _can_be_told(self, thread: Thread) -> bool:
        thanked = [key for key in thread.words("to") if key in self.people]
        return (
            thread.by in self.people
            and thread.space in self.places
            and (thread.kind != "thanks" or bool(thanked))
        )

    def write_history(self) -> None:
        """Write down at once what was said before anything was news; the diary plays the rest."""
        self.placed |= placing.begin(WRITER, self._heads, self.people, self.places)
        self.placed |= placing.reply(WRITER, self._lines, self.people, self.places, self.placed)

    def _begin(self, head: Head) -> None:
        actor = self.diary.actor(self.people[head.thread.by], head.at)
        self.placed |= placing.begin(actor, [head], self.people, self.places)

    def _replies(self, thread: Thread, at: datetime) -> None:
        before, answer = at, ""
        for number, line in enumerate(thread.lines):
            moment = self.calendar.after(at, line.after)
            if line.by not in self.people:
                continue
            if moment is None:
                break
            before = max(moment, before + A_MOMENT)
            key = f"{thread.key}/{number}"
            reply = Reply(key, answer if line.is_under and answer else thread.key, line, thread.space, before)
            if self.diary.is_news(before):
                self.diary.plan(before, partial(self._reply, reply))
            else:
                self._lines.append(reply)
            self.written.append(Written(key, line.by, before, line.kind, thread))
            if line.kind == "answer":
                answer = key
            self._follow(thread, line, key, before)

    def _reply(self, reply: Reply) -> None:
        actor = self.diary.actor(self.people[reply.line.by], reply.at)
        self.placed |= placing.reply(actor, [reply], self.people, self.places, self.placed)

    def _follow(self, thread: Thread, line: Line, key: str, at: datetime) -> None:
        """The asker accepts what helped; who regrets takes back."""
        if line.is_accepted and (later := self.calendar.after(at, timedelta(minutes=35))):
            asker = self.people[thread.by]

            def accept() -> None:
                actor = self.diary.actor(asker, later)
                questions.accept(by=actor, answer=reads.get(actor, self.placed[key]))

            self.diary.plan(later, accept)
        if line.is_removed:
            self._take_back(key, line.by, at)

    def _take_back(self, key: str, by: str, at: datetime) -> None:
        later = self.calendar.after(at, timedelta(minutes=50))
        if later is None:
            return

        def take_back() -> None:
            actor = self.diary.actor(self.people[by], later)
            posts.remove(by=actor, post=reads.get(actor, self.placed[key]))

        self.diary.plan(later, take_back)

    def _edit(self, thread: Thread, at: datetime) -> None:
        if "edited" not in thread.more:
            return
        later = self.calendar.after(at, script.delay(thread.more["edited"].split()[0]))
        if later is None:
            return

        def edit() -> None:
            actor = self.diary.actor(self.people[thread.by], later)
            post = reads.get(actor, self.placed[thread.key])
            posts.edit(by=actor, post=post, body=thread.text, title=thread.title)

        self.diary.plan(later, edit)

    def _pin(self, thread: Thread, at: datetime) -> None:
        if not thread.more.get("pinned"):
            return

        def pin() -> None:
            host = spaces.hosts_of(self.places[thread.space])[0]
            actor = self.diary.actor(host, at)
            posts.pin(by=actor, post=reads.get(actor, self.placed[thread.key]))

        self.diary.plan(at + A_MOMENT, pin)

    def _close(self, thread: Thread, at: datetime) -> None:
        if "closed" not in thread.more:
            return
        after, _, reason = thread.more["closed"].partition(" ")
        said = max(written.at for written in self.written if written.thread is thread)
        later = self.calendar.after(max(at + script.delay(after), said), A_MOMENT)
        if later is None:
            return

        def close() -> None:
            writer = self.people[thread.by]
            others = [host for host in spaces.hosts_of(self.places[thread.space]) if host != writer]
            actor = self.diary.actor(writer, later)
            post = reads.get(actor, self.placed[thread.key])
            if thread.kind == "question":
                questions.close(by=actor, question=post, reason=reason)
            elif others:
                posts.close(by=self.diary.actor(others[0], later), thread=post, reason=reason)

        self.diary.plan(later, close)
