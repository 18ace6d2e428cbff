"""The verbs of order. Each asks its rule, writes in one transaction and records what happened, in ids."""

from vloot.talk.order.acts.appealing import answer_appeal, appeal, read_sealed
from vloot.talk.order.acts.deciding import Verdict, decide, let_write, speak_to, take_away
from vloot.talk.order.acts.looking import claim, let_go, note, pass_on
from vloot.talk.order.acts.reporting import report
from vloot.talk.order.acts.watching import unwatch, watch

__all__ = [
    "Verdict", "answer_appeal", "appeal", "claim", "decide", "let_go", "let_write", "note", "pass_on", "read_sealed",
    "report", "speak_to", "take_away", "unwatch", "watch",
]  # fmt: skip
