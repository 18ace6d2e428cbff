"""Who may see the climate and answer."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.climate.waves.models import Part, Wave
from vloot.company.agreements.topics import CLIMATE as AGREED
from vloot.company.switches import rooms
from vloot.company.switches import rules as switches
from vloot.ground import clock
from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor

CLIMATE = rooms.declare(
    "climate",
    gettext_lazy("Climate"),
    gettext_lazy(
        "Every few months everybody may say, so that nobody can trace it, how safe, open and trusting they find it here."
    ),
    is_usual=False,
    topic=AGREED,
)


def may_enter(actor: Actor) -> Verdict:
    """Everybody who works here, once it was agreed on and the room is on."""
    if actor.is_guest:
        return no("guest", _("The climate is measured among the people who work here."))
    return switches.may_use(CLIMATE)


def may_see_roster(actor: Actor) -> Verdict:
    """The works council sees who is on the lists, so that nobody is on them who is not there; never who answered."""
    return yes() if actor.is_council else no("not_council", _("Only the works council sees the lists."))


def may_choose(actor: Actor, wave: Wave) -> Verdict:
    """Paper or screen is chosen before the wave opens, so that nobody can have both."""
    if not (verdict := may_enter(actor)):
        return verdict
    if wave.opened_at is not None or wave.stopped_at is not None or clock.now() >= wave.opens_at:
        return no("opened", _("This survey is open already. How you answer was chosen before."))
    return yes()


def may_cast(part: Part | None) -> Verdict:
    """Ballots are taken in from the first to the last moment of a part. Late ones are refused: a published result never changes."""
    if part is None or part.wave.stopped_at is not None:
        return no("stopped", _("This survey was stopped. Nothing of it is kept."))
    if clock.now() < part.opens_at:
        return no("early", _("These questions are not open yet."))
    if clock.now() >= part.closes_at or part.wave.closed_at is not None:
        return no("closed", _("This survey is closed. Answers that come later do not count."))
    return yes()
