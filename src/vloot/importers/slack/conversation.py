"""The conversation of a channel, placed in batches: a batch comes in whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from vloot.importers.report import Skipped
from vloot.importers.slack.records import Joined, Message, Record
from vloot.importers.slack.settling import Place
from vloot.importers.slack.writing import Draft, Pen
from vloot.talk.posts import reads as posts

BATCH = 500


class _Heard(msgspec.Struct, frozen=True):
    """A message: as a draft, or with the id it has here already."""

    message: Message
    draft: Draft | None
    id: int | None


class Conversation:
    """One channel. `hear` its records in their order, then `end`. `prefix` begins the keys of its messages."""

    def __init__(self, pen: Pen, place: Place, prefix: str) -> None:
        self._pen, self._place, self._prefix = pen, place, prefix
        self._report = pen.report
        self._batch: list[Message] = []
        self._joins: list[Joined] = []
        self._orphans: list[_Heard] = []
        self._seen: set[str] = set()
        self._imagined: set[str] = set()  # what a dry run would have placed
        self._threads: set[str] = set()

    def hear(self, record: Record) -> None:
        """Take one record in; a full batch is placed."""
        if isinstance(record, Skipped):
            self._report.skipped.append(record)
        elif isinstance(record, Joined):
            self._report.skip(record.where, f"system record ({record.subtype})")
            if record.reactions:
                self._joins.append(record)
        elif record.ts in self._seen:
            self._report.skip(record.where, "there twice: this channel has a message of this moment already")
        else:
            self._seen.add(record.ts)
            self._batch.append(record)
        if len(self._batch) >= BATCH:
            self._flush()

    def end(self) -> None:
        """Place what is left, then the replies whose thread has no beginning."""
        self._flush()
        while self._orphans:
            self._place_orphans()
        self._pen.greet(self._place, self._joins)
        self._report.threads += len(self._threads)

    def _flush(self) -> None:
        heard, self._batch = self._prepare(self._batch), []
        known = self._ids(one.message.thread for one in heard if one.message.thread)
        known |= {one.message.ts: one.id for one in heard if one.id is not None}
        with self._pen.together():
            known |= self._write([(one, None) for one in heard if not one.message.thread])
            replies = [one for one in heard if one.message.thread]
            self._write([(one, known[one.message.thread]) for one in replies if one.message.thread in known])
        self._orphans += [one for one in replies if one.message.thread not in known]

    def _prepare(self, messages: list[Message]) -> list[_Heard]:
        present = self._ids(message.ts for message in messages)
        self._report.already_present += len(present)
        with self._pen.together():
            self._pen.appreciate([message for message in messages if message.ts in present], present)
        heard = []
        for message in messages:
            if message.ts in present:
                heard.append(_Heard(message, None, present[message.ts]))
            elif draft := self._pen.prepare(message, self._prefix + message.ts):
                heard.append(_Heard(message, draft, None))
        return heard

    def _place_orphans(self) -> None:
        """One round: replies whose thread is here by now go there; if none is, lost threads begin anew."""
        known = self._ids(one.message.thread for one in self._orphans) or self._begin_anew()
        ready = [one for one in self._orphans if one.message.thread in known]
        for start in range(0, len(ready), BATCH):
            with self._pen.together():
                self._write([(one, known[one.message.thread]) for one in ready[start : start + BATCH]])
        self._orphans = [one for one in self._orphans if one.message.thread not in known]

    def _begin_anew(self) -> dict[str, int]:
        """The first reply of each lost thread stands where the thread began. Gives their ids by the moment of the lost ones."""
        first: dict[str, _Heard] = {}
        for one in sorted(self._orphans, key=lambda one: one.message.at):
            first.setdefault(one.message.thread, one)
        waiting = {one.message.ts for one in self._orphans}
        begins = {thread: one for thread, one in first.items() if thread not in waiting}
        begins = begins or dict([next(iter(first.items()))])
        for one in begins.values():
            why = "a reply to a message that is not in the export; it stands at the beginning of its thread"
            self._report.skip(one.message.where, why)
        with self._pen.together():
            ids = self._write([(one, None) for one in begins.values()])
        ids |= {one.message.ts: one.id for one in begins.values() if one.id is not None}
        gone = {one.message.ts for one in begins.values()}
        self._orphans = [one for one in self._orphans if one.message.ts not in gone]
        return {thread: ids[one.message.ts] for thread, one in begins.items() if one.message.ts in ids}

    def _write(self, wanted: list[tuple[_Heard, int | None]]) -> dict[str, int]:
        """Place what is not here yet; gives the ids of what was placed, by moment."""
        fresh = [(one.draft, parent) for one, parent in wanted if one.draft is not None]
        placed = self._pen.place(self._place, fresh)
        if self._pen.is_dry_run:
            self._imagined |= placed.keys()
        replies = {
            one.message.thread for one, parent in wanted if parent is not None and one.message.ts in placed
        }
        self._threads |= replies
        return placed

    def _ids(self, moments: Iterable[str]) -> dict[str, int]:
        """The ids of the channel's messages that are here, by moment."""
        wanted = {self._prefix + moment: moment for moment in moments}
        found = {wanted[key]: post_id for key, post_id in posts.by_external_key(wanted).items()}
        return dict.fromkeys(self._imagined.intersection(wanted.values()), -1) | found
