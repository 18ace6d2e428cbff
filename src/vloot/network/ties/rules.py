"""Who sees which ties, and who chooses to be in none."""

from django.db.models import Q
from django.utils.translation import gettext as _

from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor


def visible(actor: Actor) -> Q:
    """Only one's own, and of those what both may know."""
    return (Q(asker_id=actor.person_id) | Q(helper_id=actor.person_id)) & Q(is_open=True)


def may_choose(actor: Actor) -> Verdict:
    """Everybody who works here, at any time."""
    if actor.is_guest or actor.is_importer:
        return no("guest", _("The network is about the people who work here."))
    return yes()
