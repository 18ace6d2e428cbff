"""The one who writes down: turns messages into drafts and hands them to the acts. In a dry run it only counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext

import msgspec
from django.db import DatabaseError, transaction

from vloot.ground.errors import NotFound, Refused
from vloot.ground.text import LIMIT
from vloot.importers.report import Report
from vloot.importers.slack import bodies
from vloot.importers.slack.attachments import Attachments
from vloot.importers.slack.emoji import emoji
from vloot.importers.slack.files import FileRef
from vloot.importers.slack.records import Joined, Message
from vloot.importers.slack.settling import Place, Settled
from vloot.talk.files import acts as files
from vloot.talk.files import reads as file_reads
from vloot.talk.posts import acts as posts
from vloot.talk.posts import reads as posts_reads
from vloot.talk.posts.acts import PostDraft
from vloot.talk.thanks import acts as thanks
from vloot.talk.thanks import reads as thanks_reads
from vloot.talk.thanks.acts import AppreciationDraft, GreetingDraft

MOST_FILES = 9  # one place is left for a text that is too long


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A message ready to be placed."""

    message: Message
    key: str
    body: str
    files: tuple[int, ...] = ()


class Pen:
    """Writes as whoever wrote it, when they did."""

    def __init__(
        self, settled: Settled, attachments: Attachments, report: Report, *, is_dry_run: bool
    ) -> None:
        self._settled, self._attachments = settled, attachments
        self.report = report
        self.is_dry_run = is_dry_run

    def together(self) -> AbstractContextManager[None]:
        """All that is placed inside comes in whole or not at all."""
        return nullcontext() if self.is_dry_run else transaction.atomic()

    def prepare(self, message: Message, key: str) -> Draft | None:
        """A message with its body and its files kept; None, and a line in the report, when nothing is left of it."""
        kept = self._keep(message, key)
        body = bodies.compose(message, self._settled.names, kept)
        if len(body) > LIMIT:
            whole = message.ts + ".txt"
            ref = FileRef(id="whole", name=whole, title=whole)
            kept |= {"whole": self._put(message, key, ref, body.encode())}
            body = bodies.shortened(body)
        if not body.strip() and not kept:
            self.report.skip(message.where, "empty: nothing is said in it")
            return None
        return Draft(message=message, key=key, body=body, files=tuple(kept.values()))

    def place(self, place: Place, drafts: Sequence[tuple[Draft, int | None]]) -> dict[str, int]:
        """Place drafts, each under its parent if it has one; gives their ids by the moment of the message."""
        if not drafts:
            return {}
        if self.is_dry_run:
            placed = {draft.message.ts: -1 for draft, _parent in drafts}
        else:
            placed = self._place_all(
                [(draft, self._as_post(place, draft, parent)) for draft, parent in drafts]
            )
        self.report.posts += len(placed)
        done = [draft.message for draft, _parent in drafts if draft.message.ts in placed]
        self.report.files += sum(len(message.files) for message in done)
        self._appreciate(done, placed)
        return placed

    def greet(self, place: Place, joins: Iterable[Joined]) -> None:
        """Keep who was glad that somebody joined."""
        wanted: dict[tuple[int, int], GreetingDraft] = {}
        for join in joins:
            greeted = self._settled.figures[join.person].id
            for reaction in join.reactions:
                for person in reaction.people:
                    by = self._settled.figures[person].id
                    draft = GreetingDraft(space_id=place.id, person_id=by, greeted_id=greeted, at=join.at)
                    wanted.setdefault((by, greeted), draft)
        known = thanks_reads.greetings_of({greeted for _by, greeted in wanted}) if wanted else set()
        fresh = [draft for (by, greeted), draft in wanted.items() if (by, greeted, place.id) not in known]
        self.report.reactions += len(fresh)
        if fresh and not self.is_dry_run:
            with transaction.atomic():
                thanks.greet_many(by=self._settled.by, drafts=fresh)

    def _keep(self, message: Message, key: str) -> dict[str, int]:
        """Store the files whose bytes are there; their ids here by Slack's."""
        kept: dict[str, int] = {}
        for ref in message.files:
            content, why = self._attachments.fetch(ref.id) if len(kept) < MOST_FILES else (None, "")
            if content is not None and ref.id not in kept:
                try:
                    kept[ref.id] = self._put(message, key, ref, content)
                except Refused as refused:
                    why = refused.text
            if why:
                self.report.skip(message.where, f"the file {ref.name}: {why}")
        return kept

    def _put(self, message: Message, key: str, ref: FileRef, content: bytes) -> int:
        if self.is_dry_run:
            if fault := file_reads.fault_of(content):
                raise Refused("unfit", fault)
            return -1
        stored = files.put(
            by=self._settled.by,
            name=ref.name,
            content=content,
            alt=ref.title if ref.title != ref.name else "",
            owner_id=self._settled.figures[message.author].id,
            external_key=f"{key}:{ref.id}",
        )
        return stored.id

    def _as_post(self, place: Place, draft: Draft, parent: int | None) -> PostDraft:
        message = draft.message
        return PostDraft(
            kind="update" if parent is None else "comment",
            space_id=place.id,
            author_id=self._settled.figures[message.author].id,
            body=draft.body,
            parent_id=parent,
            files=draft.files,
            at=message.at,
            edited_at=message.edited_at,
            external_key=draft.key,
        )

    def _place_all(self, wanted: Sequence[tuple[Draft, PostDraft]]) -> dict[str, int]:
        try:
            with transaction.atomic():
                made = posts.place_many(by=self._settled.by, drafts=[post for _draft, post in wanted])
            return {draft.message.ts: post.id for (draft, _), post in zip(wanted, made, strict=True)}
        except (Refused, NotFound, DatabaseError) as error:
            if len(wanted) == 1:
                self.report.skip(wanted[0][0].message.where, f"refused: {error}")
                return {}
        # One of them is refused: the others come in all the same.
        return {ts: found for one in wanted for ts, found in self._place_all([one]).items()}

    def appreciate(self, messages: Sequence[Message], here: Mapping[str, int]) -> None:
        """Add who has come to like what is here already; what somebody took back or away here stays so."""
        standing = posts_reads.still_said([post_id for post_id in here.values() if post_id > 0])
        known = thanks_reads.given(standing) if standing else set()
        self._appreciate([m for m in messages if here[m.ts] in standing and m.reactions], here, known)

    def _appreciate(
        self,
        messages: Iterable[Message],
        placed: Mapping[str, int],
        known: Collection[tuple[int, int]] | None = None,
    ) -> None:
        drafts: dict[tuple[str, int, str], AppreciationDraft] = {}
        for message in messages:
            for reaction in message.reactions:
                shown = emoji(reaction.name) or reaction.name
                for person in reaction.people:
                    by = self._settled.figures[person].id
                    if known and (placed[message.ts], by) in known:
                        continue
                    draft = AppreciationDraft(
                        post_id=placed[message.ts], person_id=by, emoji=shown, at=message.at
                    )
                    drafts[message.ts, by, shown] = draft
                if reaction.unnamed and known is None:
                    why = f"{reaction.unnamed} more chose :{reaction.name}: and the export does not name them"
                    self.report.skip(message.where, why)
        self.report.reactions += len(drafts)
        if drafts and not self.is_dry_run:
            thanks.appreciate_many(by=self._settled.by, drafts=list(drafts.values()))
