"""Who reads the audit log."""

from django.utils.translation import gettext as _

from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor


def may_read(actor: Actor) -> Verdict:
    """The works council, and the administrators themselves."""
    if actor.is_council or actor.is_administrator:
        return yes()
    return no(
        "audit.not_council",
        _("Only the works council and administrators read the audit log. Ask one of them to look for you."),
    )
