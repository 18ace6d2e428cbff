"""Bringing a Slack export in, from the archive to the founder's link."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import msgspec
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from vloot.company import acts as company
from vloot.company import reads as companies
from vloot.ground import clock
from vloot.ground.errors import Refused
from vloot.ground.progress import Bar
from vloot.importers.report import Report
from vloot.importers.slack.archive import files_at, open_archive
from vloot.importers.slack.attachments import Attachments
from vloot.importers.slack.cast import Cast
from vloot.importers.slack.conversation import Conversation
from vloot.importers.slack.parse import Export
from vloot.importers.slack.settling import Place, Settling, Terms
from vloot.importers.slack.survey import Survey, survey
from vloot.importers.slack.writing import Pen
from vloot.people import reads as people
from vloot.people.actor import Actor
from vloot.people.acts import PersonDraft

ORIGIN = "import:slack"
_AHEAD = timedelta(days=1)  # clocks differ


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for. `ground` is why private channels come in; without one they stay out."""

    path: Path
    is_dry_run: bool = False
    with_private: bool = False
    ground: str = ""
    files: Path | None = None
    founder: str = ""
    company: str = ""
    by: str = ""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The report, and while the company has no founder: the secret of their link, and their name."""

    report: Report
    token: str | None = None
    founder: str = ""


def bring_in(options: Options, bar: Bar) -> Outcome:
    """Bring an export in. What is here already stays as it is.

    Raises ArchiveError when the archive cannot be used, Refused when nobody may bring it in like this; then nothing has changed.
    """
    with translation.override(settings.LANGUAGE_CODE):
        return _Import(options, bar).run()


class _Import:
    def __init__(self, options: Options, bar: Bar) -> None:
        self._options, self._bar = options, bar
        if options.with_private and not options.ground.strip():
            raise Refused("no_ground", _("Say with --ground on what ground private channels are brought in."))
        self._is_founded = companies.is_founded()
        self._by = (
            _administrator(options.by) if self._is_founded else Actor(0, origin=ORIGIN, is_importer=True)
        )

    def run(self) -> Outcome:
        archive = open_archive(self._options.path)
        beside = [files_at(self._options.files)] if self._options.files else []
        export = Export(archive, clock.now() + _AHEAD, with_private=self._options.with_private)
        seen = survey(export, lambda done, total: self._bar.show(done, total, "reading"))
        report = Report(skipped=list(export.faults))
        cast = Cast(export.users, seen)
        terms = self._terms(seen, cast)
        settling = Settling(export, seen, cast, terms)
        settled = settling.look(report)
        if not self._options.is_dry_run:
            settled = settling.settle()
        pen = Pen(settled, Attachments([archive, *beside]), report, is_dry_run=self._options.is_dry_run)
        self._talk(export, pen, seen.total, settled.places)
        founder = terms.founder.name if terms.founder else ""
        if self._options.is_dry_run:
            return Outcome(report=report, founder=founder)
        if report.has_news:
            company.finish_import(by=settled.by, counts=report.counts)
        return Outcome(report=report, token=settled.token, founder=founder)

    def _terms(self, seen: Survey, cast: Cast) -> Terms:
        name = self._options.company or seen.workspace or self._options.path.stem
        founder = None if self._is_founded else self._founder(cast)
        return Terms(
            by=self._by, company=name[: company.NAME_LIMIT], ground=self._options.ground, founder=founder
        )

    def _founder(self, cast: Cast) -> PersonDraft:
        chosen = cast.founder(self._options.founder)
        prepared = companies.prepared_founder()
        if prepared is None or prepared.external_key == chosen.external_key:
            return chosen
        if self._options.founder:
            words = _(
                "%(name)s founds this company: an earlier import has said so, and all its spaces are theirs."
            )
            raise Refused("other_founder", words % {"name": prepared.name})
        return PersonDraft(external_key=prepared.external_key or "", name=prepared.name)

    def _talk(self, export: Export, pen: Pen, total: int, places: Mapping[str, Place]) -> None:
        done = 0
        for channel in export.channels:
            conversation = Conversation(pen, places[channel.id], f"slack:{export.team}:{channel.id}:")
            for day in export.days(channel):
                for record in export.records(day):
                    conversation.hear(record)
                    done += 1
                self._bar.show(done, total, channel.name)
            conversation.end()
        self._bar.show(total, total, "done")
        self._bar.end()


def _administrator(username: str) -> Actor:
    """Who imports into a company that is there already. Raises Refused for anybody but an administrator."""
    found = people.by_username([username]) if username else {}
    actor = people.actor_for(next(iter(found.values())), ORIGIN) if found else None
    if actor is None or not actor.is_administrator:
        raise Refused(
            "not_administrator",
            _("This company has begun: name one of its administrators with --by USERNAME."),
        )
    return dataclasses.replace(actor, is_importer=True)
