"""What is announced and planned in the demo: hand-written in `cast/gatherings.toml`, put into the world and lived with."""

import re
import tomllib
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from vloot.demo import attachments, script
from vloot.demo.cast import FOLDER
from vloot.demo.diary import WRITER
from vloot.demo.telling import Teller
from vloot.talk.announcements import acts as announcements
from vloot.talk.announcements.acts import AnnouncementDraft
from vloot.talk.events import acts as events
from vloot.talk.events.acts import EventDraft, Meeting
from vloot.talk.files import acts as files
from vloot.talk.posts import acts as posts
from vloot.talk.posts import reads
from vloot.talk.posts.acts import PostDraft
from vloot.talk.spaces import reads as spaces

Line = dict[str, Any]
_PLACE = re.compile(r"\{(event|space):([^}]+)\}")


class Gatherings:
    """Plans announcements and events in the diary of a teller."""

    def __init__(self, teller: Teller) -> None:
        self.teller = teller
        self.people = teller.people
        self.made: dict[str, int] = {}

    def plan(self) -> None:
        """Let all of it happen; without those who are not in this company."""
        with (FOLDER / "gatherings.toml").open("rb") as file:
            page = tomllib.load(file)
        for kind, begin in (("announcement", self._announce), ("event", self._plan), ("post", self._write)):
            for line in page[kind]:
                if line["by"] in self.people and line["space"] in self.teller.places:
                    at = self.teller.calendar.ago(line["days"], 8 if kind == "announcement" else 11, 20)
                    self.teller.diary.plan(at, partial(begin, line, at))

    def _announce(self, line: Line, at: datetime) -> None:
        author = self.people[line["by"]]
        draft = AnnouncementDraft(
            space_id=self.teller.places[line["space"]],
            author_id=author,
            title=line["title"],
            body=line["body"],
            ends_at=self.teller.calendar.now + timedelta(days=line["ahead"]),
            asks=line.get("asks", False),
            is_for_all=line.get("all", False),
            at=at,
        )
        post = announcements.announce(by=WRITER, draft=draft)
        if line.get("read"):
            inside = spaces.members_of(WRITER, post.space)
            readers = [card.id for card in inside if card.id != author and not card.is_guest][: line["read"]]
            announcements.confirm_many(by=WRITER, announcement=post, person_ids=readers)
        self._reply(post.id, line, at)

    def _plan(self, line: Line, at: datetime) -> None:
        zone = line.get("zone", "Europe/Brussels")
        hour, _colon, minute = line["at"].partition(":")
        day = self.teller.calendar.day(-line["in"])
        day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
        starts_at = datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=ZoneInfo(zone))
        meeting = Meeting(
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=line["hours"]),
            zone=zone,
            place=line["place"],
            link=line.get("link", ""),
            capacity=line.get("capacity"),
        )
        author = self.people[line["by"]]
        space = self.teller.places[line["space"]]
        draft = EventDraft(
            space_id=space, author_id=author, title=line["title"], body=line["body"], meeting=meeting, at=at
        )
        post = events.plan(by=WRITER, draft=draft)
        self.made[line["title"]] = post.id
        answers = [
            (self.people[key], answer)
            for answer in ("yes", "maybe", "no")
            for key in line.get(answer, "").split()
            if key in self.people
        ]
        events.reply_many(by=WRITER, event=post, answers=answers)
        if "cancelled" in line:
            by = self.teller.diary.actor(author, at)
            events.cancel(by=by, event=post, reason=line["cancelled"])
        self._reply(post.id, line, at)

    def _write(self, line: Line, at: datetime) -> None:
        author = self.people[line["by"]]
        kept = [
            files.put(by=WRITER, owner_id=author, **attachments.make(name)).id
            for name in line.get("files", ())
        ]
        draft = PostDraft(
            kind="update",
            space_id=self.teller.places[line["space"]],
            author_id=author,
            body=_PLACE.sub(self._address, line["body"]),
            files=tuple(kept),
            at=at,
        )
        posts.place_many(by=WRITER, drafts=[draft])

    def _address(self, found: re.Match[str]) -> str:
        """The whole address of what a body leads to; nothing when it is not in this company."""
        if found[1] == "event":
            return f"{settings.VLOOT_ORIGIN}/t/{self.made[found[2]]}/" if found[2] in self.made else ""
        place = self.teller.places.get(found[2])
        known = spaces.refs([place]).get(place) if place else None
        return f"{settings.VLOOT_ORIGIN}/s/{known.slug}/" if known else ""

    def _reply(self, post_id: int, line: Line, at: datetime) -> None:
        head = reads.get(WRITER, post_id)
        for said in line.get("replies", ()):
            by, after, words = said.split(" ", 2)
            moment = self.teller.calendar.after(at, script.delay(after))
            if by in self.people and moment is not None:
                draft = PostDraft(
                    kind="comment",
                    space_id=head.space_id,
                    author_id=self.people[by],
                    body=words,
                    parent_id=head.id,
                    at=moment,
                )
                posts.place_many(by=WRITER, drafts=[draft])
