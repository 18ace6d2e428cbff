"""The ten people a visitor of the demo can be."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vloot.people import reads
from vloot.people.reads import PersonCard


@dataclass(frozen=True, slots=True)
class Pick:
    """Somebody to be: their user name, and in one sentence who they are."""

    key: str
    who: str | Promise


PICKABLE = (
    Pick(
        "anna", _("Plans dock and quay, and asks before she guesses: her questions are all over the place.")
    ),
    Pick("bram", _("Electrician who answers, mostly with a photo of a connector and a tube of grease.")),
    Pick(
        "chris",
        _("Quality and training, and host: opens doors, welcomes newcomers, looks after open questions."),
    ),
    Pick("lieve", _("Managing director, third generation, who asks for the bad news first.")),
    Pick("rudi", _("Leads the steel hall by announcement: he broadcasts and never replies.")),
    Pick("said", _("Warehouse worker without an e-mail address, who reads on the tablet at gate 2.")),
    Pick("lotte", _("Junior draughtswoman, new since a few weeks, with Eduard as her buddy.")),
    Pick("dana", _("Owner of the Zwaluw and guest: sees one space, the project of her own ship.")),
    Pick(
        "dirk", _("Master welder and member of the works council, who says what he thinks and listens too.")
    ),
    Pick("leyla", _("Runs the systems: the administrator, one of a team of three.")),
)


def present() -> list[tuple[PersonCard, str]]:
    """The cards of those of them who are in this company, in this order, each with who they are."""
    ids = reads.by_username(pick.key for pick in PICKABLE)
    cards = reads.cards(ids.values())
    return [(cards[ids[pick.key]], str(pick.who)) for pick in PICKABLE if pick.key in ids]
