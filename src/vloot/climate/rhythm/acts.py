"""The verbs of whoever looks after waves: announcing, reminding, printing codes, and stopping."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from vloot.climate.rhythm import rules
from vloot.climate.waves import roster
from vloot.climate.waves.items import ITEMS, WEEKS
from vloot.climate.waves.models import Part, Wave
from vloot.company.settings.reads import minimum_group
from vloot.ground import clock, ids
from vloot.ground.errors import Refused, require
from vloot.ground.text import line
from vloot.logbook import acts as logbook
from vloot.notices import choices
from vloot.people.actor import Actor
from vloot.urn import acts as urn
from vloot.urn import reads as boxes

OPENS, CLOSES = time(7, 0), time(18, 0)  # in the company's own time
WHY_LIMIT = 400
_WEEK = timedelta(weeks=1)


def announce(*, by: Actor, kind: str, opens_on: date, closes_on: date | None = None) -> Wave:
    """Announce a wave; it opens and closes by itself. A micro wave lasts four weeks, whatever day is given.

    The smallest group that is shown is fixed with it. Raises Refused.
    """
    require(rules.may_open(by))
    if kind not in (Wave.FULL, Wave.MICRO):
        raise Refused("kind", _("Choose what is asked."), "kind")
    last = opens_on + 4 * _WEEK if kind == Wave.MICRO else closes_on or opens_on
    if not (verdict := rules.may_last(opens_on, last)):
        raise Refused(verdict.code, verdict.text, verdict.code)
    minimum, opens_at = minimum_group(), _moment(opens_on, OPENS)
    require(rules.may_ask(kind, opens_at, sum(map(len, roster.everybody().values())), minimum))
    closes_at = opens_at + 4 * _WEEK if kind == Wave.MICRO else _moment(last, CLOSES)
    with transaction.atomic():
        wave = Wave.objects.create(
            id=ids.new(), kind=kind, opens_at=opens_at, closes_at=closes_at, minimum=minimum
        )
        Part.objects.bulk_create(_parts(wave))
        _record("WaveAnnounced", by, wave)
    return wave


def remind(*, by: Actor, wave: Wave) -> None:
    """Remind everybody who can answer, whether they have or not: nobody knows. Once."""
    require(rules.may_remind(by, wave))
    with transaction.atomic():
        if Wave.objects.filter(pk=wave.pk, reminded_at=None).update(reminded_at=clock.now()):
            _record("WaveReminded", by, wave)


def print_codes(*, by: Actor, wave: Wave) -> dict[str, list[list[str]]]:
    """The codes of a group, for each person on paper one for each part. Shown this once; only digests are kept. Raises Refused."""
    require(rules.may_print(by, wave))
    with transaction.atomic():
        found: dict[str, list[list[str]]] = {}
        for part in wave.parts.order_by("number"):
            assert part.box_id is not None
            for group, codes in urn.print_codes(by=by, box=boxes.box(part.box_id)).items():
                found.setdefault(group, [[] for _one in codes])
                for slip, code in zip(found[group], codes, strict=True):
                    slip.append(code)
        _record("WaveCodesPrinted", by, wave)
    return dict(sorted(found.items()))


def stop(*, by: Actor, wave: Wave, why: str) -> None:
    """Stop a wave: its ballots burn uncounted. Everybody can read why. Raises Refused without a reason."""
    require(rules.may_stop(by, wave))
    reason = line(why)[:WHY_LIMIT]
    if not reason:
        raise Refused("no_why", _("Say why. Everybody can read it."), "why")
    with transaction.atomic():
        now = Wave.objects.select_for_update().get(pk=wave.pk)
        require(rules.may_stop(by, now))
        now.stopped_at, now.why_stopped = clock.now(), reason
        now.save(update_fields=["stopped_at", "why_stopped"])
        now.papers.all().delete()
        for part in now.parts.exclude(box_id=None):
            assert part.box_id is not None
            box = boxes.box(part.box_id)
            if box.closed_at is None:
                urn.close(by=by, box=box)
            urn.burn(box=box)
        _record("WaveStopped", by, wave)


def _parts(wave: Wave) -> list[Part]:
    if wave.kind == Wave.FULL:
        return [
            Part(wave=wave, number=1, opens_at=wave.opens_at, closes_at=wave.closes_at, items=list(ITEMS))
        ]
    begins = [wave.opens_at + week * _WEEK for week in range(len(WEEKS))]
    return [
        Part(wave=wave, number=number, opens_at=at, closes_at=at + _WEEK, items=list(asked))
        for number, (at, asked) in enumerate(zip(begins, WEEKS, strict=True), 1)
    ]


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=choices.zone_of(""))


def _record(kind: str, by: Actor, wave: Wave) -> None:
    logbook.record(kind=kind, actor_id=by.person_id or None, object_id=wave.id, origin=by.origin)
