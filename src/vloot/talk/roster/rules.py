"""Who keeps a roster."""

from datetime import date

from django.utils.translation import gettext as _

from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor
from vloot.talk.spaces import rules as spaces
from vloot.talk.spaces.models import Space

visible = spaces.readable


def may_keep(actor: Actor, space: Space) -> Verdict:
    """The hosts of a space share its weeks among themselves."""
    if actor.is_importer or spaces.is_host(actor, space):
        return yes()
    return no("roster.not_host", _("Only the hosts of this space share its weeks. Ask one of them."))


def may_plan(week: date, this_week: date) -> Verdict:
    """What was cannot be planned."""
    if week.weekday() == 0 and week >= this_week and (week - this_week).days <= 366:
        return yes()
    return no("roster.week", _("Choose this week or a later one, within a year."))


def may_take(holder_id: int | None, actor: Actor) -> Verdict:
    """A week that another host has is not taken but asked for."""
    if holder_id in (None, actor.person_id) or actor.is_importer:
        return yes()
    return no("roster.taken", _("Another host has this week. Let them ask you, or ask them about it."))
