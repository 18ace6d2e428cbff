"""Who may change the company's own things."""

from django.utils.translation import gettext as _

from vloot.ground.errors import Verdict, no, yes
from vloot.people.actor import Actor


def may_let_private_in(actor: Actor, ground: str) -> Verdict:
    """What was said in private comes in only with a ground that can be read afterwards."""
    if not ground.strip():
        return no("company.no_ground", _("Say on what ground private talk is brought in."))
    return may_change(actor)


def may_change(actor: Actor) -> Verdict:
    """Name, counsellor and top team are kept by administrators."""
    if actor.is_administrator or actor.is_importer:
        return yes()
    return no("company.not_administrator", _("Only an administrator can change this. Ask one of them."))
