"""People and spaces of an export, all in one transaction, before the first post."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
from django.db import transaction

from vloot.company import acts as company
from vloot.ground import clock
from vloot.importers.report import Report
from vloot.importers.slack.cast import Cast
from vloot.importers.slack.markup import Names, plain
from vloot.importers.slack.parse import Channel, Export
from vloot.importers.slack.survey import Survey
from vloot.people import acts as people
from vloot.people import arrivals, names, rules
from vloot.people import reads as persons
from vloot.people.actor import Actor
from vloot.people.acts import PersonDraft
from vloot.talk.spaces import acts as spaces
from vloot.talk.spaces import reads as space_reads
from vloot.talk.spaces.acts import JoinDraft, SpaceDraft

if TYPE_CHECKING:
    from vloot.talk.spaces.models import Space

REVIEW = timedelta(days=180)


class Figure(msgspec.Struct, frozen=True):
    """A person as a post needs them. In a dry run who is not here yet has an id below zero."""

    id: int
    username: str


class Place(msgspec.Struct, frozen=True):
    """A space as a post needs it; the same holds for its id."""

    id: int
    slug: str


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """On what terms an import happens. `founder` is set while the company has none."""

    by: Actor
    company: str
    ground: str
    founder: PersonDraft | None = None


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """Who and where everything is from now on, by Slack's ids, and who acts."""

    by: Actor
    figures: Mapping[str, Figure]
    places: Mapping[str, Place]
    token: str | None = None  # the secret of the founder's link

    @property
    def names(self) -> Names:
        """What Slack's ids are called here."""
        return Names(
            person=lambda found: self.figures[found].username if found in self.figures else "",
            space=lambda found: f"/s/{self.places[found].slug}/" if found in self.places else "",
        )


class Settling:
    """Settles an export: `look` counts what is new, `settle` does it."""

    def __init__(self, export: Export, seen: Survey, cast: Cast, terms: Terms) -> None:
        self._export, self._seen, self._cast, self._terms = export, seen, cast, terms
        known = persons.by_external_key(cast.drafts)
        addresses = {
            draft.email: key for key, draft in cast.drafts.items() if draft.email and key not in known
        }
        same = {addresses[address]: found for address, found in arrivals.by_email(addresses).items()}
        self._same = same
        self._here = known | same
        self._spaces = space_reads.by_external_key([self._space_key(channel) for channel in export.channels])

    def look(self, report: Report) -> Settled:
        """Count what is new, and say who and where everything would be."""
        fresh = [draft for key, draft in self._cast.drafts.items() if key not in self._here]
        by_kind = {
            kind: sum(draft.kind == kind for draft in fresh) for kind in ("human", "placeholder", "bot")
        }
        report.persons, report.placeholders, report.bots = (
            by_kind["human"],
            by_kind["placeholder"],
            by_kind["bot"],
        )
        if not rules.may_take_guests():
            report.without_access = sum(draft.is_guest for draft in fresh)
        new = {draft.external_key for draft in fresh}
        report.merged = len(self._same) + sum(n for key, n in self._cast.merged.items() if key in new)
        report.spaces = sum(self._space_key(channel) not in self._spaces for channel in self._export.channels)
        imagined = {key: -number for number, key in enumerate(sorted(new), 1)}
        return self._settled(self._terms.by, self._here | imagined, self._imagined_spaces())

    def settle(self) -> Settled:
        """Place people, open and fill the spaces, let the archived ones rest: all of it or nothing."""
        with transaction.atomic():
            found = people.place_many(by=self._terms.by, drafts=self._cast.drafts.values())
            by, token = self._found_company(found)
            opened = self._open(by)
            self._join(by, found, opened)
            for channel in self._export.channels:
                if channel.is_archived and channel.id in opened:
                    spaces.archive(by=by, space=opened[channel.id])
            places = self._known_spaces() | {
                key: Place(space.id, space.slug) for key, space in opened.items()
            }
        return msgspec.structs.replace(self._settled(by, found, places), token=token)

    def _found_company(self, found: dict[str, int]) -> tuple[Actor, str | None]:
        founder = self._terms.founder
        if founder is None:
            return self._terms.by, None
        key = founder.external_key
        founder_id = found.get(key) or people.place_many(by=self._terms.by, drafts=[founder])[key]
        by = dataclasses.replace(self._terms.by, person_id=founder_id)
        return by, company.prepare(by=by, name=self._terms.company, founder_id=founder_id)

    def _open(self, by: Actor) -> dict[str, Space]:
        fresh = [channel for channel in self._export.channels if self._space_key(channel) not in self._spaces]
        private = [channel.id for channel in fresh if channel.is_private]
        made = spaces.open_many(by=by, drafts=[self._draft(by, channel) for channel in fresh])
        opened = {channel.id: space for channel, space in zip(fresh, made, strict=True)}
        if private:
            ids = [opened[channel_id].id for channel_id in private]
            company.let_private_in(by=by, ground=self._terms.ground, space_ids=ids)
        return opened

    def _draft(self, by: Actor, channel: Channel) -> SpaceDraft:
        return SpaceDraft(
            name=channel.name,
            hosts=[by.person_id],
            purpose=plain(channel.purpose, Names(self._name, lambda _found: "")),
            access="closed" if channel.is_private else "open",
            reason=self._terms.ground[:400] if channel.is_private else "",
            review_on=clock.now().date() + REVIEW if channel.is_private else None,
            at=channel.created_at,
            external_key=self._space_key(channel),
        )

    def _join(self, by: Actor, found: dict[str, int], opened: Mapping[str, Space]) -> None:
        """Members join the spaces that are new, and people who are new join theirs; nobody is brought back where they left."""
        drafts = []
        for channel in self._export.channels:
            known = self._spaces.get(self._space_key(channel))
            if known and known.is_archived:
                continue
            place = known.id if known else opened[channel.id].id
            for member in channel.members:
                user, key = self._cast.users.get(member), self._cast.key(member)
                if user and user.is_active and (known is None or key not in self._here):
                    at = self._seen.joined.get((channel.id, member)) or channel.created_at
                    drafts.append(JoinDraft(place, found[key], at))
        spaces.join_many(by=by, drafts=drafts)

    def _settled(self, by: Actor, found: Mapping[str, int], places: Mapping[str, Place]) -> Settled:
        called = arrivals.usernames(found.values())
        figures = {
            slack_id: Figure(found[key], called.get(found[key]) or self._imagined_name(key))
            for slack_id, key in self._cast.alias.items()
        }
        return Settled(by=by, figures=figures, places=places)

    def _known_spaces(self) -> dict[str, Place]:
        keys = {self._space_key(channel): channel.id for channel in self._export.channels}
        return {keys[key]: Place(ref.id, ref.slug) for key, ref in self._spaces.items()}

    def _imagined_spaces(self) -> dict[str, Place]:
        imagined = {c.id: Place(-number, c.name) for number, c in enumerate(self._export.channels, 1)}
        return imagined | self._known_spaces()

    def _imagined_name(self, key: str) -> str:
        draft = self._cast.drafts[key]
        return names.username_from(draft.username or draft.name)

    def _name(self, found: str) -> str:
        key = self._cast.key(found)
        return self._cast.drafts[key].name if key else ""

    def _space_key(self, channel: Channel) -> str:
        return f"slack:{self._export.team}:{channel.id}"
