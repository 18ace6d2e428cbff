"""What the clock does: waves open when their day has come, and close when it is over; what came back without its ballots, stops."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import translation

from vloot.climate.results import acts as results
from vloot.climate.waves import roster
from vloot.climate.waves import rules as waves
from vloot.climate.waves.models import ReportingGroup, Wave
from vloot.company.switches import rules as switches
from vloot.ground import clock, ids
from vloot.logbook import acts as logbook
from vloot.people.actor import Actor
from vloot.urn import acts as urn
from vloot.urn import reads as boxes

_CLOCK = Actor(person_id=0, origin="clock")


def open_due() -> int:
    """Open the wave whose day has come: groups and rosters are fixed, keys are made. Returns how many opened.

    Nothing opens while the room is off; what never opened is over when its last day is.
    """
    due = Wave.objects.filter(opened_at=None, stopped_at=None, opens_at__lte=clock.now())
    due.filter(closes_at__lte=clock.now()).update(stopped_at=clock.now())
    if not switches.may_use(waves.CLIMATE):
        return 0
    return sum(_open(wave_id) for wave_id in list(due.filter(stopped_at=None).values_list("id", flat=True)))


def close_due() -> int:
    """Count, publish and burn the wave whose last day is over. Returns how many were."""
    due = Wave.objects.exclude(opened_at=None).filter(
        closed_at=None, stopped_at=None, closes_at__lte=clock.now()
    )
    return sum(_close(wave_id) for wave_id in list(due.values_list("id", flat=True)))


def give_up_lost() -> int:
    """Stop the wave that came back out of a backup while it was open: its ballots are in none. Returns how many were."""
    lost = Wave.objects.filter(closed_at=None, stopped_at=None, parts__box_id__in=boxes.lost())
    return sum(_give_up(wave_id) for wave_id in list(lost.distinct().values_list("id", flat=True)))


def _open(wave_id: int) -> int:
    with transaction.atomic(), translation.override(settings.LANGUAGE_CODE):
        wave = Wave.objects.select_for_update().get(pk=wave_id)
        if wave.opened_at is not None or wave.stopped_at is not None:
            return 0
        by_team = roster.everybody()
        groups = roster.groups(by_team)
        people = {one.label: [who for team in one.team_ids for who in by_team[team]] for one in groups}
        on_paper = set(wave.papers.values_list("person_id", flat=True)) & {
            who for some in people.values() for who in some
        }
        ReportingGroup.objects.bulk_create(
            ReportingGroup(id=ids.new(), wave=wave, label=one.label, team_ids=one.team_ids, size=one.size)
            for one in groups
        )
        for part in wave.parts.order_by("number"):
            box = urn.open_box(by=_CLOCK, rosters=people, on_paper=on_paper, closes_at=part.closes_at)
            part.box_id = box.id
            part.save(update_fields=["box_id"])
        wave.papers.all().delete()
        wave.opened_at, wave.on_paper = clock.now(), len(on_paper)
        wave.save(update_fields=["opened_at", "on_paper"])
        _record("WaveOpened", wave)
    return 1


def _close(wave_id: int) -> int:
    """All in one: counted, published to everybody at once, and burned; or nothing."""
    with transaction.atomic():
        wave = Wave.objects.select_for_update().get(pk=wave_id)
        if wave.closed_at is not None or wave.stopped_at is not None:
            return 0
        parts = list(wave.parts.order_by("number"))
        found = [boxes.box(part.box_id or 0) for part in parts]
        ballots = [urn.close(by=None, box=box) for box in found]
        results.publish(
            by=_CLOCK, wave=wave, ballots=dict(zip([part.number for part in parts], ballots, strict=True))
        )
        for box in found:
            urn.burn(box=box)
        wave.closed_at = clock.now()
        wave.save(update_fields=["closed_at"])
        _record("WavePublished", wave)
    return 1


def _give_up(wave_id: int) -> int:
    with transaction.atomic():
        wave = Wave.objects.select_for_update().get(pk=wave_id)
        if wave.closed_at is not None or wave.stopped_at is not None:
            return 0
        for part in wave.parts.order_by("number"):
            urn.give_up(box=boxes.box(part.box_id or 0))
        wave.stopped_at = clock.now()
        wave.save(update_fields=["stopped_at"])
        _record("WaveStopped", wave)
    return 1


def _record(kind: str, wave: Wave) -> None:
    logbook.record(kind=kind, actor_id=None, object_id=wave.id, origin="clock")
