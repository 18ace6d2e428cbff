"""Who sees pilots, and who may become one: only who is asked, and only by their own yes."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from vloot.ground.errors import Verdict, no, yes
from vloot.network import gate
from vloot.network.pilots import asking, weighing
from vloot.network.pilots.models import Pilot
from vloot.people.actor import Actor

MOST_TOPICS, LONGEST_TOPIC, LONGEST_WORDS = 5, 60, 400


def visible(actor: Actor) -> Q:
    """Pilots who are here and take part, for everybody who works here while the room is open."""
    return Q(person__in=weighing.taking_part()) if gate.may_enter(actor) else Q(pk__in=[])


def is_asked(actor: Actor) -> bool:
    """Whether this person is asked now: computed as they look, for nobody but themselves, and kept nowhere."""
    now = asking.current()
    if now is None or not gate.may_enter(actor) or weighing.is_left_alone(actor.person_id):
        return False
    found = weighing.standing(actor.person_id, now)
    return found is not None and found.is_asked


def may_say_yes(actor: Actor) -> Verdict:
    """Whoever is asked."""
    if not (verdict := gate.may_enter(actor)):
        return verdict
    if is_asked(actor):
        return yes()
    return no("not_asked", _("You are not asked just now. It is asked again once in a quarter."))


def may_change(actor: Actor) -> Verdict:
    """Every pilot for themselves."""
    if Pilot.objects.filter(person_id=actor.person_id).exists():
        return yes()
    return no("no_pilot", _("You are not on the list of pilots."))


def may_choose(actor: Actor) -> Verdict:
    """Everybody who works here says whether they ever want to be asked."""
    if actor.is_guest or actor.is_importer:
        return no("guest", _("Pilots are people who work here."))
    return yes()
