"""Who opens waves, and when: not before the last one has its answers, and not too many in a while."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from vloot.climate.board import rules as board
from vloot.climate.waves import rules as waves
from vloot.climate.waves.models import Wave
from vloot.ground import clock
from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor

QUARTER = timedelta(days=90)
MOST = {Wave.FULL: 1, Wave.MICRO: 2}  # in a quarter
FARTHEST = timedelta(days=90)
SHORTEST, LONGEST = timedelta(days=3), timedelta(days=28)


def may_look_after(actor: Actor) -> Verdict:
    """Hosts and administrators look after waves."""
    if not (verdict := waves.may_enter(actor)):
        return verdict
    if not (actor.is_keeper or actor.is_importer):
        return no("not_host", _("Hosts open surveys of the climate. Ask one of them."))
    return yes()


def may_open(actor: Actor) -> Verdict:
    """One wave at a time, and none before what the last one said has been answered (promise 9)."""
    if not (verdict := may_look_after(actor)):
        return verdict
    if Wave.objects.filter(closed_at=None, stopped_at=None).exists():
        return no("running", _("There is a survey already. The next one can follow when it is closed."))
    last = Wave.objects.exclude(closed_at=None).order_by("-closed_at").first()
    return board.answers_given(last) if last else yes()


def may_ask(kind: str, opens_at: datetime, people: int, minimum: int) -> Verdict:
    """At most one full and two micro waves within ninety days, and none where too few could answer to show anything."""
    if people < minimum:
        return no(
            "too_few",
            _(
                "Too few people work here for a survey in which nobody can be told apart. Talk about it together instead."
            ),
        )
    near = Wave.objects.filter(
        kind=kind, stopped_at=None, opens_at__gt=opens_at - QUARTER, opens_at__lt=opens_at + QUARTER
    )
    if near.count() >= MOST[kind]:
        return no(
            "too_often",
            _(
                "Within ninety days there is one full survey and two of short weekly questions at most. Choose a later day."
            ),
        )
    return yes()


def may_last(opens_on: date, closes_on: date) -> Verdict:
    """From tomorrow on, so that people can still choose paper; long enough for who is away, not so long that it is forgotten."""
    today = clock.now().date()
    if not today < opens_on <= today + FARTHEST:
        return no("opens_on", _("Choose a first day from tomorrow on, within three months."))
    if not SHORTEST <= closes_on - opens_on <= LONGEST:
        return no("closes_on", _("Choose a last day between three days and four weeks after the first."))
    return yes()


def may_remind(actor: Actor, wave: Wave) -> Verdict:
    """Once, and everybody: nobody knows who did not answer."""
    if not (verdict := may_look_after(actor)):
        return verdict
    if not _is_open(wave):
        return no("not_open", _("This survey is not open."))
    if wave.reminded_at is not None:
        return no("reminded", _("Everybody was reminded already. Once is enough."))
    return yes()


def may_print(actor: Actor, wave: Wave) -> Verdict:
    """Hosts and the works council print the codes for paper, together if they are wise."""
    if not may_look_after(actor) and not actor.is_council:
        return no("not_host", _("Hosts and the works council print the codes."))
    return yes() if _is_open(wave) else no("not_open", _("This survey is not open."))


def may_stop(actor: Actor, wave: Wave) -> Verdict:
    """The works council stops a wave, and nobody else: not whoever would rather not hear what comes out of it."""
    if not actor.is_council:
        return no("not_council", _("Only the works council can stop a survey."))
    if wave.closed_at is not None or wave.stopped_at is not None:
        return no("over", _("This survey is over."))
    return yes()


def _is_open(wave: Wave) -> bool:
    is_running = wave.opened_at is not None and wave.stopped_at is None and wave.closed_at is None
    return is_running and clock.now() < wave.closes_at
