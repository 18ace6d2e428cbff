"""The five statements, in our own words, and the scale of a wave that asks the company about the same."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vloot.climate.mirror.models import Outlook, Stance
from vloot.climate.waves.items import OPENNESS, SAFETY, TRUST, WELLBEING


class Statement(NamedTuple):
    """What the top team agrees with or not; `scale` is "" where no wave asks the company about it."""

    key: str
    title: object
    words: object
    scale: str


STATEMENTS = (
    Statement(
        "safety",
        _("Safety"),
        _("Whoever tells me that something goes wrong, me included, never suffers for it."),
        SAFETY,
    ),
    Statement(
        "trust",
        _("Trust"),
        _("People here can count on my word, and I trust them before they have proven anything."),
        TRUST,
    ),
    Statement(
        "openness",
        _("Openness"),
        _("I tell why I decide something while it can still be changed, also when it makes me look bad."),
        OPENNESS,
    ),
    Statement(
        "wellbeing",
        _("Wellbeing"),
        _("How people feel at work weighs as much with me as what they deliver."),
        WELLBEING,
    ),
    Statement(
        "collaboration",
        _("Working together"),
        _("I would rather see my own figures suffer than have one team win at the cost of another."),
        "",
    ),
)
KEYS = tuple(one.key for one in STATEMENTS)

# From one end of the company's scale to the other, so that both can be drawn on one line.
VIEWS = {
    Stance.NOT: pgettext_lazy("mirror", "not"),
    Stance.RATHER: pgettext_lazy("mirror", "rather"),
    Stance.AGREE: pgettext_lazy("mirror", "I agree"),
}
PLACES = {Stance.NOT: 0, Stance.RATHER: 50, Stance.AGREE: 100}
STANDS = {
    Outlook.ALONG: _("I go along with this"),
    Outlook.NO_BELIEF: _("I do not believe in it"),
    Outlook.AWAY: _("I stay away from it for now"),
}
