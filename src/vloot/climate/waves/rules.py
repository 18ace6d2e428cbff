"""Who may see the climate and answer."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vloot.company.switches import rooms
from vloot.company.switches import rules as switches
from vloot.ground.errors import Verdict, no
from vloot.people.actor import Actor

CLIMATE = rooms.declare(
    "climate",
    gettext_lazy("Climate"),
    gettext_lazy(
        "Every few months everybody may say, so that nobody can trace it, how safe, open and trusting they find it here."
    ),
    is_usual=False,
)


def may_enter(actor: Actor) -> Verdict:
    """Everybody who works here, once the room is on."""
    if actor.is_guest:
        return no("guest", _("The climate is measured among the people who work here."))
    return switches.may_use(CLIMATE)
