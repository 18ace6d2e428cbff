"""Letting the threads of the script happen: one deed in the diary for each head, reply, and whatever followed from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from vloot.demo import attachments, script
from vloot.demo.calendar import Calendar
from vloot.demo.diary import Diary
from vloot.demo.script import Line, Thread
from vloot.talk.files import acts as files
from vloot.talk.polls import acts as polls
from vloot.talk.polls.acts import PollDraft
from vloot.talk.posts import acts as posts
from vloot.talk.posts import reads
from vloot.talk.questions import acts as questions
from vloot.talk.questions.acts import Wording
from vloot.talk.spaces import reads as spaces
from vloot.talk.thanks import acts as thanks

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

    def tell(self, thread: Thread) -> None:
        """Plan a thread with all that hangs on it; without those who are not in this company."""
        if thread.by not in self.people or thread.space not in self.places:
            return
        at = self.calendar.ago(thread.days, thread.hour, thread.minute)
        self.diary.plan(at, partial(self._begin, thread, at))
        self.written.append(Written(thread.key, thread.by, at, thread.kind, thread))
        self._replies(thread, at)
        self._edit(thread, at)
        self._pin(thread, at)
        self._close(thread, at)
        if thread.more.get("removed"):
            self._take_back(thread.key, thread.by, at)

    def _begin(self, thread: Thread, at: datetime) -> None:
        actor = self.diary.actor(self.people[thread.by], at)
        space = spaces.get(actor, self.places[thread.space])
        kept = [files.put(by=actor, **attachments.make(name)).id for name in thread.words("files")]
        if thread.kind == "question":
            wording = Wording(
                title=thread.title,
                known=thread.more.get("know", ""),
                tried=thread.more.get("tried", ""),
                needed=thread.text,
            )
            made = questions.ask(by=actor, space=space, wording=wording, files=kept)
        elif thread.kind == "poll":
            made = polls.open(by=actor, draft=self._poll(thread, actor.person_id, space.id, at))
        elif thread.kind == "thanks":
            to = [self.people[key] for key in thread.words("to") if key in self.people]
            made = thanks.give(by=actor, space=space, to=to, reason=thread.text, files=kept)
        else:
            body = thread.more["edited"].partition(" ")[2] if "edited" in thread.more else thread.text
            made = posts.write(by=actor, space=space, body=body, title=thread.title, files=kept)
        self.placed[thread.key] = made.id

    def _poll(self, thread: Thread, author_id: int, space_id: int, at: datetime) -> PollDraft:
        return PollDraft(
            space_id=space_id,
            author_id=author_id,
            title=thread.title,
            body=thread.text,
            choices=thread.more["choices"],
            closes_at=at.replace(hour=17, minute=0) + timedelta(days=thread.more["closes"]),
            is_multiple=thread.more.get("multiple", False),
            is_hidden=thread.more.get("hidden", False),
        )

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
            under = answer if line.is_under and answer else thread.key
            self.diary.plan(before, partial(self._reply, line, key, under, before))
            self.written.append(Written(key, line.by, before, line.kind, thread))
            if line.kind == "answer":
                answer = key
            self._follow(thread, line, key, before)

    def _reply(self, line: Line, key: str, under: str, at: datetime) -> None:
        actor = self.diary.actor(self.people[line.by], at)
        parent = reads.get(actor, self.placed[under])
        if line.kind == "answer":
            made = questions.answer(by=actor, question=parent, body=line.text)
        else:
            made = posts.comment(by=actor, under=parent, body=line.text)
        self.placed[key] = made.id

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
        later = self.calendar.after(at, script.delay(after))
        if later is None:
            return

        def close() -> None:
            hosts = spaces.hosts_of(self.places[thread.space])
            by = self.people[thread.by] if thread.kind == "question" else hosts[-1]
            actor = self.diary.actor(by, later)
            post = reads.get(actor, self.placed[thread.key])
            if thread.kind == "question":
                questions.close(by=actor, question=post, reason=reason)
            else:
                posts.close(by=actor, thread=post, reason=reason)

        self.diary.plan(later, close)
