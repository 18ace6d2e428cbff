"""Whom it concerns that a wave opens, is reminded of, or was published: everybody, with the same words."""

from collections.abc import Iterable, Sequence

from vloot.climate.waves import roster
from vloot.climate.waves.models import Wave
from vloot.logbook.models import Entry
from vloot.notices import acts as notices
from vloot.notices.acts import Note
from vloot.urn.models import Voter

NOBODY = 0


def tell_opened(entries: Sequence[Entry]) -> None:
    """Who is on the roster can answer from now on."""
    for wave in _waves(entries):
        _tell("wave_opened", wave, _on_roster(wave))


def tell_reminded(entries: Sequence[Entry]) -> None:
    """Everybody on the roster, or nobody: who answered is not known (promise 10)."""
    for wave in _waves(entries):
        _tell("wave_reminded", wave, _on_roster(wave))


def tell_published(entries: Sequence[Entry]) -> None:
    """Everybody who works here reads the results from the same moment on (promise 8)."""
    for wave in _waves(entries):
        _tell("wave_published", wave, [who for some in roster.everybody().values() for who in some])


def _waves(entries: Sequence[Entry]) -> Iterable[Wave]:
    return Wave.objects.filter(id__in=[entry.object_id for entry in entries if entry.is_news])


def _on_roster(wave: Wave) -> list[int]:
    box = wave.parts.order_by("number").values_list("box_id", flat=True)[:1]
    return list(
        Voter.objects.filter(box_id__in=box, person__is_active=True).values_list("person_id", flat=True)
    )


def _tell(kind: str, wave: Wave, people: Iterable[int]) -> None:
    """By nobody: whoever opened it would be told apart otherwise, by not being told."""
    notices.tell_many(
        Note(
            person_id=person,
            kind=kind,
            object_id=wave.id,
            actor_id=NOBODY,
            link="/climate/",
            event_id=wave.id,
            void_at=None if kind == "wave_published" else wave.closes_at,
        )
        for person in people
    )
