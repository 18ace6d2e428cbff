"""Every setting that is kept here."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class Declared(NamedTuple):
    """A setting: a text (default "") of at most `most` signs, or a whole number from `least` to `most`."""

    title: object
    what: object
    default: str | int
    least: int
    most: int


SETTINGS = {
    "company.house_rules": Declared(
        _("House rules"),
        _("How we treat each other here. Everybody reads them on the company's page."),
        "",
        0,
        6000,
    ),
    "company.minimum_group": Declared(
        _("The smallest group of which a figure may be shown"),
        _(
            "Below it every figure about people reads “too few”. Never under five: of fewer, everybody knows who said what."
        ),
        7,
        5,
        50,
    ),
    "experts.review_after_days": Declared(
        _("After how many days an answer is looked at again"),
        _(
            "Answers that helped come back to their writer after this time: still true, changed, or no longer so."
        ),
        365,
        30,
        3650,
    ),
}
