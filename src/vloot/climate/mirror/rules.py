"""Who looks into the mirror, and who stands in it."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from vloot.climate.matters import rules as matters
from vloot.company.models import TopSeat
from vloot.ground import clock
from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor

FARTHEST = timedelta(days=366)


def may_stand(actor: Actor) -> Verdict:
    """The top team answers, each for themselves."""
    if not TopSeat.objects.filter(person_id=actor.person_id).exists():
        return no("not_top", _("The top team answers these, each with their own name."))
    return matters.may_write(actor)


def may_change_on(change: str, on: date | None) -> Verdict:
    """A change is for a day, within a year."""
    today = clock.now().date()
    if change and (on is None or not today <= on <= today + FARTHEST):
        return no("change_on", _("Say by when: a day from today on, within a year."))
    return yes()
