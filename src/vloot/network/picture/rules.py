"""Who looks at the company's picture."""

from vloot.ground.errors import Verdict
from vloot.network import gate
from vloot.people.actor import Actor


def may_look(actor: Actor) -> Verdict:
    """Everybody who works here, at the same moment; leaders and administrators no deeper than others."""
    return gate.may_enter(actor)
