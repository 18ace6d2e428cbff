"""The verbs of the notices: telling, having read, handing over."""

from vloot.notices.acts.delivering import deliver, prune_deliveries
from vloot.notices.acts.reading import mark_read, mark_read_about
from vloot.notices.acts.telling import KEPT_DAYS, MOST_NAMED, Because, Note, forget_about, prune, tell_many

__all__ = [
    "KEPT_DAYS",
    "MOST_NAMED",
    "Because",
    "Note",
    "deliver",
    "forget_about",
    "mark_read",
    "mark_read_about",
    "prune",
    "prune_deliveries",
    "tell_many",
]
