"""The verbs of the notices: telling, having read, handing over, choosing how and when one is told."""

from vloot.notices.acts.choosing import choose, choose_for_all, hear, start_push
from vloot.notices.acts.delivering import deliver, let_go, prune_deliveries
from vloot.notices.acts.reading import mark_read, mark_read_about
from vloot.notices.acts.resting import (
    Hours,
    add_company_holiday,
    add_holiday,
    drop_company_holiday,
    drop_holiday,
    set_hours,
    set_hours_for_all,
)
from vloot.notices.acts.telling import (
    KEPT_DAYS,
    MOST_NAMED,
    Because,
    Note,
    forget_about,
    prune,
    take_back,
    tell_many,
)

__all__ = [
    "KEPT_DAYS",
    "MOST_NAMED",
    "Because",
    "Hours",
    "Note",
    "add_company_holiday",
    "add_holiday",
    "choose",
    "choose_for_all",
    "deliver",
    "drop_company_holiday",
    "drop_holiday",
    "forget_about",
    "hear",
    "let_go",
    "mark_read",
    "mark_read_about",
    "prune",
    "prune_deliveries",
    "set_hours",
    "set_hours_for_all",
    "start_push",
    "take_back",
    "tell_many",
]
