"""Who may do what with devices and push services."""

from django.utils.translation import gettext as _

from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor


def may_allow_relays(actor: Actor) -> Verdict:
    """Which addresses outside Vloot contacts is for administrators to say."""
    if actor.is_administrator:
        return yes()
    return no("devices.not_administrator", _("Only an administrator can change this. Ask one of them."))
