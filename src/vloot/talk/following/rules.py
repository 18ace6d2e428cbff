"""Who may follow whom."""

from django.utils.translation import gettext as _

from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor


def may_follow(actor: Actor, person_id: int) -> Verdict:
    """Everybody may follow everybody they can see, but not themselves."""
    if actor.person_id == person_id:
        return no("yourself", _("You read what you write yourself anyway."))
    return yes()
