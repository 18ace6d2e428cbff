"""The small talk of the months before: short notes and replies, drawn from the lists in `cast/chatter.toml`, and what the bot reports."""

import random
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from vloot.demo.calendar import Calendar
from vloot.demo.cast import FOLDER, Cast
from vloot.demo.crew import BOT
from vloot.demo.diary import WRITER
from vloot.talk.posts import acts as posts
from vloot.talk.posts.acts import PostDraft
from vloot.talk.thanks import acts as thanks
from vloot.talk.thanks.acts import AppreciationDraft

OLDEST, NEWEST = 176, 48  # days ago: the weeks since are written by hand
NOTES = 4  # for each person of the company
BOT_DAYS = 60
WINDS = ("ZW", "W", "NW", "Z", "ZO", "N", "O", "NO")


def fill(cast: Cast, ids: Mapping[str, int], places: Mapping[str, int], calendar: Calendar) -> None:
    """Write the notes, their replies and the bot's reports, all in the past."""
    chatter = Chatter(cast, ids, places, calendar)
    drafts = chatter.notes(NOTES * len(cast.members))
    heads = posts.place_many(by=WRITER, drafts=drafts)
    replies: list[PostDraft] = []
    likes: list[AppreciationDraft] = []
    for head, draft in zip(heads, drafts, strict=True):
        replies += chatter.replies(head.id, draft)
        likes += chatter.likes(head.id, draft)
    posts.place_many(by=WRITER, drafts=replies)
    thanks.appreciate_many(by=WRITER, drafts=likes)
    posts.place_many(by=WRITER, drafts=chatter.reports(ids[BOT], places["getij"]))


class Chatter:
    """Draws notes and what follows from them; the same company always says the same."""

    def __init__(
        self, cast: Cast, ids: Mapping[str, int], places: Mapping[str, int], calendar: Calendar
    ) -> None:
        with (FOLDER / "chatter.toml").open("rb") as file:
            self._lists = tomllib.load(file)
        self._cast, self._ids, self._places, self._calendar = cast, ids, places, calendar
        self._chance = random.Random(1974)
        self._around = {
            places[talk["place"]]: [ids[key] for key in self._able(talk)] for talk in self._lists["space"]
        }
        self._tongue = {places[talk["place"]]: talk.get("tongue", "nl") for talk in self._lists["space"]}

    def notes(self, count: int) -> list[PostDraft]:
        """So many short updates, no two alike."""
        talks = [talk for talk in self._lists["space"] if self._able(talk)]
        drafts: dict[str, PostDraft] = {}
        for _n in range(count):
            draft = self._note(self._chance.choice(talks))
            drafts.setdefault(draft.body, draft)
        return list(drafts.values())

    def replies(self, head_id: int, draft: PostDraft) -> list[PostDraft]:
        """Two at most, in the language of the place."""
        made = []
        words = self._chance.sample(self._lists["replies"][self._tongue[draft.space_id]], 2)
        at = draft.at
        for text in words[: self._chance.choice((0, 0, 1, 1, 2))]:
            at = at and self._calendar.after(at, timedelta(minutes=self._chance.randrange(5, 300)))
            by = self._chance.choice(self._around[draft.space_id])
            if at and by != draft.author_id:
                made.append(
                    PostDraft(
                        kind="comment",
                        space_id=draft.space_id,
                        author_id=by,
                        body=text,
                        parent_id=head_id,
                        at=at,
                    )
                )
        return made

    def likes(self, head_id: int, draft: PostDraft) -> list[AppreciationDraft]:
        """Three at most, of those who are there."""
        around = [person for person in self._around[draft.space_id] if person != draft.author_id]
        people = self._chance.sample(around, min(len(around), self._chance.choice((0, 0, 1, 1, 2, 3))))
        later = [timedelta(minutes=self._chance.randrange(4, 500)) for _person in people]
        return [
            AppreciationDraft(post_id=head_id, person_id=person, at=self._calendar.after(draft.at, by))
            for person, by in zip(people, later, strict=True)
            if draft.at
        ]

    def reports(self, bot: int, place: int) -> list[PostDraft]:
        """What the bot says at six in the morning: the tide comes fifty minutes later each day."""
        made = []
        for days in range(BOT_DAYS, 0, -1):
            at = self._calendar.ago(days, 6, 2)
            if at.date() != self._calendar.day(days):
                continue
            tide = 372 + (days * -50) % 745
            wind = f"{self._chance.choice(WINDS)} {self._chance.randrange(1, 8)}"
            body = (
                f"Hoogwater {tide // 60 % 24}.{tide % 60:02} u, {self._chance.randrange(480, 590) / 100:.2f} m. "
                f"Wind {wind} Bft. {'Dokken mag.' if int(wind[-1]) < 6 else 'Te veel wind om te dokken.'}"
            )
            made.append(PostDraft(kind="update", space_id=place, author_id=bot, body=body, at=at))
        return made

    def _note(self, talk: Mapping[str, Any]) -> PostDraft:
        pick = self._chance.choice
        words = f"{pick(self._lists['ships'])}: {pick(talk['works'])}. {pick(talk['states'])} {pick(talk['extras'])}"
        return PostDraft(
            kind="update",
            space_id=self._places[talk["place"]],
            author_id=self._ids[pick(self._able(talk))],
            body=words.strip(),
            at=self._calendar.ago(
                self._chance.randrange(NEWEST, OLDEST),
                self._chance.randrange(6, 18),
                self._chance.randrange(60),
            ),
        )

    def _able(self, talk: Mapping[str, Any]) -> list[str]:
        """Who writes notes there: those named, and whoever came on top of the written cast and works in that team."""
        extra = [m.key for m in self._cast.members.values() if "extra" in m.marks and m.team == talk["team"]]
        return [key for key in talk["who"] if key in self._cast.members] + extra
