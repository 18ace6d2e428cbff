"""Who may choose what about being told."""

from django.utils.translation import gettext as _

from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor


def may_set_defaults(actor: Actor) -> Verdict:
    """What holds for all who have not chosen is kept by administrators; everybody's own choice is their own."""
    if actor.is_administrator or actor.is_importer:
        return yes()
    return no("notices.not_administrator", _("Only an administrator can change this. Ask one of them."))
